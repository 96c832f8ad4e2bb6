/** The house's answers to the printing room: facts from the registers' rows, the desk's key from its file. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BookTotals } from '../../../shared/documents/facts.ts'
import {
  authorityCheckFactsOf,
  issueSlipFactsOf,
  sealBookFactsOf,
  sealUseFactsOf,
} from '../../../shared/documents/facts-of.ts'
import { bookType, deskType, officeType } from '../../../shared/office/subjects.ts'
import { useSubject } from '../../../shared/seals/subjects.ts'
import type { Reading } from '../act.ts'
import { checkOf } from '../contracts/store.ts'
import { isSignedBy, readDeskKey } from '../journal/desk-key.ts'
import { entriesOf, positions } from '../journal/entries.ts'
import { impressionOf, monthCounts, requestOf, sealOf, useOf, useShown } from '../seals/store.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'
import { slipOf } from '../supplies/store.ts'
import { lifeSource } from './life-sources.ts'
import { closingSource } from './closing-source.ts'
import type { DocumentDeps, Source, Wanted } from './deps.ts'
import { letterSource } from './letter-source.ts'
import { contractRegisterSource, delegationRegisterSource, revocationSource } from './register-sources.ts'

const officeName = (db: Read): string => recordsOf(db, officeType, sql`limit 1`)[0]?.name ?? ''

const sealUse = ({ db }: Reading, id: string): Source | undefined => {
  const stored = useOf(db, id)
  if (!stored) return undefined
  const use = useShown(stored)
  const department = use.request && requestOf(db, use.request.id)?.department
  const facts = sealUseFactsOf(officeName(db), use, sealOf(db, use.seal.id), department)
  return { facts, number: use.number, title: use.document.title, impression: undefined }
}

/** What the year held before a month, from the counts that the uses contributed. */
const before = (db: Read, seal: string, month: string): BookTotals => {
  const year = month.slice(0, 4)
  const earlier = Array.from({ length: Number(month.slice(5)) - 1 }, (_, index) =>
    monthCounts(db, seal, `${year}-${(index + 1).toString().padStart(2, '0')}`),
  )
  const sum = (measure: keyof BookTotals): number => earlier.reduce((total, counts) => total + counts[measure], 0)
  return {
    uses: sum('uses'),
    voided: sum('voided'),
    copies: sum('copies'),
    actual: sum('actual'),
    spoiled: sum('spoiled'),
  }
}

const sealBook = ({ db }: Reading, id: string, month: string): Source | undefined => {
  const seal = sealOf(db, id)
  if (!seal) return undefined
  const rows = recordsOf(
    db,
    useSubject,
    sql`where seal = ${id} and date_key >= ${month} and date_key < ${`${month}~`} order by number_key`,
  ).map(useShown)
  const image = seal.impression === undefined ? undefined : impressionOf(db, seal.impression)
  const bookId = rows.findLast(({ numbered }) => numbered !== undefined)?.numbered?.book
  const book = bookId === undefined ? 1 : (recordOf(db, bookType, bookId)?.book ?? 1)
  const impression = image && createHash('sha256').update(image.data).digest('hex')
  const facts = sealBookFactsOf(officeName(db), { seal, month, impression, rows, before: before(db, id, month), book })
  return { facts, number: undefined, title: `${seal.name} ${month}`, impression: image }
}

const issueSlip = ({ db, zone }: Reading, id: string): Source | undefined => {
  const slip = slipOf(db, id)
  if (slip?.verb !== 'issue') return undefined
  const facts = issueSlipFactsOf(officeName(db), slip, zone)
  return { facts, number: slip.numbered.number, title: facts.recipient, impression: undefined }
}

const authorityCheck = ({ db, zone }: Reading, id: string): Source | undefined => {
  const check = checkOf(db, id)
  if (!check) return undefined
  const facts = authorityCheckFactsOf(officeName(db), check, entriesOf(db, check.id)[0]?.at, zone)
  const title = [check.person.name, check.asked.name].filter(Boolean).join(' ')
  return { facts, number: check.number, title, impression: undefined }
}

const source = (reading: Reading, { form, subject, period }: Wanted): Source | undefined => {
  switch (form) {
    case 'seal-use':
      return sealUse(reading, subject)
    case 'seal-book':
      return period === undefined ? undefined : sealBook(reading, subject, period)
    case 'seal-closing':
      return closingSource(reading, officeName(reading.db), subject)
    case 'issue-slip':
      return issueSlip(reading, subject)
    case 'authority-check':
      return authorityCheck(reading, subject)
    case 'revocation':
      return revocationSource(reading, officeName(reading.db), subject)
    case 'contract-register':
      return period === undefined ? undefined : contractRegisterSource(reading, officeName(reading.db), subject, period)
    case 'delegation-register':
      return delegationRegisterSource(reading, officeName(reading.db), subject)
    case 'letter-of-authority':
      return letterSource(reading, officeName(reading.db), subject)
    case 'seal-activation':
    case 'seal-disposal':
    case 'seal-loss':
    case 'seal-handover':
    case 'seal-outing':
      return lifeSource(reading, form, subject, officeName(reading.db))
  }
}

/** The font's file: under the name the app ships it by, or under the package's where we run from source. */
export const fontIn = (resources: string): string =>
  [join(resources, 'fonts/NotoSansSC-Regular.ttf'), join(resources, 'NotoSansSC_400Regular.ttf')].find(existsSync) ??
  join(resources, 'fonts/NotoSansSC-Regular.ttf')

/**
 * What the printing room needs, answered from the office's own file.
 * @param font path of NotoSansSC-Regular.ttf
 */
export const documentDeps = (font: string): DocumentDeps => ({
  font,
  source,
  desk: (db) => {
    const key = readDeskKey(db)
    if (!key) throw new Error('an open office has a desk key')
    return key
  },
  isSigned: (db, desk, bytes, signature) => {
    const known = recordsOf(db, deskType, sql`where substr(desk, 1, ${desk.length}) = ${desk} limit 1`)[0]
    return known && isSignedBy(Buffer.from(known.publicKey, 'base64'), bytes, signature)
  },
  head: (db) => {
    const { desk } = readDeskKey(db) ?? { desk: '' }
    return positions(db).find((position) => position.desk === desk)?.hash ?? ''
  },
})
