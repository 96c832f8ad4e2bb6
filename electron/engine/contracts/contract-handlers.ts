/** Handlers of contracts: list, read, enter, change, move on. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Contract, ContractInput } from '../../../shared/contracts/contract.ts'
import {
  decideContract,
  decideContractChange,
  decideMove,
  refuseMove,
  type ContractFacts,
  type Signing,
} from '../../../shared/contracts/contract-rules.ts'
import { familySums } from '../../../shared/contracts/family.ts'
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import { addDays, yearOf } from '../../../shared/office/dates.ts'
import type { ValidInputOf } from '../../../shared/api/operation.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { officeType } from '../../../shared/office/subjects.ts'
import { refuseStale } from '../office/office.ts'
import { recordsOf } from '../store/derived.ts'
import { sql } from '../store/sql.ts'
import { recordCheck } from './check-handlers.ts'
import { rowsOf } from './delegation-rows.ts'
import { delegationsEnding } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { rateOn } from './rate-store.ts'
import { sameNumber } from './number-twice.ts'
import { personIn, refOf, refsIn } from './refs.ts'
import {
  checksPage,
  contractByNumber,
  contractOf,
  contractsEnding,
  contractsPastEnd,
  contractsPage,
  headsOfRow,
  paged,
  supplementsOf,
} from './store.ts'

type ContractHandlers = Pick<
  Handlers<typeof contractOperations>,
  Extract<keyof typeof contractOperations, `contracts.${string}`>
>
type MoveInput = ValidInputOf<(typeof contractOperations)['contracts.move']>

export const contractHandlersOf = (deps: ContractDeps): ContractHandlers => ({
  'contracts.list': ({ db, today }, { after, limit, endsWithin, ...filter }) => {
    const ends = endsWithin === undefined ? undefined : { from: today, to: addDays(today, endsWithin) }
    return paged(contractsPage(db, after, limit, { ...filter, ends }), limit)
  },
  'contracts.get': ({ db }, { id }) => {
    const contract = contractOf(db, id)
    if (!contract) return refuse({ code: 'not-found', what: 'contract', id })
    const parent = contract.parent === undefined ? undefined : contractOf(db, contract.parent)
    const supplements = supplementsOf(db, parent?.id ?? id)
    return {
      contract,
      heads: headsOfRow(db, 'contract', id),
      parent,
      supplements,
      familySums: familySums([parent ?? contract, ...supplements]),
      checks: checksPage(db, undefined, 20, { contract: id }),
      uses: deps.usesOfContract(db, id),
      sameNumber: sameNumber(db, contract),
    }
  },
  'contracts.book': ({ db, today }) => ({
    office: recordsOf(db, officeType, sql`limit 1`)[0]?.id ?? '',
    // Ten years back are kept by law (会计档案管理办法) and asked for; looking for the first one would read them all.
    years: Array.from({ length: 10 }, (_, back) => String(yearOf(today) - back)),
  }),
  'contracts.ending': ({ db, today }, { days }) => {
    const until = addDays(today, days)
    return {
      contracts: contractsEnding(db, today, until),
      delegations: rowsOf(db, delegationsEnding(db, today, until), today),
    }
  },
  'contracts.pastEnd': ({ db, today }, { after, limit }) => {
    const rows = contractsPastEnd(db, today, after, limit)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: `${last.endsOn ?? ''}|${last.id}` } : { rows }
  },
  'contracts.add': (act, input) => {
    const id = act.newId()
    const facts = factsOf(deps, act, input, undefined)
    if (isRefusal(facts)) return facts
    const drafts = decideContract(id, input, facts)
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: input.number }
  },
  'contracts.change': (act, { id, basedOn, ...input }) => {
    const record = contractOf(act.db, id)
    if (!record) return refuse({ code: 'not-found', what: 'contract', id })
    const facts = refuseStale(act, 'contract', id, basedOn) ?? factsOf(deps, act, input, id)
    if (isRefusal(facts)) return facts
    const drafts = decideContractChange(record, input, facts)
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: input.number }
  },
  'contracts.move': (act, input) => move(deps, act, input),
})

const factsOf = (
  deps: ContractDeps,
  { db, today }: Reading,
  input: ContractInput,
  self: string | undefined,
): ContractFacts | Refusal => {
  const handler = personIn(deps, db, input.handler)
  if (isRefusal(handler)) return handler
  const custodian = personIn(deps, db, input.custodian)
  if (isRefusal(custodian)) return custodian
  const parent = input.parent === undefined ? undefined : contractOf(db, input.parent)
  if (input.parent !== undefined && (!parent || parent.id === self))
    return refuse({ code: 'not-found', what: 'contract', id: input.parent })
  const same = contractByNumber(db, input.number)
  return {
    numberTakenBy: same && same.id !== self ? same.id : undefined,
    parent,
    hasSupplements: self !== undefined && parent !== undefined && supplementsOf(db, self).length > 0,
    registeredRate: rateOn(db, input.currency, today)?.rate,
    handler: handler && refOf(handler),
    custodian: custodian && refOf(custodian),
  }
}

const move = (
  deps: ContractDeps,
  act: Act,
  input: MoveInput,
): { id: string; number: string; verdict?: Signing['verdict'] } | Refusal => {
  const { id, to, reason, archiveNumber } = input
  const record = contractOf(act.db, id)
  if (!record) return refuse({ code: 'not-found', what: 'contract', id })
  const refused = refuseStale(act, 'contract', id, input.basedOn) ?? refuseMove(record, to)
  if (refused) return refused
  const signing = to === 'signed' ? signingOf(deps, act, record, input) : undefined
  if (isRefusal(signing)) return signing
  const drafts = decideMove(record, { to, signing, reason, archiveNumber })
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: record.number, verdict: signing?.verdict }
}

/** Who signs, checked as of the day of signing; every signature gets a recorded check, so that its number can be cited. */
const signingOf = (deps: ContractDeps, act: Act, record: Contract, input: MoveInput): Signing | undefined | Refusal => {
  const signatory = personIn(deps, act.db, input.signatory)
  if (signatory === undefined || isRefusal(signatory)) return signatory
  const joint = refsIn(deps, act.db, input.joint)
  if (isRefusal(joint)) return joint
  const signedOn = input.signedOn ?? act.today
  if (signedOn > act.today)
    return refuse({ code: 'invalid-input', problems: [{ path: 'signedOn', reason: 'invalid.future' }] })
  const question = {
    person: signatory.id,
    action: 'sign',
    asOf: signedOn,
    contract: record.id,
    joint: input.joint,
  } as const
  const checked = recordCheck(deps, act, question, input.check)
  if (isRefusal(checked)) return checked
  return { signatory: refOf(signatory), joint, signedOn, verdict: checked.verdict, check: checked.number }
}
