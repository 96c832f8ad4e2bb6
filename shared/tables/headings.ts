/** Finding the heading row and guessing which column holds which field, from Chinese and English headings. */
import type { Language } from '../office/words.ts'
import { plain, type Cell } from './cells.ts'
import type { ImportField, Mapping } from './importer.ts'
import { tableWords } from './words.ts'

/** A heading as compared: half-width, lower case, without spaces, brackets, stars and colons. */
export const normalHeading = (text: string): string =>
  withoutBrackets(plain(text))
    .toLowerCase()
    .replaceAll(/[\s*:_.#'"/-]/g, '')

const withoutBrackets = (text: string): string => text.replaceAll(/[([{【〔<《][^)\]}】〕>》]*[)\]}】〕>》]?/g, '')

/** What stands in the brackets of a heading: `金额（万元）` -> 万元; a unit behind a slash counts too: `金额/元`. */
export const unitOf = (heading: string): string | undefined =>
  /[([{【〔]\s*(?:单位\s*[::]?\s*)?([^)\]}】〕]+)/.exec(plain(heading))?.[1]?.trim() ??
  /[/:]\s*((?:[亿万千百]+)?元)$/.exec(plain(heading))?.[1]

const languages: readonly Language[] = ['zh-CN', 'en']

const namesOf = (field: ImportField): string[] => {
  const labels = languages.map((language) => (tableWords[language] as Record<string, string>)[field.label] ?? '')
  return [...labels, ...field.headings.zh, ...field.headings.en].map(normalHeading).filter((name) => name !== '')
}

/** How well a heading names a field: 100 the same words, less where one only contains the other, 0 not at all. */
const likeness = (heading: string, names: readonly string[]): number => {
  let best = 0
  for (const [order, name] of names.entries()) {
    if (name === heading) return 100 - Math.min(order, 9) / 10
    if (name.length < 2 || heading.length < 2) continue
    // A short name inside a long heading says little: 编号 stands in 合同编号 and in 备案编号 alike.
    if (heading.includes(name)) best = Math.max(best, 30 + (50 * name.length) / heading.length)
    else if (name.includes(heading)) best = Math.max(best, 20 + (30 * heading.length) / name.length)
  }
  return best
}

const enough = 55

/**
 * Field key -> column for the headings that are recognised; each column and each field is used once, best likeness first.
 * @param headings the heading row's cells
 */
export const guessMapping = (headings: readonly Cell[], fields: readonly ImportField[]): Mapping => {
  const names = new Map(fields.map((field) => [field.key, namesOf(field)]))
  const pairs = headings.flatMap((cell, column) => {
    const heading = normalHeading(cell ?? '')
    if (heading === '') return []
    return fields
      .map((field) => ({ key: field.key, column, score: likeness(heading, names.get(field.key) ?? []) }))
      .filter(({ score }) => score >= enough)
  })
  const mapping: Record<string, number> = {}
  const usedColumns = new Set<number>()
  for (const { key, column } of pairs.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (key in mapping || usedColumns.has(column)) continue
    mapping[key] = column
    usedColumns.add(column)
  }
  return mapping
}

/** Titles, dates of printing and blank rows often stand above the headings. */
const searched = 20

/**
 * The row that holds the headings, 1 is the first: among the first twenty the one that names most fields; where none
 * names two, the first with more than one cell.
 */
export const guessHeadingRow = (rows: readonly (readonly Cell[])[], fields: readonly ImportField[]): number => {
  let best = { row: 0, named: 1 }
  for (const [index, cells] of rows.slice(0, searched).entries()) {
    const named = Object.keys(guessMapping(cells, fields)).length
    if (named > best.named) best = { row: index + 1, named }
  }
  if (best.row > 0) return best.row
  const first = rows.slice(0, searched).findIndex((cells) => cells.filter((cell) => cell !== null).length > 1)
  return first < 0 ? 1 : first + 1
}
