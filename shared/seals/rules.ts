/** What may be sealed: every reason that would refuse a use, and the entries of one that may go ahead. */
import type { Fault } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Numbered } from '../office/numbers.ts'
import type { Verdict } from '../office/verdict.ts'
import type { Duty } from './faults.ts'
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
}

export type UseFacts = {
  today: string
  desk: string
  sealer: Named
  handler: Named | undefined
  request: SealRequest | undefined
  contract: ContractFacts | undefined
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

/**
 * All that would refuse this use now, in the order in which it is told; empty where it may go ahead.
 * Default deny: without an approved request or a registered contract, and without a permitting verdict where one
 * is due, nothing is sealed, and nobody can override that here.
 */
export const stopsOf = (facts: UseFacts): Fault[] => [
  ...(facts.isBlank ? [{ code: 'blank-document' } as const] : []),
  ...basisStops(facts),
  ...facts.stamps.flatMap((stamp) => [...sealStops(stamp.seal, facts), ...countStops(stamp, facts)]),
]

const basisStops = ({ request, contract, verdict, today, sha256 }: UseFacts): Fault[] => {
  const stops: Fault[] = []
  if (!request && !contract) stops.push({ code: 'request-needed' })
  if (request) stops.push(...requestStops(request, today))
  if (contract?.isOver === true) stops.push({ code: 'contract-not-open', number: contract.number })
  const isVerdictDue = contract !== undefined || (request !== undefined && needsVerdict(request))
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
  return today > useBy ? [{ code: 'approval-lapsed', number, useBy }] : []
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

/** Who holds which duty: at the counter, whose authority it rests on stands where an approver would. */
const dutiesOf = (
  request: SealRequest | undefined,
  signatory: Named | undefined,
  handler: Named | undefined,
  sealer: Named,
): Holder[] => {
  const approver = request?.approvals.findLast(({ decision }) => decision === 'approved')?.person
  const applicant = request?.applicant ?? handler
  const held: [Duty, Named | undefined][] = [
    ['applicant', applicant],
    request ? ['approver', approver] : ['signatory', signatory],
    ['sealer', sealer],
  ]
  return held.flatMap(([duty, person]) => (person ? [{ duty, person }] : []))
}

const dutyStops = (seal: string, holders: Holder[]): Fault[] => {
  const people = new Map<string, Holder[]>()
  for (const holder of holders) people.set(holder.person.id, [...(people.get(holder.person.id) ?? []), holder])
  return [...people.values()]
    .filter((held) => held.length > 1)
    .map((held) => ({
      code: 'duties-not-separated',
      seal,
      person: held[0]?.person.name ?? '',
      duties: held.map(({ duty }) => duty),
    }))
}

const countStops = ({ seal, line, approved, left, actual, spoiled, seam }: Stamp, { request }: UseFacts): Fault[] => {
  if (request && !line) return [{ code: 'seal-not-requested', seal: seal.name, number: request.number }]
  const asked = actual + spoiled
  if (asked > left || (request && left === 0))
    return [{ code: 'over-approved', seal: seal.name, approved, left, asked }]
  if (asked === 0) return [{ code: 'nothing-stamped', seal: seal.name }]
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
      applicant: request?.applicant,
      approver: approval?.person,
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
