/** Reads a .csv or tab-separated text: finds its encoding and its separator, and stops at the limits. */
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Cell } from '../../../shared/tables/cells.ts'
import type { Limits } from '../../../shared/tables/targets.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export type Sheet = { name: string; rows: Cell[][] }

/**
 * By its byte order mark; else UTF-8 where all of it is valid UTF-8; else GB18030, which Chinese Excel writes and of
 * which GB2312 and GBK are parts. A text of ASCII alone is the same in both.
 */
export const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/**
 * @param name the file's name, for the fault
 * @returns one sheet and how its characters were understood, or `table-too-large`, `table-too-many-rows`,
 * `table-too-many-columns`, `table-damaged`
 */
export const readText = (
  bytes: Uint8Array,
  name: string,
  limits: Limits,
): { encoding: Encoding; sheet: Sheet } | Refusal => {
  if (bytes.length > limits.unpackedBytes)
    return refuse({ code: 'table-too-large', megabytes: limits.unpackedBytes / 1_048_576 })
  const encoding = encodingOf(bytes)
  const text = iconv.decode(bytes, encoding).replace(/^\uFEFF/, '')
  // One broken character may be an accident of the program that wrote it; many mean that it is no text at all.
  if (countOf(text, '\uFFFD') > 10 + text.length / 1000)
    return refuse({ code: 'table-not-a-table', name, found: 'binary' })
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) return refuse({ code: 'table-not-a-table', name, found: 'binary' })
  return parse(text, name, limits, encoding)
}

const countOf = (text: string, character: string): number => text.split(character).length - 1

const parse = (
  text: string,
  name: string,
  limits: Limits,
  encoding: Encoding,
): { encoding: Encoding; sheet: Sheet } | Refusal => {
  const most = limits.rows + 100
  // `sep=;` in the first line is Excel's own way to name the separator.
  const named = /^"?sep=(.)"?\r?\n/i.exec(text)
  const found = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? separatorOf(text),
    preview: most + 1,
  })
  if (found.errors.some(({ code }) => code === 'MissingQuotes'))
    return refuse({ code: 'table-damaged', name, detail: 'an opened quotation mark is never closed' })
  if (found.data.length > most) return refuse({ code: 'table-too-many-rows', limit: limits.rows })
  let widest = 0
  for (const row of found.data) widest = Math.max(widest, row.length)
  if (widest > limits.columns) return refuse({ code: 'table-too-many-columns', limit: limits.columns })
  if (widest * found.data.length > limits.cells) return refuse({ code: 'table-too-many-cells', limit: limits.cells })
  const rows = found.data.map((row) => row.map((cell) => (cell.trim() === '' ? null : unguarded(cell))))
  return { encoding, sheet: { name: name.replace(/\.[^.]*$/, ''), rows } }
}

/** `="001"` is how a .csv tells Excel to keep leading zeros; `'=…` is how exports keep a formula from running. */
const unguarded = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=[=+\-@\t\r])/, '')

/**
 * The separator that stands most often, and in most of the first lines, outside quotation marks; so a comma in one
 * address does not win over the tabs of every line.
 */
export const separatorOf = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
  const score = (separator: string): number => {
    const counts = lines.map((line) => countOf(line, separator)).filter((count) => count > 0)
    return counts.reduce((sum, count) => sum + Math.min(count, 50), 0) * counts.length
  }
  return [',', '\t', ';', '|'].reduce((best, next) => (score(next) > score(best) ? next : best))
}
