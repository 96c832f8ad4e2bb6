/** Whether a page's operators put back every graphics state that they save: what follows them must begin with a clean one. */

/** `lowest`: how far they put back what they never saved; `last`: how many are still saved at their end. */
export type Balance = { lowest: number; last: number }

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13) || byte === 0
/** ( ) < > [ ] { } / % */
const delimiters = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37])
const endsToken = (byte: number | undefined): boolean => byte === undefined || isSpace(byte) || delimiters.has(byte)

const [open, shut, slash, percent, less] = [40, 41, 47, 37, 60]

/** Behind a string in brackets, which may hold pairs of brackets and escaped ones. */
const afterString = (bytes: Buffer, start: number): number => {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 92) at++
    else if (byte === open) depth++
    else if (byte === shut && --depth === 0) return at + 1
  }
  return bytes.length
}

const behind = (bytes: Buffer, start: number, sign: number): number => {
  const at = bytes.indexOf(sign, start)
  return at < 0 ? bytes.length : at + 1
}

const afterComment = (bytes: Buffer, start: number): number => {
  let at = start
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  return at
}

/** Behind an inline picture's bytes, which may look like anything. */
const afterPicture = (bytes: Buffer, start: number): number => {
  for (let at = bytes.indexOf('EI', start); at >= 0; at = bytes.indexOf('EI', at + 2))
    if (isSpace(bytes[at - 1] ?? 0) && endsToken(bytes[at + 2])) return at + 2
  return bytes.length
}

const afterToken = (bytes: Buffer, start: number): number => {
  let at = start + 1
  while (at < bytes.length && !endsToken(bytes[at])) at++
  return at
}

/** Reads operators only as far as telling strings, names and pictures from them takes. */
export const balanceOf = (bytes: Buffer): Balance => {
  let [depth, lowest] = [0, 0]
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (byte === open) at = afterString(bytes, at)
    else if (byte === percent) at = afterComment(bytes, at)
    else if (byte === less && bytes[at + 1] !== less) at = behind(bytes, at, 62)
    else if (byte === slash) at = afterToken(bytes, at)
    else if (endsToken(byte)) at++
    else {
      const end = afterToken(bytes, at)
      if (end === at + 1 && byte === 113) depth++
      else if (end === at + 1 && byte === 81) lowest = Math.min(lowest, --depth)
      else if (end === at + 2 && byte === 73 && bytes[at + 1] === 68) {
        at = afterPicture(bytes, end)
        continue
      }
      at = end
    }
  }
  return { lowest, last: depth }
}
