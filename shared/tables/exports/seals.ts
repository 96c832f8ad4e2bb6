/** The seal register's lists: cabinet, requests, uses. */
import type { RequestState } from '../../seals/requests/lapse.ts'
import type { Seal, SealRequest, SealUse } from '../../seals/records.ts'
import { column, listed, type Exporter } from '../exporter.ts'

export const sealExport: Exporter<Seal> = {
  list: 'seals',
  title: 'tables.list.seals',
  columns: [
    column('tables.column.seal.code', 'text', ({ code }) => code, 10),
    column('tables.field.ledger.seal', 'text', ({ name }) => name, 24),
    column('tables.column.seal.type', 'text', ({ type }, word) => word(`seals.type.${type}`)),
    column('tables.column.seal.kind', 'text', ({ kind }, word) => word(`seals.kind.${kind}`), 10),
    column('tables.column.seal.size', 'text', ({ widthMm, heightMm }) => `${widthMm}×${heightMm}`, 10),
    column('tables.column.seal.inscription', 'text', ({ inscription }) => inscription, 24),
    column('tables.column.seal.filingNumber', 'text', ({ filingNumber }) => filingNumber),
    column('tables.column.seal.engravedOn', 'date', ({ engravedOn }) => engravedOn),
    column('tables.column.seal.activatedOn', 'date', ({ activatedOn }) => activatedOn),
    column('tables.column.seal.retiredOn', 'date', ({ retiredOn }) => retiredOn),
    column('tables.column.seal.owner', 'text', ({ owner }) => owner),
    column('tables.column.seal.custodian', 'text', ({ custodian }) => custodian?.name, 12),
    column('tables.column.seal.coCustodian', 'text', ({ coCustodian }) => coCustodian?.name, 12),
    column('tables.column.seal.place', 'text', ({ place }) => place),
    column('tables.column.seal.homeDesk', 'text', ({ homeDesk }) => homeDesk, 8),
    column('tables.column.status', 'text', ({ status }, word) => word(`seals.status.${status}`), 10),
    column('tables.field.ledger.remarks', 'text', ({ remarks }) => remarks, 24),
  ],
}

/** A request with its state on the day of the export. */
export type RequestRow = SealRequest & { state: RequestState }

export const requestExport: Exporter<RequestRow> = {
  list: 'seal-requests',
  title: 'tables.list.seal-requests',
  columns: [
    column('tables.column.request.number', 'text', ({ number }) => number),
    column('tables.column.request.submittedAt', 'time', ({ submittedAt }) => submittedAt),
    column('tables.field.ledger.applicant', 'text', ({ applicant }) => applicant.name, 12),
    column('tables.field.person.department', 'text', ({ department }) => department),
    column(
      'tables.field.ledger.seal',
      'text',
      ({ lines }, word) =>
        listed(
          lines.map(({ seal }) => seal.name),
          word,
        ),
      24,
    ),
    column('tables.field.ledger.title', 'text', ({ document }) => document.title, 36),
    column('tables.field.ledger.documentNumber', 'text', ({ document }) => document.number),
    column('tables.field.ledger.category', 'text', ({ category }, word) => word(`seals.category.${category}`), 10),
    column('tables.column.request.mode', 'text', ({ mode }, word) => word(`seals.mode.${mode}`), 10),
    column('tables.field.ledger.copies', 'count', ({ copies }) => copies),
    column('tables.column.request.approved', 'count', ({ lines }) =>
      lines.reduce((sum, { approved }) => sum + approved, 0),
    ),
    column('tables.field.ledger.purpose', 'text', ({ purpose }) => purpose, 24),
    column('tables.field.ledger.counterparty', 'text', ({ counterparty }) => counterparty, 24),
    column('tables.field.ledger.contractNumber', 'text', ({ contract }) => contract?.number),
    column('tables.column.request.useBy', 'date', ({ useBy }) => useBy),
    column(
      'tables.field.ledger.approver',
      'text',
      ({ approvals }, word) =>
        listed(
          approvals.map(({ person }) => person.name),
          word,
        ),
      14,
    ),
    column('tables.column.status', 'text', ({ state }, word) => word(`seals.request-status.${state}`), 10),
  ],
}

export const useExport: Exporter<SealUse> = {
  list: 'seal-uses',
  title: 'tables.list.seal-uses',
  columns: [
    column('tables.field.ledger.originalNumber', 'text', ({ number }) => number),
    column('tables.field.ledger.seal', 'text', ({ seal }) => seal.code, 10),
    column('tables.column.use.sealName', 'text', ({ seal }) => seal.name, 24),
    column('tables.field.ledger.usedOn', 'time', ({ usedAt }) => usedAt),
    column('tables.field.ledger.title', 'text', ({ document }) => document.title, 36),
    column('tables.field.ledger.documentNumber', 'text', ({ document }) => document.number),
    column('tables.field.ledger.category', 'text', ({ category }, word) => word(`seals.category.${category}`), 10),
    column('tables.field.ledger.copies', 'count', ({ copies }) => copies),
    column('tables.field.ledger.actual', 'count', ({ actual }) => actual),
    column('tables.field.ledger.spoiled', 'count', ({ spoiled }) => spoiled),
    column('tables.field.ledger.seam', 'count', ({ seam }) => seam),
    column('tables.field.ledger.recipient', 'text', ({ recipient }) => recipient, 24),
    column('tables.field.ledger.counterparty', 'text', ({ counterparty }) => counterparty, 24),
    column('tables.field.ledger.purpose', 'text', ({ purpose }) => purpose, 24),
    column('tables.field.ledger.contractNumber', 'text', ({ contract }) => contract?.number),
    column('tables.field.ledger.applicant', 'text', ({ applicant }) => applicant?.name, 12),
    column('tables.field.ledger.approver', 'text', ({ approver }) => approver?.name, 12),
    column('tables.field.ledger.handler', 'text', ({ handler }) => handler?.name, 12),
    column('tables.field.ledger.sealer', 'text', ({ sealer }) => sealer?.name, 12),
    column('tables.field.ledger.witness', 'text', ({ witness }) => witness?.name, 12),
    column('tables.field.ledger.archiveNumber', 'text', ({ archiveNumber }) => archiveNumber),
    column(
      'tables.column.use.verdict',
      'text',
      ({ verdict }, word) => verdict && word(`authority.result.${verdict.result}`),
      10,
    ),
    column('tables.column.use.exception', 'text', ({ exception }) => exception, 24),
    column('tables.column.use.voided', 'text', ({ voided }) => voided?.reason, 24),
    column('tables.column.status', 'text', ({ status }, word) => word(`seals.use-status.${status}`), 10),
    column('tables.field.ledger.remarks', 'text', ({ remarks }) => remarks, 24),
  ],
}
