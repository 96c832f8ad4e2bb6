/** Seal-use requests: submitting, approving, rejecting, withdrawing. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../shared/api/operation.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { sealOperations } from '../../../shared/seals/operations.ts'
import type { ContractRef, RequestLine, SealRequest } from '../../../shared/seals/records.ts'
import { decideRequest, lastUseBy, lineOf, withdrawRequest } from '../../../shared/seals/request-rules.ts'
import { contractSnapshot } from '../../../shared/seals/rules.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import type { Act, Handlers } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import { namedPerson, notFound } from './cabinet.ts'
import type { SealDeps } from './deps.ts'
import {
  headsOfRow,
  leftOfRequest,
  requestByNumber,
  requestKey,
  requestOf,
  requestsBefore,
  rowShown,
  sealOf,
  usesOn,
  usesOnRequest,
} from './store.ts'

type RequestOperations = Pick<
  typeof sealOperations,
  | 'seals.requests'
  | 'seals.requestGet'
  | 'seals.requestSubmit'
  | 'seals.requestApprove'
  | 'seals.requestReject'
  | 'seals.requestWithdraw'
>
type Submitted = ValidInputOf<(typeof sealOperations)['seals.requestSubmit']>

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

const linesOf = (act: Act, input: Submitted): RequestLine[] | Refusal => {
  const lines: RequestLine[] = []
  for (const [index, { seal: id, perCopy, seamPerCopy }] of input.lines.entries()) {
    const seal = sealOf(act.db, id)
    if (!seal) return notFound('seal', id)
    if (lines.some((line) => line.seal.id === id)) return invalid(`lines.${index}.seal`, 'invalid.twice')
    if (perCopy + seamPerCopy === 0) return invalid(`lines.${index}.perCopy`, 'invalid.too-small')
    lines.push(lineOf(seal, input.copies, perCopy, seamPerCopy))
  }
  return lines
}

const contractOf = (
  deps: SealDeps,
  act: Act,
  typed: Submitted['contract'],
): { contract?: ContractRef; counterparty?: string | undefined } | Refusal => {
  if (!typed) return {}
  if (typed.id === undefined) return { contract: typed }
  const facts = deps.contract(act, typed.id)
  return facts
    ? { contract: contractSnapshot(facts), counterparty: facts.counterparty }
    : notFound('contract', typed.id)
}

/** The body of a request, everything in it looked up and checked; its number is given last. */
const requestBody = (deps: SealDeps, act: Act, input: Submitted): Draft['body'] | Refusal => {
  const applicant = namedPerson(deps, act, input.applicant ?? act.actor.person)
  if (isRefusal(applicant)) return applicant
  const signatory = input.signatory === undefined ? undefined : namedPerson(deps, act, input.signatory)
  if (isRefusal(signatory)) return signatory
  const lines = linesOf(act, input)
  if (isRefusal(lines)) return lines
  const contract = contractOf(deps, act, input.contract)
  if (isRefusal(contract)) return contract
  const useBy = input.useBy ?? lastUseBy(act.today)
  if (useBy < act.today || useBy > lastUseBy(act.today)) return invalid('useBy', 'invalid.use-by')
  const { category, mode, document, copies, purpose, isLegalReviewed, isUrgent } = input
  const isProxy = applicant.id !== act.actor.person
  return {
    submittedAt: localTime(act.now, act.zone),
    applicant,
    department: deps.person(act, applicant.id)?.department,
    proxy: isProxy ? { id: act.actor.person, name: act.actor.name } : undefined,
    lines,
    category,
    mode,
    document,
    copies,
    purpose,
    isLegalReviewed,
    isUrgent,
    useBy,
    counterparty: input.counterparty ?? contract.counterparty,
    contract: contract.contract,
    signatory,
    approvals: [],
    status: 'pending',
  }
}

/** Finds, checks for staleness, decides and enters: what every later act on a request has in common. */
const actOn = (
  act: Act,
  input: { id: string; basedOn?: string[] | undefined },
  decide: (request: SealRequest) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const request = requestOf(act.db, input.id)
  if (!request) return notFound('seal_request', input.id)
  const stale = refuseStale(act, 'seal_request', input.id, input.basedOn)
  if (stale) return stale
  const drafts = decide(request)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id: request.id, number: request.number }
}

const decision = (act: Act, kind: 'approved' | 'rejected', opinion: string | undefined) => ({
  person: { id: act.actor.person, name: act.actor.name },
  decision: kind,
  opinion,
  at: localTime(act.now, act.zone),
})

export const requestHandlers = (deps: SealDeps): Handlers<RequestOperations> => ({
  'seals.requests': ({ db }, { status, after, limit }) => {
    const rows = requestsBefore(db, status, after, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? requestKey(last) : undefined }
  },

  'seals.requestGet': ({ db }, { id, number }) => {
    const request =
      id !== undefined ? requestOf(db, id) : number !== undefined ? requestByNumber(db, number) : undefined
    if (!request) return notFound('seal_request', id ?? number)
    const uses = usesOn(db, { request: request.id }, 50).map(rowShown)
    return { request, left: leftOfRequest(db, request), uses, heads: headsOfRow(db, 'seal_request', request.id) }
  },

  'seals.requestSubmit': (act, input) => {
    const body = requestBody(deps, act, input)
    if (isRefusal(body)) return body
    const id = act.newId()
    const numbered = act.number('sealRequest')
    act.enter({ kind: 'seal.requested', subject: id, body: { ...body, numbered, number: numbered.number } })
    return { id, number: numbered.number }
  },

  'seals.requestApprove': (act, input) =>
    actOn(act, input, (request) => decideRequest(request, decision(act, 'approved', input.opinion))),

  'seals.requestReject': (act, input) =>
    actOn(act, input, (request) => decideRequest(request, decision(act, 'rejected', input.opinion))),

  'seals.requestWithdraw': (act, input) =>
    actOn(act, input, (request) =>
      withdrawRequest(request, { id: act.actor.person, name: act.actor.name }, usesOnRequest(act.db, request.id)),
    ),
})
