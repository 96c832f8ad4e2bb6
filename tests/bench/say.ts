/** Progress goes to stderr, since stdout holds the figures. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)
