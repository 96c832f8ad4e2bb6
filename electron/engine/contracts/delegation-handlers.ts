/** Handlers of delegations and declared interests: list, tree, issue, revoke with what falls, originals returned. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Contract } from '../../../shared/contracts/contract.ts'
import { officeItself, type Delegation, type DelegationInput } from '../../../shared/contracts/delegation.ts'
import {
  decideReturn,
  decideRevocation,
  draftDelegation,
  refuseDelegation,
  stateOf,
  type DelegationFacts,
} from '../../../shared/contracts/delegation-rules.ts'
import type { DelegationState } from '../../../shared/contracts/kinds.ts'
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import {
  allUnder,
  delegationOf,
  delegationsAbove,
  delegationsBy,
  delegationsPage,
  delegationsUnder,
} from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { personIn, refsIn } from './refs.ts'
import { contractOf, contractsRestingOn, headsOfRow, paged } from './store.ts'

type DelegationHandlers = Pick<
  Handlers<typeof contractOperations>,
  Extract<keyof typeof contractOperations, `delegations.${string}`>
>
type Row = Delegation & { state: DelegationState }
type TreeRow = Row & { level: number; hasMore: boolean }

export const rowsOf = (delegations: readonly Delegation[], on: string): Row[] =>
  delegations.map((delegation) => ({ ...delegation, state: stateOf(delegation, on) }))

export const delegationHandlersOf = (deps: ContractDeps): DelegationHandlers => ({
  'delegations.list': ({ db, today }, { after, limit, delegate, delegator, state }) => {
    const found = paged(delegationsPage(db, after, limit, { delegate, delegator, state }, today), limit)
    return { ...found, rows: rowsOf(found.rows, today) }
  },
  'delegations.get': ({ db, today }, { id }) => {
    const delegation = delegationOf(db, id)
    if (!delegation) return refuse({ code: 'not-found', what: 'delegation', id })
    const above = [...delegationsAbove(db, [delegation]).values()].map((held) => held.delegation).toReversed()
    return {
      delegation: { ...delegation, state: stateOf(delegation, today) },
      heads: headsOfRow(db, 'delegation', id),
      chain: rowsOf([...above.filter((one) => one.id !== id), delegation], today),
      passedOn: rowsOf(delegationsUnder(db, id), today),
      contracts: contractsRestingOn(db, [id]),
    }
  },
  'delegations.tree': (reading, { delegator, depth, limit }) => treeOf(reading, delegator, depth, limit),
  'delegations.previewRevoke': (reading, { id }) => {
    const delegation = delegationOf(reading.db, id)
    return delegation ? fallingWith(deps, reading, delegation) : refuse({ code: 'not-found', what: 'delegation', id })
  },
  'delegations.issue': (act, input) => {
    const facts = factsOf(deps, act, input)
    if (isRefusal(facts)) return facts
    const refused = refuseDelegation(input, facts)
    if (refused) return refused
    const id = act.newId()
    const numbered = act.number('delegation')
    act.enter(draftDelegation(id, input, facts, numbered, act.today))
    return { id, number: numbered.number }
  },
  'delegations.revoke': (act, { id, basedOn, on, reason }) =>
    later(act, id, basedOn, (record) => decideRevocation(record, on ?? act.today, reason)),
  'delegations.returned': (act, { id, basedOn, on }) =>
    later(act, id, basedOn, (record) => decideReturn(record, on ?? act.today)),
})

const later = (
  act: Act,
  id: string,
  basedOn: readonly string[] | undefined,
  decide: (record: Delegation) => Draft[] | Refusal,
): { id: string; number: string } | Refusal => {
  const record = delegationOf(act.db, id)
  if (!record) return refuse({ code: 'not-found', what: 'delegation', id })
  const drafts = refuseStale(act, 'delegation', id, basedOn) ?? decide(record)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: record.number }
}

const factsOf = (deps: ContractDeps, { db }: Reading, input: DelegationInput): DelegationFacts | Refusal => {
  const delegator = input.delegator === officeItself ? undefined : personIn(deps, db, input.delegator)
  if (isRefusal(delegator)) return delegator
  const delegate = personIn(deps, db, input.delegate)
  if (isRefusal(delegate)) return delegate
  const jointSigners = refsIn(deps, db, input.jointSigners)
  if (isRefusal(jointSigners)) return jointSigners
  const parent = input.parent === undefined ? undefined : delegationOf(db, input.parent)
  if (input.parent !== undefined && !parent) return refuse({ code: 'not-found', what: 'delegation', id: input.parent })
  if (input.contract !== undefined && !contractOf(db, input.contract))
    return refuse({ code: 'not-found', what: 'contract', id: input.contract })
  const above = parent ? [...delegationsAbove(db, [parent]).values()].map((held) => held.delegation) : []
  return { delegator, delegate, parent, above, jointSigners }
}

type Falling = { delegations: Row[]; contracts: Contract[]; requests: { id: string; number: string; title: string }[] }

/**
 * What rests on a delegation: everything passed on from it that still stands, open contracts signed under any of it,
 * and open seal requests whose signatory holds any of it.
 */
const fallingWith = (deps: ContractDeps, { db, today }: Reading, delegation: Delegation): Falling => {
  const under = allUnder(db, delegation.id)
  const living = rowsOf(under, today).filter(({ state }) => state === 'in-force' || state === 'future')
  const holders = [delegation, ...living].flatMap(({ delegate, post }) =>
    delegate !== undefined ? [delegate] : deps.peopleInPost(db, post ?? '', 50).map(({ id }) => id),
  )
  const requests = deps
    .openRequests(db)
    .filter(({ signatory }) => signatory !== undefined && holders.includes(signatory))
  return {
    delegations: living,
    contracts: contractsRestingOn(db, [delegation.id, ...under.map((one) => one.id)]),
    requests: requests.map(({ id, number, title }) => ({ id, number, title })),
  }
}

const treeOf = (
  { db, today }: Reading,
  delegator: string,
  depth: number,
  limit: number,
): { rows: TreeRow[]; isCut: boolean } => {
  const rows: TreeRow[] = []
  const seen = new Set<string>()
  let isCut = false
  const grow = (delegations: readonly Delegation[], level: number): void => {
    for (const delegation of delegations) {
      if (seen.has(delegation.id)) continue
      if (rows.length >= limit) {
        isCut = true
        return
      }
      seen.add(delegation.id)
      const under = delegationsUnder(db, delegation.id)
      const isLast = level >= depth
      rows.push({ ...delegation, state: stateOf(delegation, today), level, hasMore: isLast && under.length > 0 })
      if (!isLast) grow(under, level + 1)
    }
  }
  grow(delegationsBy(db, delegator, limit), 1)
  return { rows, isCut }
}
