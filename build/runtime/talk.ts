/** What the set-up says while it works: on stderr, one line per long step, silent when there is nothing to do. */

export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Announces a step that takes a while, and its duration when it is over; in between, a sign of life every ten seconds. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`
  say(`· ${what} …`)
  const pulse = setInterval(() => say(`  … ${seconds()}`), 10_000)
  try {
    const result = await work()
    say(`  done in ${seconds()}`)
    return result
  } finally {
    clearInterval(pulse)
  }
}

/** A reason to stop that is addressed to the person at the terminal: printed without a stack. */
export class SetupProblem extends Error {}

/** Runs a command's main function and turns its outcome into an exit code. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (problem) {
    say(
      problem instanceof SetupProblem
        ? `\n${problem.message}`
        : String(problem instanceof Error ? problem.stack : problem),
    )
    process.exitCode = 1
  }
}
