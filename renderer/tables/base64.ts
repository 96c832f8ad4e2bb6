/** Bytes as base64, which is how files travel inside a call. */

/** Characters per step; a spread of a whole file would overflow the stack. */
const step = 0x8000

export const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let from = 0; from < bytes.length; from += step)
    text += String.fromCharCode(...bytes.subarray(from, from + step))
  return btoa(text)
}
