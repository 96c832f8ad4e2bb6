/** Archive numbers: which use carries one, and why one cannot be typed. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { SealUse } from '../../../shared/seals/records.ts'
import type { StoredUse } from '../../../shared/seals/subjects.ts'
import { search } from '../search/search-index.ts'
import type { Read } from '../store/sql.ts'
import { useOf } from './store.ts'

/** The use that carries an archive number; found like any other text, so that no use pays for an index. */
export const useByArchiveNumber = (db: Read, archiveNumber: string): StoredUse | undefined =>
  search(db, archiveNumber, 50, ['seal_use'])
    .map(({ subject }) => useOf(db, subject))
    .find((use) => use?.archiveNumber === archiveNumber)

/** The form of the numbers given here, whoever's desk it is: typed by hand it would be given a second time. */
const ownNumber = /^GD-[A-Z]-\d{4}(\.\d+)?-\d{4,}$/

/** Why a number cannot be typed as the archive number of a use, if so. */
export const refuseArchiveNumber = (db: Read, use: SealUse, typed: string): Refusal | undefined => {
  if (typed === use.archiveNumber) return undefined
  const other = useByArchiveNumber(db, typed)
  if (other) return refuse({ code: 'archive-number-taken', archiveNumber: typed, number: other.number })
  return ownNumber.test(typed)
    ? refuse({ code: 'invalid-input', problems: [{ path: 'archiveNumber', reason: 'invalid.own-number' }] })
    : undefined
}
