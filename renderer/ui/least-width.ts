/** How narrow the columns of a table can be: the sum of what each of its grid tracks takes at the least. */

/** @param tracks CSS grid tracks: `120px`, `minmax(160px, 2fr)`; one without a length takes nothing */
export const leastWidth = (tracks: readonly string[]): number =>
  tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), 0)
