/** What may be sealed: every reason that would refuse a use, and the entries of one that may go ahead. */
import type { Fault } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Numbered } from '../office/numbers.ts'
import type { Verdict } from '../office/verdict.ts'
import type { Duty } from './faults.ts'
import { isLapsed } from './requests/lapse.ts'
import type { Category, ContractRef, Named, RequestLine, Seal, SealRequest, SealUse } from './records.ts'

/** A registered contract as the seal register sees it; amount in minor units. */
export type ContractFacts = {
  id: string
  number: string
  name: string
  type: string
  counterparty?: string | undefined
  amount?: number | undefined
  currency: string
  /** Terminated or archived. */
  isOver?: boolean | undefined
  signatory?: Named | undefined
  /** Who signed or signs along. */
  joint: Named[]
  handler?: Named | undefined
}

/** What one seal is to make: impressions well made, spoiled, and how many of `actual` go over a seam. */
export type Stamp = {
  seal: Seal
  /** The request's line for this seal; absent at the counter. */
  line: RequestLine | undefined
  /** Approved: by the request, or at the counter copies × impressions. */
  approved: number
  /** Of `approved`, not yet made on the request. */
  left: number
  actual: number
  spoiled: number
  seam: number
  spoiledReason?: string | undefined
}

export type UseFacts = {
  today: string
  desk: string
  sealer: Named
  handler: Named | undefined
  request: SealRequest | undefined
  contract: ContractFacts | undefined
  /** What the paper is told to be at the counter, where that differs from the request. */
  category?: Category | undefined
  signatory: Named | undefined
  /** Asked wherever a contract is involved. */
  verdict: Verdict | undefined
  stamps: Stamp[]
  isBlank: boolean
  sha256: string | undefined
}

/** Categories whose document binds the company to someone, so that the approval alone does not decide. */
const binding: readonly Category[] = ['contract', 'agreement']

/** Whether the authority registry must be asked about a request. */
export const needsVerdict = (request: Pick<SealRequest, 'category' | 'contract'>): boolean =>
  request.contract !== undefined || binding.includes(request.category)

/** Whether a use binds the company: by its contract, its request, or what it is told to be. */
export const isBinding = ({
  request,
  contract,
  category,
}: Pick<UseFacts, 'contract' | 'category'> & { request?: SealRequest | undefined }): boolean =>
  contract !== undefined ||
  (request !== undefined && needsVerdict(request)) ||
  (category !== undefined && binding.includes(category))

/**
 * All that would refuse this use now, in the order in which it is told; empty where it may go ahead.
 * Default deny: without an approved request or a registered contract, and without a permitting verdict where one
 * is due, nothing is sealed; what an emergency may set aside stands in override-rules.ts.
 */
export const stopsOf = (facts: UseFacts): Fault[] => [
  ...(facts.isBlank ? [{ code: 'blank-document' } as const] : []),
  ...basisStops(facts),
  ...facts.stamps.flatMap((stamp) => [...sealStops(stamp.seal, facts), ...countStops(stamp, facts)]),
]

const basisStops = ({ request, contract, category, verdict, today, sha256 }: UseFacts): Fault[] => {
  const stops: Fault[] = []
  if (!request && !contract) stops.push({ code: 'request-needed' })
  if (request) stops.push(...requestStops(request, today))
  if (contract?.isOver === true) stops.push({ code: 'contract-not-open', number: contract.number })
  const isVerdictDue = isBinding({ request, contract, category })
  if (verdict && verdict.result !== 'permitted') stops.push({ code: 'not-authorized', verdict })
  if (isVerdictDue && !verdict) stops.push({ code: 'request-needed' })
  const approved = request?.document.sha256
  if (approved && sha256 && approved !== sha256) stops.push({ code: 'document-differs', approved, found: sha256 })
  return stops
}

const requestStops = (request: SealRequest, today: string): Fault[] => {
  const { number, status, useBy } = request
  if (status === 'done') return [{ code: 'request-done', number }]
  if (status !== 'approved') return [{ code: 'request-not-approved', number, status }]
  return isLapsed(request, today) ? [{ code: 'approval-lapsed', number, useBy }] : []
}

const sealStops = (seal: Seal, { desk, request, signatory, handler, sealer }: UseFacts): Fault[] => {
  const stops: Fault[] = []
  if (seal.status !== 'in-use') stops.push({ code: 'seal-not-in-use', seal: seal.name, status: seal.status })
  if (seal.kind === 'physical' && seal.homeDesk !== desk) {
    stops.push({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk })
  }
  if (seal.isHighRisk) stops.push(...dutyStops(seal.name, dutiesOf(request, signatory, handler, sealer)))
  return stops
}

type Holder = { duty: Duty; person: Named }

/**
 * Who holds which duty: who asked and who typed it, everyone who approved and for whom, and who seals. At the counter,
 * whose authority it rests on stands where an approver would.
 */
const dutiesOf = (
  request: SealRequest | undefined,
  signatory: Named | undefined,
  handler: Named | undefined,
  sealer: Named,
): Holder[] => {
  const holders = (duty: Duty, ...people: (Named | undefined)[]): Holder[] =>
    people.flatMap((person) => (person ? [{ duty, person }] : []))
  const approvals = request?.approvals.filter(({ decision }) => decision === 'approved') ?? []
  const approvers = approvals.flatMap(({ person, standsFor }) => [person, standsFor])
  return [
    ...holders('applicant', request?.applicant ?? handler, request?.proxy),
    ...(request ? holders('approver', ...approvers) : holders('signatory', signatory)),
    ...holders('sealer', sealer),
  ]
}

const dutyStops = (seal: string, holders: Holder[]): Fault[] => {
  const people = new Map<string, { name: string; duties: Set<Duty> }>()
  for (const { duty, person } of holders) {
    const held = people.get(person.id) ?? { name: person.name, duties: new Set() }
    people.set(person.id, { ...held, duties: held.duties.add(duty) })
  }
  return [...people.values()]
    .filter(({ duties }) => duties.size > 1)
    .map(({ name, duties }) => ({ code: 'duties-not-separated', seal, person: name, duties: [...duties] }))
}

const countStops = (stamp: Stamp, { request }: UseFacts): Fault[] => {
  const { seal, line, approved, left, actual, spoiled, seam, spoiledReason } = stamp
  if (request && !line) return [{ code: 'seal-not-requested', seal: seal.name, number: request.number }]
  const asked = actual + spoiled
  if (asked > left || (request && left === 0))
    return [{ code: 'over-approved', seal: seal.name, approved, left, asked }]
  if (asked === 0) return [{ code: 'nothing-stamped', seal: seal.name }]
  if (spoiled > 0 && spoiledReason === undefined) return [{ code: 'spoiled-reason-needed', seal: seal.name, spoiled }]
  return seam > actual ? [{ code: 'seam-over-actual', seal: seal.name, seam, actual }] : []
}

/** What the clerk says about the use beside the counts; what the request or contract knows is left out. */
export type UseTold = {
  usedAt: string
  copies: number
  category: Category
  document: SealUse['document']
  recipient?: string | undefined
  purpose?: string | undefined
  witness?: Named | undefined
  place?: string | undefined
  documentShaBefore?: string | undefined
  documentShaAfter?: string | undefined
  exception?: string | undefined
  remarks?: string | undefined
  /** An emergency: why, who confirmed it, and the codes of the stops it set aside. */
  override?: SealUse['override']
}

/** Everyone who approved and for whom, once each; nothing where the last approver alone says all. */
const approversOf = (request: SealRequest | undefined): SealUse['approvedBy'] => {
  const given = request?.approvals.filter(({ decision }) => decision === 'approved') ?? []
  const by = new Map(
    given.map(({ person, standsFor }) => [`${person.id}|${standsFor?.id ?? ''}`, { person, standsFor }]),
  )
  const all = [...by.values()]
  return all.length > 1 || all.some(({ standsFor }) => standsFor !== undefined) ? all : undefined
}

/**
 * The entry for one seal of a use that nothing stops. One seal, one number, one line in that seal's book.
 * @param numbered the next number of the seal's book
 */
export const usedDraft = (id: string, numbered: Numbered, stamp: Stamp, facts: UseFacts, told: UseTold): Draft => {
  const { request, contract } = facts
  const { id: seal, code, name } = stamp.seal
  const approval = request?.approvals.findLast(({ decision }) => decision === 'approved')
  return {
    kind: 'seal.used',
    subject: id,
    body: {
      numbered,
      number: numbered.number,
      seal: { id: seal, code, name },
      desk: facts.desk,
      request: request && { id: request.id, number: request.number },
      counterparty: contract?.counterparty ?? request?.counterparty,
      contract: contract ? contractSnapshot(contract) : request?.contract,
      approved: stamp.line ? stamp.left : stamp.approved,
      actual: stamp.actual,
      spoiled: stamp.spoiled,
      seam: stamp.seam,
      spoiledReason: stamp.spoiledReason,
      applicant: request?.applicant,
      approver: approval?.person,
      approvedBy: approversOf(request),
      handler: facts.handler,
      sealer: facts.sealer,
      signatory: facts.signatory,
      verdict: facts.verdict,
      status: 'used',
      ...told,
    },
  }
}

export const contractSnapshot = ({ id, number, name, type, amount, currency }: ContractFacts): ContractRef => ({
  id,
  number,
  name,
  type,
  amount,
  currency,
})
