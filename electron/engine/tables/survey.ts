/**
 * Looks over a sheet's XML before it is parsed: how far its rows and columns really reach, since a sheet of a few
 * bytes may place one cell at row 1,048,576; and mends what other programs write and the parser refuses.
 */
import type { Limits } from '../../../shared/tables/targets.ts'

export type Reach = { rows: number; columns: number }

// An attribute never holds `<`; so a file made of openings that never close is passed over in one sweep.
const rowTag = /<(?:\w+:)?row\b([^<>]*)>/g
const cellTag = /<(?:\w+:)?c\b([^<>]*)>/g

const columnOf = (letters: string): number => {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Counted rows and the highest row number, whichever is more; the rightmost cell that is not empty. */
export const reachOf = (xml: string, limits: Limits): Reach => {
  let [counted, highest, columns] = [0, 0, 0]
  for (const [, attributes = ''] of xml.matchAll(rowTag)) {
    counted++
    highest = Math.max(highest, Number(/\br\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 0))
    if (Math.max(counted, highest) > limits.rows * 11) break
  }
  for (const [, attributes = ''] of xml.matchAll(cellTag)) {
    // A cell that is only coloured closes itself and holds nothing.
    if (attributes.endsWith('/')) continue
    const letters = /\br\s*=\s*["']([A-Z]{1,7})\d+["']/.exec(attributes)?.[1]
    if (letters) columns = Math.max(columns, columnOf(letters))
    if (columns > 16_384) break
  }
  return { rows: Math.max(counted, highest), columns }
}

/**
 * What the parser cannot read becomes what it can: prefixed elements (`<x:row>`, as .NET writes them), cells that
 * hold an error (`#N/A` becomes a text that the row's check then names), formulas whose result was not saved,
 * cells and rows without their address.
 */
export const mend = (xml: string): string => withAddresses(withoutErrors(withoutPrefix(xml)))

const withoutPrefix = (xml: string): string => {
  const prefix = /<(\w+):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml.slice(0, 4096))?.[1]
  return prefix === undefined ? xml : xml.replaceAll(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1')
}

const withoutErrors = (xml: string): string => {
  const known = xml.includes('t="e"') ? xml.replaceAll(/(<c\b[^<>]{0,500}?\bt=")e"/g, '$1str"') : xml
  return known.replaceAll(
    /(<c\b[^<>]{0,500}?)\st="str"([^<>]{0,500}>\s{0,99}(?:<f\b[^<>]{0,500}\/>|<f\b[^<>]{0,500}>[^<]*<\/f>)?\s{0,99}<\/c>)/g,
    '$1$2',
  )
}

const withAddresses = (xml: string): string => {
  if (!/<c(?:\s+(?!r=)[\w:]+="[^"]*")*\s*\/?>/.test(xml)) return xml
  let [row, column] = [0, 0]
  return xml.replaceAll(/<(row|c)\b([^<>]*?)(\/?)>/g, (whole, tag: string, attributes: string, end: string) => {
    const address = /\br="([A-Z]*)(\d+)"/.exec(attributes)
    if (tag === 'row') {
      row = address ? Number(address[2]) : row + 1
      column = 0
      return address ? whole : `<row r="${row}"${attributes}${end}>`
    }
    column = address?.[1] ? columnOf(address[1]) : column + 1
    return address ? whole : `<c r="${lettersOf(column)}${row}"${attributes}${end}>`
  })
}

const lettersOf = (column: number): string => {
  let [left, letters] = [column, '']
  for (; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}
