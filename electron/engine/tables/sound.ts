/**
 * Whether a part's XML is built as spreadsheet programs build it: shallow, closed, without giant tags or a document type.
 * The parser would take minutes over what is not; this look takes one sweep.
 */

/** Sheets are six deep; drawings and extensions a few more. */
const deepest = 64
/** A tag of a sheet has a handful of short attributes. */
const longestTag = 100_000
/** A cell holds 32,767 characters; a run of rich text is part of one. */
const longestText = 1_000_000

/** What is wrong, or undefined where it is sound. */
export const unsoundness = (xml: string): string | undefined => {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = endOf(xml, at)
    if (end < 0) return 'a tag is never closed'
    if (end - at > longestTag && !xml.startsWith('<!', at)) return 'a tag is too long'
    const sign = xml[at + 1]
    if (xml.startsWith('<!DOCTYPE', at)) return 'it has a document type'
    if (sign === '/') depth--
    else if (sign !== '?' && sign !== '!' && xml[end - 1] !== '/') depth++
    if (depth > deepest) return 'it is nested too deeply'
    const next = xml.indexOf('<', end)
    if (next - end > longestText) return 'a text is too long'
    at = end
  }
  return depth === 0 ? undefined : 'its tags do not match'
}

const endOf = (xml: string, at: number): number => {
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at)
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at)
  return xml.indexOf('>', at)
}
