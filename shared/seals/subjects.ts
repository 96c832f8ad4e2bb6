/** Subject types of the seal register: what their entries hold, how they fold, what they count, how they are found. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import { overlay, subjectType } from '../journal/subject.ts'
import { absenceSubject } from './requests/absence.ts'
import { contributionsOf } from './accounts.ts'
import { laterBody, overlayAfter } from './changes.ts'
import { keysOf, type StoredUse } from './use/use-keys.ts'
import { closingSubject } from './closing/closing.ts'
import { lateExceptions, lateOf } from './late.ts'
import { useExceptions } from './use/use-exceptions.ts'
import { blankSubject } from './use/blank.ts'
import { requestExceptions } from './requests/request-exceptions.ts'
import { foldRequest } from './requests/request-fold.ts'
import { routeSubject } from './requests/route.ts'
import { sealExceptions } from './life/life-exceptions.ts'
import { sealLifeSubjects } from './life/life-subjects.ts'
import { foldSeal } from './life/seal-moves.ts'
import {
  approval,
  closed,
  impression,
  named,
  seal,
  sealRequest,
  sealUse,
  type Impression,
  type Seal,
  type SealRequest,
  type SealUse,
} from './records.ts'

export type { StoredUse }

/** What an act changes of the seal; `handedFrom` is read by the fold and not kept. */
const moved = laterBody({
  ...seal.pick({
    status: true,
    statusReason: true,
    activatedOn: true,
    retiredOn: true,
    filingNumber: true,
    registrar: true,
    impression: true,
    custodian: true,
    homeDesk: true,
    place: true,
    lastAct: true,
  }).shape,
  handedFrom: z.object({ custodian: named.optional(), homeDesk: z.string() }).optional(),
})

export const sealSubject = subjectType<Seal>({
  name: 'seal',
  kinds: {
    'seal.registered': seal.omit({ id: true }),
    'seal.changed': laterBody(
      seal.omit({ id: true, code: true, lastAct: true, otherHolder: true, custodyBy: true }).shape,
    ),
    // How a state was set before its acts had entries of their own.
    'seal.status-set': seal.pick({ status: true, statusReason: true, activatedOn: true, retiredOn: true }),
    'seal.state-changed': moved,
  },
  reduce: foldSeal,
  exceptions: sealExceptions,
  search: (record) => ({
    title: record.name,
    detail: [record.code, record.custodian?.name].filter(Boolean).join(' · '),
    words: [record.code, record.shortName, record.inscription, record.filingNumber, record.place].filter(
      (word) => word !== undefined,
    ),
    class: 'master',
  }),
})

export const impressionSubject = subjectType<Impression>({
  name: 'seal_impression',
  kinds: { 'seal.impression-kept': impression.omit({ id: true }) },
  reduce: overlay,
})

export const requestSubject = subjectType<SealRequest>({
  name: 'seal_request',
  kinds: {
    'seal.requested': sealRequest.omit({ id: true }),
    // Entered before approvals were a set; they fold all the same.
    'seal.request-approved': sealRequest.pick({ status: true, approvals: true }),
    'seal.request-rejected': sealRequest.pick({ status: true, approvals: true }),
    'seal.request-decided': z.object({ approval }),
    'seal.request-withdrawn': sealRequest.pick({ status: true }),
    'seal.request-done': sealRequest.pick({ status: true }),
    'seal.request-reopened': sealRequest.pick({ status: true }),
    'seal.request-closed': z.object({ closed }),
  },
  reduce: foldRequest,
  merged: ['approval'],
  exceptions: requestExceptions,
  contribute: (record) => [{ account: `book:${record.numbered.book}`, delta: 1 }],
  search: (record) => ({
    title: record.document.title,
    detail: [record.number, record.applicant.name].join(' · '),
    words: [record.number, record.counterparty, record.contract?.number, record.applicant.name].filter(
      (word) => word !== undefined,
    ),
    class: 'log',
  }),
})

/** What was first said to have been made, once a correction says otherwise. */
const firstCountsOf = (before: SealUse | undefined, { kind, body }: Entry): Pick<SealUse, 'firstCounts'> => {
  const isRecount = kind === 'seal.use-corrected' && ('actual' in body || 'spoiled' in body)
  if (!before || !isRecount || before.firstCounts) return {}
  return { firstCounts: { actual: before.actual, spoiled: before.spoiled } }
}

const foldUse = overlayAfter('seal.used', 'seal.ledger-imported')

export const useSubject = subjectType<StoredUse>({
  name: 'seal_use',
  kinds: {
    'seal.used': sealUse.omit({ id: true, originalNumber: true, firstCounts: true, late: true }),
    'seal.ledger-imported': sealUse.omit({
      id: true,
      numbered: true,
      verdict: true,
      override: true,
      firstCounts: true,
      late: true,
    }),
    'seal.use-voided': sealUse.pick({ status: true, voided: true }).required(),
    'seal.archived': sealUse
      .pick({ archiveNumber: true, archivedOn: true, archived: true })
      .required()
      .extend({ archiveNumbered: sealUse.shape.archiveNumbered }),
    'seal.use-corrected': laterBody(
      sealUse.pick({
        document: true,
        recipient: true,
        counterparty: true,
        purpose: true,
        copies: true,
        actual: true,
        spoiled: true,
        seam: true,
        spoiledReason: true,
        archiveNumber: true,
        archivedOn: true,
        exception: true,
        remarks: true,
        corrected: true,
      }).shape,
    ),
  },
  reduce: (record, entry) => {
    const next = foldUse(record, entry)
    if (!next) return undefined
    // Only the fold itself says what came late; no body brings it along.
    const { late: _told, ...use } = next
    const late = lateOf(record?.late, entry)
    return { ...use, ...keysOf(use), ...firstCountsOf(record, entry), ...(late ? { late } : {}) }
  },
  contribute: contributionsOf,
  exceptions: (record) => [...useExceptions(record), ...lateExceptions(record)],
  search: (record) => ({
    title: record.document.title,
    detail: [record.number, record.seal.name, record.counterparty].filter(Boolean).join(' · '),
    words: [
      record.number,
      record.counterparty,
      record.contract?.number,
      record.request?.number,
      record.handler?.name,
      record.archiveNumber,
    ].filter((word) => word !== undefined),
    class: 'log',
  }),
})

export const sealSubjects = [
  sealSubject,
  impressionSubject,
  requestSubject,
  useSubject,
  routeSubject,
  absenceSubject,
  blankSubject,
  ...sealLifeSubjects,
  closingSubject,
] as const
