/** Facts from records: what a register holds, reduced to what its form prints. Pure; names as they were at the act. */
import type { AuthorityCheck } from '../contracts/authority-check.ts'
import { instantOf } from '../journal/clock.ts'
import { localTime } from '../office/dates.ts'
import type { Seal, SealUse } from '../seals/records.ts'
import type { Slip } from '../supplies/records.ts'
import type { AuthorityCheckFacts, BookRow, BookTotals, IssueSlipFacts, SealBookFacts, SealUseFacts } from './facts.ts'

/** Canonical JSON holds no `undefined`, and facts read back from a file must equal those that were made. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const sealFacts = (use: Pick<SealUse, 'seal'>, seal: Seal | undefined, impression: string | undefined) =>
  defined({
    code: use.seal.code,
    name: use.seal.name,
    type: seal?.type ?? 'other',
    impression,
    width: seal?.widthMm,
  })

const voidedFacts = ({ voided }: SealUse): BookRow['voided'] =>
  voided && { at: voided.at, by: voided.by.name, reason: voided.reason, wasStamped: voided.wasStamped }

const rowFacts = (use: SealUse): BookRow =>
  defined({
    number: use.number,
    at: use.usedAt,
    title: use.document.title,
    documentNumber: use.document.number,
    counterparty: use.recipient ?? use.counterparty,
    purpose: use.purpose,
    copies: use.copies,
    approved: use.approved,
    actual: use.actual,
    spoiled: use.spoiled,
    seam: use.seam,
    handler: use.handler?.name ?? '',
    approver: use.approver?.name,
    witness: use.witness?.name,
    remark: use.exception ?? use.remarks,
    voided: voidedFacts(use),
    corrected: use.corrected?.reason,
  })

/** @param office the office's name; `department` the applicant's, as the request has it */
export const sealUseFactsOf = (
  office: string,
  use: SealUse,
  seal: Seal | undefined,
  department?: string,
): SealUseFacts =>
  defined({
    ...rowFacts(use),
    remark: use.remarks,
    form: 'seal-use',
    office,
    seal: sealFacts(use, seal, undefined),
    category: use.category,
    request: use.request?.number,
    contract: use.contract?.number,
    amount: use.contract?.amount,
    currency: use.contract?.currency,
    pages: use.document.pages,
    applicant: use.applicant?.name,
    department,
    sealer: use.sealer?.name ?? '',
    place: use.place,
    documentHash: use.documentShaAfter ?? use.documentShaBefore ?? use.document.sha256,
    approvedBy: use.approvedBy?.map(({ person, standsFor }) =>
      defined({ name: person.name, standsFor: standsFor?.name }),
    ),
    override: use.override && { second: use.override.second.name, reason: use.override.reason },
    exception: use.exception,
    verdict: use.verdict,
  })

export type SealMonth = {
  seal: Seal
  month: string
  /** SHA-256 of the impression image. */
  impression: string | undefined
  rows: readonly SealUse[]
  before: BookTotals
  /** 册号 within the year. */
  book: number
  closing?: SealBookFacts['closing'] | undefined
}

export const sealBookFactsOf = (
  office: string,
  { seal, month, impression, rows, before, book, closing }: SealMonth,
): SealBookFacts =>
  defined({
    form: 'seal-book',
    office,
    seal: sealFacts({ seal }, seal, impression),
    custodian: seal.custodian?.name,
    month,
    year: Number(month.slice(0, 4)),
    book,
    rows: rows.map(rowFacts),
    before,
    closing,
  })

const lineFacts = (line: Slip['lines'][number]): IssueSlipFacts['lines'][number] =>
  defined({
    code: line.item.code,
    name: line.item.name,
    spec: line.item.spec,
    unit: line.unit,
    issued: String(line.quantity),
    unitCost: line.unitCost,
    amount: line.amount,
    overQuota: line.overQuota === undefined ? undefined : { count: line.overQuota, unit: line.baseUnit },
    isOldReturned: line.oldReturned,
    requested: line.asked === undefined ? undefined : String(line.asked),
    lot: line.lot,
  })

/** @param zone the office's, since a slip keeps its time as an instant */
export const issueSlipFactsOf = (office: string, slip: Slip, zone: string, signature?: string): IssueSlipFacts =>
  defined({
    form: 'issue-slip',
    office,
    number: slip.numbered.number,
    at: `${slip.date} ${localTime(slip.enteredAt, zone).slice(11)}`,
    recipient: slip.recipient?.name ?? '',
    department: slip.recipient?.department?.name,
    location: [...new Set(slip.lines.map(({ location }) => location))].join('、'),
    purpose: slip.purpose,
    clerk: slip.clerk.name,
    quotaReason: slip.reason,
    request: slip.request?.number,
    approver: slip.approval?.by.name,
    promised: slip.promised,
    signature,
    lines: slip.lines.map(lineFacts),
    total: slip.amount,
    reversedBy: slip.reversedBy?.number,
  })

/** @param at the entry's stamp, since a check records only its date */
export const authorityCheckFactsOf = (
  office: string,
  check: AuthorityCheck,
  at: string | undefined,
  zone: string,
): AuthorityCheckFacts =>
  defined({
    form: 'authority-check',
    office,
    number: check.number,
    at: at === undefined ? check.askedOn : localTime(instantOf(at), zone),
    clerk: check.clerk.name,
    action: check.action,
    contractNumber: check.asked.number,
    contractName: check.asked.name,
    contractType: check.asked.type,
    counterparty: check.asked.counterparty,
    amount: check.asked.amount,
    currency: check.asked.currency,
    joint: check.joint.map(({ name }) => name),
    verdict: check.verdict,
    instead: check.instead.map(({ person, post, number }) => [person.name, post, number].filter(Boolean).join(' ')),
    freshness: [],
  })
