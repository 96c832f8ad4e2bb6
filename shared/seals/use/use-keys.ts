/**
 * The keys a use is listed and found by. Every byte of them lies in four indexes, and a page of an index that splits is
 * several pages of a commit, so they hold what orders and tells apart and no whole ids.
 */
import type { SealUse } from '../records.ts'

/** Derived by the fold so that a page of the book can start anywhere by one key. */
export type StoredUse = SealUse & {
  /** Seal, year, book, serial; an old ledger's numbers sort as text, before the books of their year. */
  numberKey: string
  dateKey: string
  /** A number that the key does not tell, such as an old ledger's, and that is looked up by itself. */
  oddNumber?: string
}

const printed = /^(.+)-(\d{4})(?:\.(\d{1,3}))?-(\d{4,9})$/

/** How the keys of a printed number begin (`HT01-2026-0012` -> `HT01|2026|001|000000012|`); undefined for one of another form. */
export const keyOfNumber = (number: string): string | undefined => {
  const [, code, year, book = '1', serial] = printed.exec(number) ?? []
  return serial && `${code}|${year}|${book.padStart(3, '0')}|${serial.padStart(9, '0')}|`
}

/** The last twelve digits of an id are random: enough to tell two uses apart that two desks gave one number. */
const mark = (id: string): string => id.slice(-12)

export const keysOf = (use: SealUse): Pick<StoredUse, 'numberKey' | 'dateKey' | 'oddNumber'> => {
  const within = `${use.seal.code}|${use.usedAt.slice(0, 4)}|`
  const told = use.numbered && keyOfNumber(use.number)
  const isTold = told?.startsWith(within) ?? false
  const numberKey = `${isTold ? told : `${within}|${use.number.padStart(20, '0')}|`}${mark(use.id)}`
  const keys = { numberKey, dateKey: `${use.usedAt}|${numberKey}` }
  return isTold ? keys : { ...keys, oddNumber: use.number }
}
