/** What an exported list is: its columns with the words of their headings, and how a record becomes cells. */
import type { ExportList } from './targets.ts'

/** Money in minor units, counts as integers, dates `2026-11-23`, times `2026-11-23 13:05`; the rest is text. */
export type ColumnKind = 'text' | 'money' | 'count' | 'date' | 'time'

export type ExportCell = string | number | undefined

/** Words by key in the language of the export. */
export type WordOf = (key: string, values?: Readonly<Record<string, unknown>>) => string

export type ExportColumn<R> = {
  /** Word key of the heading. */
  heading: string
  kind: ColumnKind
  /** Characters. */
  width: number
  value: (record: R, word: WordOf) => ExportCell
}

export type Exporter<R> = {
  list: ExportList
  /** Word key of the list's name, which names file and sheet. */
  title: string
  columns: readonly ExportColumn<R>[]
}

const widths: Record<ColumnKind, number> = { text: 18, money: 16, count: 10, date: 12, time: 17 }

/** A column; a function only to fill in the usual width. */
export const column = <R>(
  heading: string,
  kind: ColumnKind,
  value: ExportColumn<R>['value'],
  width = widths[kind],
): ExportColumn<R> => ({ heading, kind, width, value })

/** Names in one cell as the reader's language sets them apart; nothing where there are none. */
export const listed = (parts: readonly string[], word: WordOf): string | undefined =>
  parts.join(word('tables.list-joint')) || undefined
