/** What a target of an import is: its fields with the headings they go by, and how a row becomes entries. */
import type { Draft } from '../journal/entry.ts'
import type { NumberClass } from '../office/numbers.ts'
import type { Cell, CellHint, Parsed } from './cells.ts'
import type { Facts } from './facts.ts'
import type { ImportTarget } from './targets.ts'

export type FieldValue = string | number | boolean | string[]

export type ImportField = {
  key: string
  /** Word key; its Chinese and English texts are headings the field is recognised by, too. */
  label: string
  /** Other headings people use. Compared half-width, in lower case, without spaces and brackets. */
  headings: { zh: readonly string[]; en: readonly string[] }
  required: boolean
  parse: (text: string, hint: CellHint) => Parsed<FieldValue>
}

/** A row's values by field key; fields without a value are absent. */
export type RowValues = Readonly<Record<string, FieldValue>>

/** Why a row cannot be entered: field key ('' for the row as a whole) and word key under `invalid.*`. */
export type Objection = { field: string; reason: string; detail?: string | readonly string[] | undefined }

export type RowAnswer =
  /** To be entered. Drafts named in `numbered` get the next number of that class when they are. */
  | { drafts: Draft[]; numbered?: NumberClass }
  /** The office has it already, so the row is left alone. */
  | { known: true }
  | { objections: Objection[] }

export type ImportContext = {
  today: string
  /** Office time `2026-11-23 13:05`. */
  at: string
  newId: () => string
  /** Who imports. */
  actor: { id: string; name: string }
  /** What the office holds; importers add what their rows bring, so that later rows can refer to it. */
  facts: Facts
}

export type Importer = {
  target: ImportTarget
  fields: readonly ImportField[]
  /** What must not occur twice in a file; undefined where the row says nothing of it. */
  uniqueBy: (values: RowValues) => string | undefined
  /** The field to which a repeated row is objected. */
  uniqueField: string
  /** Pure but for what it adds to `context.facts`. */
  toDrafts: (values: RowValues, context: ImportContext) => RowAnswer
}

/** Which column a field comes from; 0 is the first. */
export type Mapping = Readonly<Record<string, number>>

/** A row with its number in the spreadsheet, 1 is the first. */
export type NumberedRow = { row: number; cells: readonly Cell[] }
