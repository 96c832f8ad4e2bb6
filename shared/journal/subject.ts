/** A kind of subject (a seal, a use, a slip …): its entries' schemas, its fold, what it adds to accounts, how it is found. */
import type { z } from 'zod'
import type { DerivedException } from '../office/exceptions.ts'
import type { Entry } from './entry.ts'

/** Where a subject adds to a balance or a count: `stock:<item>:<location>` +3. Integers only. */
export type Contribution = { account: string; delta: number }

/** How the one box finds a subject and what it shows. */
export type SearchEntry = {
  /** Shown first, also searched by pinyin and initials. */
  title: string
  /** Shown behind it in grey, searched as text. */
  detail: string
  /** Further texts to be found by: numbers, codes, names. Those with Han characters are also found by pinyin. */
  words: string[]
  /** 'master' data (people, seals, items, contracts) stand before 'log' records (uses, slips) in the answer. */
  class: 'master' | 'log'
}

export type LineValue = string | number | null

/**
 * Rows of a table beside the record's own: what many records hold many of, to be summed without opening a record. They
 * are kept as contributions are: new minus old, rebuilt and proved with the record.
 */
export type LineTable<R> = {
  name: string
  /** Column -> SQLite type, in the order of the values. */
  columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>
  /** The columns, never null, that tell one line from all others; rows lie in their order. */
  key: readonly string[]
  /** Total and pure. */
  of: (record: R) => LineValue[][]
}

/** Every record carries its subject id. */
export type Identified = { id: string }

export type SubjectType<R extends Identified = Identified> = {
  /** Table name and word in answers: `seal_use`. */
  name: string
  /** Body schema per entry kind. Checked when an entry is authored; a body from elsewhere that does not meet it is kept and skipped. */
  kinds: Record<string, z.ZodType>
  /** Total and pure: never throws on content, returns the record after this entry. */
  reduce: (record: R | undefined, entry: Entry) => R | undefined
  /** Fields of entries that are taken in beside each other, such as approvals: two desks that enter them do not differ. */
  merged?: readonly string[]
  contribute?: (record: R) => Contribution[]
  lines?: LineTable<R>
  search?: (record: R) => SearchEntry | undefined
  /** What is wrong with the record as it stands, for the register of exceptions; total and pure as `contribute`. */
  exceptions?: (record: R) => DerivedException[]
}

/**
 * Declares a subject type; a function only so that the record's type is inferred and checked.
 * The result is widened, since the store treats all types alike.
 */
export const subjectType = <R extends Identified>(type: SubjectType<R>): SubjectType<R> => type

/**
 * The plain fold most subjects use: the first entry makes the record, later ones overlay their fields.
 * @param entry its body must hold only fields of the record
 */
export const overlay = <R extends Identified>(record: R | undefined, entry: Entry): R =>
  ({ ...record, ...entry.body, id: entry.subject }) as R
