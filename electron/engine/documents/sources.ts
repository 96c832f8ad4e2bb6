/** The house's answers to the printing room: facts from the registers' rows, the desk's key from its file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sealUseFactsOf } from '../../../shared/documents/facts-of.ts'
import { deskType, officeType } from '../../../shared/office/subjects.ts'
import type { Reading } from '../act.ts'
import { contractOf } from '../contracts/store.ts'
import { isSignedBy, readDeskKey } from '../journal/desk-key.ts'
import { positions } from '../journal/entries.ts'
import { requestOf, sealOf, useOf, useShown } from '../seals/store.ts'
import { recordsOf } from '../store/derived.ts'
import { sql, type Read } from '../store/sql.ts'
import { requestSource, stockSource, type ReadPicture } from './slip-sources.ts'
import { lifeSource } from './life-sources.ts'
import { bookSource } from './book-source.ts'
import { purchaseSource } from './purchase-source.ts'
import { sealRequestSource, type FileDigest } from './seal-request-source.ts'
import { stocktakeSource } from './stocktake-source.ts'
import { itemLedgerSource, stockClosingSource, supplyReportSource } from './stock-sources.ts'
import { closingSource } from './closing-source.ts'
import type { DocumentDeps, Source, Wanted } from './deps.ts'
import { checkSource } from './check-source.ts'
import { keptFile, type IdFor } from './kept-file.ts'
import { letterSource } from './letter-source.ts'
import { contractRegisterSource, delegationRegisterSource, revocationSource } from './register-sources.ts'

export const officeName = (db: Read): string => recordsOf(db, officeType, sql`limit 1`)[0]?.name ?? ''

const sealUse = ({ db }: Reading, id: string): Source | undefined => {
  const stored = useOf(db, id)
  if (!stored) return undefined
  const use = useShown(stored)
  const department = use.request && requestOf(db, use.request.id)?.department
  const facts = sealUseFactsOf(officeName(db), use, sealOf(db, use.seal.id), department)
  return { facts, number: use.number, title: use.document.title, impression: undefined }
}

type Files = { read: ReadPicture; digest: FileDigest }

const source = (reading: Reading, { form, subject, period }: Wanted, { read, digest }: Files): Source | undefined => {
  switch (form) {
    case 'seal-use':
      return sealUse(reading, subject)
    case 'seal-request':
      return sealRequestSource(reading, officeName(reading.db), subject, digest)
    case 'seal-book':
      return period === undefined ? undefined : bookSource(reading, officeName(reading.db), subject, period)
    case 'seal-closing':
      return closingSource(reading, officeName(reading.db), subject)
    case 'purchase-request':
      return purchaseSource(reading, officeName(reading.db), subject)
    case 'stocktake-sheet':
      return stocktakeSource(reading, officeName(reading.db), subject)
    case 'stock-closing':
      return stockClosingSource(reading, subject)
    case 'item-ledger':
      return period === undefined ? undefined : itemLedgerSource(reading, subject, period)
    case 'supply-report':
      return period === undefined ? undefined : supplyReportSource(reading, subject, period)
    case 'issue-slip':
    case 'receipt-slip':
    case 'return-slip':
    case 'move-slip':
      return stockSource(reading, form, subject, { office: officeName(reading.db), read })
    case 'supply-request':
      return requestSource(reading, subject, officeName(reading.db))
    case 'authority-check':
      return checkSource(reading, officeName(reading.db), subject)
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

/** A use that was voided, or corrected since; a contract that was broken off; a request that came to nothing. */
const standsSince: DocumentDeps['standsSince'] = ({ db }, { type, subject }, at) => {
  if (type === 'seal_use') {
    const use = useOf(db, subject)
    return use?.status === 'used' && (use.corrected === undefined || use.corrected.at <= at)
  }
  if (type === 'seal_request') {
    const status = requestOf(db, subject)?.status
    return status !== undefined && status !== 'withdrawn' && status !== 'rejected'
  }
  return (
    type === 'contract' && contractOf(db, subject) !== undefined && contractOf(db, subject)?.status !== 'terminated'
  )
}

/** The font's file: under the name the app ships it by, or under the package's where we run from source. */
export const fontIn = (resources: string): string =>
  [join(resources, 'fonts/NotoSansSC-Regular.ttf'), join(resources, 'NotoSansSC_400Regular.ttf')].find(existsSync) ??
  join(resources, 'fonts/NotoSansSC-Regular.ttf')

/**
 * What the printing room needs, answered from the office's own file.
 * @param font path of NotoSansSC-Regular.ttf
 * @param read the picture of a signature, from the attachments
 * @param digest what an attachment's content is
 * @param idFor what a content would be kept by
 */
export const documentDeps = (
  font: string,
  read: ReadPicture = () => undefined,
  digest: FileDigest = () => undefined,
  idFor: IdFor = () => undefined,
): DocumentDeps => ({
  font,
  source: (reading, wanted) => source(reading, wanted, { read, digest }),
  standsSince,
  keptFile: ({ db }, file) => keptFile(db, file, idFor),
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
