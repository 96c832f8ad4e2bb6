/** What falls with a delegation from a date on, loaded once for the preview and for the revocation itself. */
import { decideAuthority } from '../../../shared/contracts/check.ts'
import { boundStatuses, type Contract } from '../../../shared/contracts/contract.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { originalsOf } from '../../../shared/contracts/originals.ts'
import type { Reached } from '../../../shared/contracts/revocation-rules.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Reading } from '../act.ts'
import type { Read } from '../store/sql.ts'
import { withContract } from './authority.ts'
import { factsOf, type Moment } from './authority-facts.ts'
import { isLiving, rowsOf, type DelegationRow } from './delegation-rows.ts'
import { allUnder } from './delegation-store.ts'
import type { ContractDeps, OpenRequest } from './deps.ts'
import { contractsGrantedBy } from './granted-store.ts'
import { contractOf } from './store.ts'

export type Falling = {
  delegations: DelegationRow[]
  contracts: Contract[]
  signedSince: string[]
  requests: OpenRequest[]
  originals: DelegationRow[]
  reached: Reached
}

/** Statuses in which a contract is still open: what was signed on the delegation is being carried out. */
const openStatuses: readonly string[] = ['signed', 'performing']

/**
 * What rests on a delegation from a date on: what was passed on from it and would still stand, open contracts signed
 * under any of it, open seal requests whose authority rests on it alone, and originals that are out.
 */
export const fallingWith = (deps: ContractDeps, reading: Reading, one: Delegation, on: string): Falling => {
  const { db, today } = reading
  const under = rowsOf(db, allUnder(db, one.id), on)
  const living = under.filter(isLiving)
  const holders = new Map([one, ...living].map((each) => [each.id, holdersOf(deps, db, each, on)]))
  const granted = contractsGrantedBy(db, one.id)
  const contracts = granted.filter(({ status }) => openStatuses.includes(status))
  const ids = new Set([...holders.values()].flatMap((people) => people.map(({ id }) => id)))
  const requests = deps
    .openRequests(db, on > today ? on : today)
    .filter((request) => rests(deps, reading, request, { one, on: on > today ? on : today, from: on, ids }))
  return {
    delegations: living,
    contracts,
    signedSince: granted.flatMap(({ id, signedOn, status }) =>
      signedOn !== undefined && signedOn >= on && boundStatuses.includes(status) ? [id] : [],
    ),
    requests,
    originals: originalsOut([...rowsOf(db, [one], on), ...under]),
    reached: {
      delegation: { ...concernOf(one), holders: holders.get(one.id) ?? [] },
      passedOn: living.map((each) => ({ ...concernOf(each), holders: holders.get(each.id) ?? [] })),
      contracts: contracts.map(({ id, number, name, handler, custodian }) => ({
        type: 'contract',
        id,
        number,
        title: name,
        handler,
        custodian,
      })),
      requests: requests.map(({ id, number, title, applicant }) => ({
        type: 'seal_request',
        id,
        number,
        title,
        applicant,
      })),
    },
  }
}

/** Whom an amendment concerns: who holds it, and who holds what was passed on from it. */
export const reachedByAmendment = (deps: ContractDeps, { db }: Reading, one: Delegation, on: string): Reached => {
  const held = (each: Delegation) => ({ ...concernOf(each), holders: holdersOf(deps, db, each, on) })
  const passedOn = rowsOf(db, allUnder(db, one.id), on).filter(isLiving)
  return { delegation: held(one), passedOn: passedOn.map(held), contracts: [], requests: [] }
}

/** Those whose originals are with somebody. */
export const originalsOut = (rows: readonly DelegationRow[]): DelegationRow[] =>
  rows.filter((row) => originalsOf(row).out > 0)

const concernOf = (one: Delegation) => {
  const { id, number, delegateName, post } = one
  const { out } = originalsOf(one)
  return { type: 'delegation', id, number, title: delegateName ?? post ?? '', originals: out > 0 ? out : undefined }
}

const holdersOf = (deps: ContractDeps, db: Read, { delegate, delegateName, post }: Delegation, on: string) =>
  delegate === undefined
    ? deps.peopleInPost(db, post ?? '', on, 50).map(({ id, name }) => ({ id, name }))
    : [{ id: delegate, name: delegateName ?? deps.person(db, delegate)?.name ?? '' }]

type Without = { one: Delegation; on: string; from: string; ids: ReadonlySet<string> }

/** How near a verdict is to a grant; more may be told later of what is not known. */
const nearness = ({ result }: Verdict): number => ({ outside: 0, unknown: 1, 'needs-joint': 2, permitted: 2 })[result]

/** Whether a request would be granted, or might be, and without the delegation is further from it. */
const rests = (deps: ContractDeps, moment: Moment, request: OpenRequest, { one, on, from, ids }: Without): boolean => {
  const question = questionOf(moment.db, request, on)
  if (!question || !ids.has(question.person)) return false
  const contract = question.contract === undefined ? undefined : contractOf(moment.db, question.contract)
  const facts = factsOf(moment, deps, question, contract)
  const revoke = (each: Delegation): Delegation => (each.id === one.id ? { ...each, revokedOn: from } : each)
  const without = {
    ...facts,
    held: facts.held.map(revoke),
    above: (id: string) => {
      const each = facts.above(id)
      return each && revoke(each)
    },
  }
  return nearness(decideAuthority(question, without)) < nearness(decideAuthority(question, facts))
}

/** What the authority would be asked about a request at sealing; who signs is told, or is the contract's. */
const questionOf = (db: Read, request: OpenRequest, asOf: string): AuthorityQuestion | undefined => {
  const contract = request.contract === undefined ? undefined : contractOf(db, request.contract)
  const person =
    request.signatory ?? contract?.signatory?.id ?? contract?.handler?.id ?? request.applicant?.id ?? undefined
  if (person === undefined) return undefined
  return withContract(db, {
    person,
    action: 'seal',
    asOf,
    contractType: contract?.type ?? request.contractType ?? '',
    amount: contract ? contract.amount : request.amount,
    currency: contract?.currency ?? request.currency ?? 'CNY',
    counterparty: contract?.counterparty ?? request.counterparty,
    contract: contract?.id,
    joint: (contract?.jointSignatories ?? []).map(({ id }) => id),
  })
}
