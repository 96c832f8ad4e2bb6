/** Gathers what the rule about a use needs to know: request, contract, people, the authority's verdict, what is left. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { AuthorityQuestion, Verdict } from '../../../../shared/office/verdict.ts'
import { requestAccount } from '../../../../shared/seals/accounts.ts'
import type { Named, SealRequest } from '../../../../shared/seals/records.ts'
import { isApprovedContract } from '../../../../shared/seals/use/contract-match.ts'
import { leftOf } from '../../../../shared/seals/requests/request-rules.ts'
import { isBinding, type ContractFacts, type Stamp, type UseFacts } from '../../../../shared/seals/rules.ts'
import type { Reading } from '../../act.ts'
import { balanceOf } from '../../store/derived.ts'
import { namedPerson, notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { requestOf, sealOf } from '../store.ts'

/** What is about to be sealed, as it was asked. */
export type Basis = {
  request?: string | undefined
  contract?: string | undefined
  signatory?: string | undefined
  joint: string[]
  handler?: string | undefined
  category?: UseFacts['category']
}

/** Impressions as asked; `actual` left out means all that are left or asked for, less the spoiled ones. */
export type StampAsked = {
  seal: string
  perCopy: number
  seamPerCopy: number
  actual?: number | undefined
  spoiled: number
  seam?: number | undefined
  spoiledReason?: string | undefined
}

type Grounds = Omit<UseFacts, 'stamps' | 'isBlank' | 'sha256'>

/** Everything but the counts; the authority is asked here, once, at the moment of the use. */
export const groundsOf = (deps: SealDeps, reading: Reading, basis: Basis): Grounds | Refusal => {
  const request = basis.request === undefined ? undefined : requestOf(reading.db, basis.request)
  if (basis.request !== undefined && !request) return notFound('seal_request', basis.request)
  const contractId = basis.contract ?? request?.contract?.id
  const contract = contractId === undefined ? undefined : deps.contract(reading, contractId)
  if (contractId !== undefined && !contract) return notFound('contract', contractId)
  // What was approved for one contract seals no other, though that one may be signed.
  if (request && contract && !isApprovedContract(request, contract))
    return refuse({ code: 'invalid-input', problems: [{ path: 'contract', reason: 'invalid.other-contract' }] })
  const handler =
    basis.handler === undefined
      ? (request?.applicant ?? contract?.handler ?? actorOf(reading))
      : namedPerson(deps, reading, basis.handler)
  if (isRefusal(handler)) return handler
  const told = basis.signatory === undefined ? undefined : namedPerson(deps, reading, basis.signatory)
  if (isRefusal(told)) return told
  const { category } = basis
  const signatory = isBinding({ request, contract, category })
    ? (told ?? request?.signatory ?? contract?.signatory ?? contract?.handler ?? handler)
    : undefined
  const verdict = signatory && ask(deps, reading, signatory, basis.joint, contract, request)
  return {
    today: reading.today,
    desk: deps.desk(reading),
    sealer: actorOf(reading),
    handler,
    request,
    contract,
    category,
    signatory,
    verdict,
  }
}

export const actorOf = ({ actor }: Reading): Named => ({ id: actor.person, name: actor.name })

const ask = (
  deps: SealDeps,
  reading: Reading,
  signatory: Named,
  joint: string[],
  contract: ContractFacts | undefined,
  request: SealRequest | undefined,
): Verdict => {
  const typed = request?.contract
  // Who signed along already counts as present; who is at the counter besides is told.
  const present = new Set([...joint, ...(contract?.joint ?? []).map(({ id }) => id)])
  present.delete(signatory.id)
  const question: AuthorityQuestion = {
    person: signatory.id,
    action: 'seal',
    asOf: reading.today,
    contractType: contract?.type ?? typed?.type ?? '',
    amount: contract ? contract.amount : typed?.amount,
    currency: contract?.currency ?? typed?.currency ?? 'CNY',
    counterparty: contract?.counterparty ?? request?.counterparty,
    contract: contract?.id,
    joint: [...present],
  }
  const verdict = deps.checkAuthority(reading, question)
  // Kept with the verdict, so that it can be judged again with the same people present.
  return present.size > 0 ? { ...verdict, present: [...present] } : verdict
}

/** The stamps with their seals and ceilings; without any asked, all that is left of every seal of the request. */
export const stampsOf = (
  reading: Reading,
  request: SealRequest | undefined,
  asked: StampAsked[],
  copies: number,
): Stamp[] | Refusal => {
  const stamps: Stamp[] = []
  for (const stamp of asked) {
    const seal = sealOf(reading.db, stamp.seal)
    if (!seal) return notFound('seal', stamp.seal)
    const line = request?.lines.find((candidate) => candidate.seal.id === stamp.seal)
    const approved = line?.approved ?? (request ? 0 : copies * (stamp.perCopy + stamp.seamPerCopy))
    const left =
      request && line ? leftOf(line, balanceOf(reading.db, requestAccount(request.id, stamp.seal))) : approved
    const actual = stamp.actual ?? Math.max(0, left - stamp.spoiled)
    const seam = stamp.seam ?? Math.min(actual, copies * (line?.seamPerCopy ?? stamp.seamPerCopy))
    const { spoiled, spoiledReason } = stamp
    stamps.push({ seal, line, approved, left, actual, spoiled, seam, spoiledReason })
  }
  return stamps
}

/** Every seal that a request asks for and that has impressions left, in full. */
export const restOf = (reading: Reading, request: SealRequest): StampAsked[] =>
  request.lines
    .filter((line) => leftOf(line, balanceOf(reading.db, requestAccount(request.id, line.seal.id))) > 0)
    .map((line) => ({ seal: line.seal.id, perCopy: line.perCopy, seamPerCopy: line.seamPerCopy, spoiled: 0 }))
