/** The facts of a printed seal-use request from its record, its seals and the files kept with it. Pure. */
import type { Attachment } from '../attachments/attachment.ts'
import { keyOf, nameOfApprover, type Approver } from '../seals/requests/approval-route.ts'
import { stepsOf, type StepState } from '../seals/requests/approvals.ts'
import type { Approval, Seal, SealRequest } from '../seals/records.ts'
import type { SealRequestFacts } from './seal-request-facts.ts'

/** Canonical JSON holds no `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

type Place = SealRequestFacts['steps'][number]['places'][number]

const placeOf = (approvers: readonly Approver[], given: readonly Approval[]): Place => ({
  asked: approvers.map((one) => ({ by: one.by, name: nameOfApprover(one) })),
  given: given.map(({ person, standsFor, decision, at, opinion }) =>
    defined({ name: person.name, standsFor: standsFor?.name, decision, at, opinion }),
  ),
})

/** A decision fills what it names; one from before there were routes fills its step whole. */
const isFor = (one: Approver, { slots }: Approval): boolean => slots === undefined || slots.includes(keyOf(one))

const placesOf = (step: StepState, approvals: readonly Approval[]): Place[] => {
  const given = approvals.filter((one) => (one.step ?? 0) === step.step)
  if (step.mode === 'any-of') return [placeOf(step.approvers, given)]
  return step.approvers.map((one) =>
    placeOf(
      [one],
      given.filter((approval) => isFor(one, approval)),
    ),
  )
}

const contractText = ({ contract }: SealRequest): string | undefined =>
  contract && ([contract.number, contract.name].filter(Boolean).join(' ') || undefined)

type Held = {
  /** The seals asked for, as far as they are known here. */
  seals: readonly Seal[]
  attachments: readonly (Attachment & { sha256?: string | undefined })[]
}

export const sealRequestFactsOf = (office: string, request: SealRequest, { seals, attachments }: Held) => {
  const { document, contract, closed } = request
  const facts: SealRequestFacts = {
    form: 'seal-request',
    office,
    number: request.number,
    submittedAt: request.submittedAt,
    applicant: request.applicant.name,
    department: request.department,
    proxy: request.proxy?.name,
    title: document.title,
    documentNumber: document.number,
    documentType: document.type,
    pages: document.pages,
    copies: request.copies,
    category: request.category,
    mode: request.mode,
    counterparty: request.counterparty,
    purpose: request.purpose,
    contract: contractText(request),
    amount: contract?.amount,
    currency: contract?.currency,
    signatory: request.signatory?.name,
    isLegalReviewed: request.isLegalReviewed,
    isUrgent: request.isUrgent,
    useBy: request.useBy,
    resubmits: request.resubmits?.number,
    lines: request.lines.map(({ seal: { id, code, name }, perCopy, seamPerCopy, approved }) => ({
      code,
      name,
      type: seals.find((seal) => seal.id === id)?.type ?? 'other',
      perCopy,
      seamPerCopy,
      approved,
    })),
    documentHash: document.sha256,
    attachments: attachments.flatMap(({ name, kind, size, sha256, erased }) =>
      erased ? [] : [defined({ name, kind, size, sha256 })],
    ),
    route: request.route?.name,
    steps: stepsOf(request).map((step) => ({ mode: step.mode, places: placesOf(step, request.approvals) })),
    status: request.status === 'done' ? 'approved' : request.status,
    closed: closed && { reason: closed.reason, by: closed.by.name, at: closed.at, left: closed.left },
  }
  return defined(facts)
}
