/** Handlers of delegations: list, tree, one with its chain, issue. Revoking lies beside it. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { OutputOf } from '../../../shared/api/operation.ts'
import type { amendmentOperations } from '../../../shared/contracts/amendment-operations.ts'
import { termsOn } from '../../../shared/contracts/amendment.ts'
import { officeItself, type Delegation, type DelegationInput } from '../../../shared/contracts/delegation.ts'
import { namedInChain, type DelegationFacts } from '../../../shared/contracts/delegation-problems.ts'
import { draftDelegation, refuseDelegation } from '../../../shared/contracts/delegation-rules.ts'
import { refuseOwnGrant, refusePaper, type Confirming } from '../../../shared/contracts/own-grant.ts'
import { noticeStateOf } from '../../../shared/contracts/revocation.ts'
import { refuseTwin } from '../../../shared/contracts/twin-rules.ts'
import type { originalsOperations } from '../../../shared/contracts/originals-operations.ts'
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import type { revocationOperations } from '../../../shared/contracts/revocation-operations.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { rowsOf, type DelegationRow } from './delegation-rows.ts'
import {
  delegationOf,
  delegationsAbove,
  delegationsAlike,
  delegationsBy,
  delegationsPage,
  delegationsUnder,
} from './delegation-store.ts'
import type { ContractDeps, PaperDeps } from './deps.ts'
import { rateOn } from './rate-store.ts'
import { peopleIn, personIn } from './refs.ts'
import type { Read } from '../store/sql.ts'
import { contractsRestingOn } from './granted-store.ts'
import { noticesOfAmendments } from './revocation-store.ts'
import { contractOf, headsOfRow, paged } from './store.ts'

type DelegationHandlers = Pick<
  Handlers<typeof contractOperations>,
  Exclude<
    Extract<keyof typeof contractOperations, `delegations.${string}`>,
    keyof typeof revocationOperations | keyof typeof originalsOperations | keyof typeof amendmentOperations
  >
>
type TreeRow = DelegationRow & { level: number; hasMore: boolean }

export const delegationHandlersOf = (deps: ContractDeps & PaperDeps): DelegationHandlers => ({
  'delegations.list': ({ db, today }, { after, limit, delegate, delegator, state, on = today }) => {
    const found = paged(delegationsPage(db, after, limit, { delegate, delegator, state }, on), limit)
    return { ...found, rows: rowsOf(db, found.rows, on) }
  },
  'delegations.get': ({ db, today }, { id, on = today }) => {
    const delegation = delegationOf(db, id)
    if (!delegation) return refuse({ code: 'not-found', what: 'delegation', id })
    const above = [...delegationsAbove(db, [delegation]).values()].map((held) => held.delegation).toReversed()
    const chain = rowsOf(db, [...above.filter((one) => one.id !== id), delegation], on)
    return {
      delegation: chain.at(-1) ?? { ...delegation, state: 'in-force' as const },
      heads: headsOfRow(db, 'delegation', id),
      chain,
      passedOn: rowsOf(db, delegationsUnder(db, id), on),
      contracts: contractsRestingOn(db, id),
      amendmentNotices: noticesOfAmendments(db, id).map((notice) => ({ ...notice, state: noticeStateOf(notice) })),
    }
  },
  'delegations.tree': (reading, { on = reading.today, ...asked }) => treeOf(reading.db, { ...asked, on }),
  'delegations.issue': (act, input) => issue(deps, act, input),
  'delegations.enterPaper': async (work, { second, ...input }) => {
    // Outside the act, as in an emergency: proving a password takes a third of a second.
    const person = await deps.confirm(work, second)
    return isRefusal(person) ? person : work.act((act) => issue(deps, act, input, person))
  },
})

const issue = (
  deps: ContractDeps,
  act: Act,
  input: DelegationInput,
  second?: Confirming,
): OutputOf<(typeof contractOperations)['delegations.issue']> | Refusal => {
  const { db, today, actor } = act
  const own =
    refuseOwnGrant(input, deps.person(db, actor.person), today) ??
    (second && refusePaper(input, actor.person, second, today))
  if (own) return own
  const facts = factsOf(deps, act, input)
  if (isRefusal(facts)) return facts
  const refused = refuseDelegation(input, facts) ?? refuseTwin(input, delegationsAlike(db, input), today)
  if (refused) return refused
  const id = act.newId()
  const numbered = act.number('delegation')
  const confirmedBy = second && { id: second.id, name: second.name }
  act.enter(draftDelegation(id, input, facts, numbered, today, confirmedBy))
  return { id, number: numbered.number }
}

const factsOf = (deps: ContractDeps, { db, today }: Reading, input: DelegationInput): DelegationFacts | Refusal => {
  const delegator = input.delegator === officeItself ? undefined : personIn(deps, db, input.delegator)
  if (isRefusal(delegator)) return delegator
  const delegate = personIn(deps, db, input.delegate)
  if (isRefusal(delegate)) return delegate
  const jointSigners = peopleIn(deps, db, input.jointSigners)
  if (isRefusal(jointSigners)) return jointSigners
  const issued = input.parent === undefined ? undefined : delegationOf(db, input.parent)
  const parent = issued && termsOn(issued, today)
  if (input.parent !== undefined && !parent) return refuse({ code: 'not-found', what: 'delegation', id: input.parent })
  if (input.contract !== undefined && !contractOf(db, input.contract))
    return refuse({ code: 'not-found', what: 'contract', id: input.contract })
  const above = parent ? [...delegationsAbove(db, [parent]).values()].map((held) => held.delegation) : []
  const inChain = namedInChain(parent ? [parent, ...above] : []).flatMap((id) => deps.person(db, id) ?? [])
  const rates = (currency: string): number | undefined => rateOn(db, currency, today)?.rate
  return { delegator, delegate, parent, above, inChain, jointSigners, today, rates }
}

const treeOf = (
  db: Read,
  { delegator, depth, limit, on }: { delegator: string; depth: number; limit: number; on: string },
): { rows: TreeRow[]; isCut: boolean } => {
  const rows: (Delegation & Pick<TreeRow, 'level' | 'hasMore'>)[] = []
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
      rows.push({ ...delegation, level, hasMore: isLast && under.length > 0 })
      if (!isLast) grow(under, level + 1)
    }
  }
  grow(delegationsBy(db, delegator, limit), 1)
  const states = rowsOf(db, rows, on)
  return { rows: states.map((row, index) => ({ level: 1, hasMore: false, ...rows[index], ...row })), isCut }
}
