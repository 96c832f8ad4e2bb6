/** An old ledger's line becomes an entry of its own kind: it keeps 原编号 and takes no number of ours. */
import type { Draft } from '../journal/entry.ts'
import type { Category, SealRef } from './records.ts'

/** A line that was already checked: the seal is known, dates exist, counts are whole and not negative. */
export type LedgerRow = {
  /** A new subject id. */
  id: string
  seal: SealRef
  originalNumber: string
  /** Plain date `2019-03-04`. */
  usedOn: string
  title: string
  documentNumber?: string | undefined
  category?: Category | undefined
  copies: number
  /** Impressions made well, seam impressions included. */
  actual: number
  spoiled?: number | undefined
  seam?: number | undefined
  recipient?: string | undefined
  counterparty?: string | undefined
  purpose?: string | undefined
  contractNumber?: string | undefined
  applicant?: string | undefined
  approver?: string | undefined
  handler?: string | undefined
  sealer?: string | undefined
  witness?: string | undefined
  archiveNumber?: string | undefined
  remarks?: string | undefined
}

const byName = (name: string | undefined): { name: string } | undefined => (name === undefined ? undefined : { name })

/**
 * The entry for a line of an old ledger. What was approved is not known, so it counts as what was made.
 * @returns a draft of kind `seal.ledger-imported`
 */
export const importedUse = (row: LedgerRow): Draft => ({
  kind: 'seal.ledger-imported',
  subject: row.id,
  body: {
    originalNumber: row.originalNumber,
    number: row.originalNumber,
    seal: row.seal,
    usedAt: row.usedOn,
    category: row.category ?? 'other',
    document: { title: row.title, number: row.documentNumber },
    recipient: row.recipient,
    counterparty: row.counterparty,
    purpose: row.purpose,
    contract: row.contractNumber === undefined ? undefined : { number: row.contractNumber },
    copies: row.copies,
    approved: row.actual + (row.spoiled ?? 0),
    actual: row.actual,
    spoiled: row.spoiled ?? 0,
    seam: row.seam ?? 0,
    applicant: byName(row.applicant),
    approver: byName(row.approver),
    handler: byName(row.handler),
    sealer: byName(row.sealer),
    witness: byName(row.witness),
    archiveNumber: row.archiveNumber,
    remarks: row.remarks,
    status: 'used',
  },
})
