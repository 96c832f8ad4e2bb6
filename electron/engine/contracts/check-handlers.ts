/** Handlers of the authority check: ask, record the answer under a number, ask who may. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../shared/api/operation.ts'
import type { Alternative, AuthorityCheck, ContractSnapshot } from '../../../shared/contracts/authority-check.ts'
import type { contractOperations } from '../../../shared/contracts/operations.ts'
import type { AuthorityQuestion, Verdict } from '../../../shared/office/verdict.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { checkAuthorityWith, whoMay, withContract } from './authority.ts'
import type { ContractDeps } from './deps.ts'
import { personIn, refOf, refsIn } from './refs.ts'
import { checkOf, checksPage, contractOf, headsOfRow, paged } from './store.ts'

type AuthorityHandlers = Pick<
  Handlers<typeof contractOperations>,
  Extract<keyof typeof contractOperations, `authority.${string}`>
>
type CheckInput = ValidInputOf<(typeof contractOperations)['authority.check']>
type Asked = Omit<Partial<CheckInput>, 'person' | 'action' | 'joint'> &
  Pick<CheckInput, 'action' | 'joint'> & { person?: string }
type Answer = { verdict: Verdict; instead: Alternative[] }

// How many others are named beside a refusal; the who-may query lists more.
const insteadMost = 5

export const authorityHandlersOf = (deps: ContractDeps): AuthorityHandlers => ({
  'authority.check': (reading, input) => {
    const question = questionOf(reading, input)
    return isRefusal(question) ? question : answer(deps, reading, question)
  },
  'authority.record': (act, { contractName, ...input }) => recordCheck(deps, act, input, undefined, contractName),
  'authority.checks': ({ db }, { after, limit, person, contract }) =>
    paged(checksPage(db, after, limit, { person, contract }), limit),
  'authority.recorded': ({ db }, { id }) => {
    const check = checkOf(db, id)
    if (!check) return refuse({ code: 'not-found', what: 'authority_check', id })
    return { check, heads: headsOfRow(db, 'authority_check', check.id) }
  },
  'authority.whoMay': (reading, { limit, ...input }) => {
    const question = questionOf(reading, input)
    return isRefusal(question) ? question : whoMay(reading, deps, question, limit)
  },
})

/** The typed question over the registered contract's facts; refused where not even the type of contract is known. */
const questionOf = ({ db, today }: Reading, input: Asked): AuthorityQuestion | Refusal => {
  const contract = input.contract === undefined ? undefined : contractOf(db, input.contract)
  if (input.contract !== undefined && !contract)
    return refuse({ code: 'not-found', what: 'contract', id: input.contract })
  const contractType = input.contractType ?? contract?.type
  if (contractType === undefined)
    return refuse({ code: 'invalid-input', problems: [{ path: 'contractType', reason: 'invalid.required' }] })
  const { person = '', asOf = today, currency = contract?.currency ?? 'CNY' } = input
  return withContract(db, {
    ...input,
    person,
    asOf,
    contractType,
    currency,
    amount: input.amount,
    counterparty: input.counterparty,
    contract: contract?.id,
  })
}

const answer = (deps: ContractDeps, reading: Reading, question: AuthorityQuestion): Answer => {
  const verdict = checkAuthorityWith(deps)(reading, question)
  const instead = verdict.result === 'permitted' ? [] : whoMay(reading, deps, question, insteadMost).people
  return { verdict, instead }
}

const snapshotOf = ({ db }: Reading, question: AuthorityQuestion, name: string | undefined): ContractSnapshot => {
  const contract = question.contract === undefined ? undefined : contractOf(db, question.contract)
  const {
    contractType,
    counterparty,
    creditCode,
    amount,
    currency,
    rate,
    uncapped = false,
    startsOn,
    endsOn,
  } = question
  return {
    contract: contract?.id,
    number: contract?.number,
    name: name ?? contract?.name,
    type: contractType,
    counterparty,
    creditCode,
    amount,
    currency,
    rate,
    uncapped,
    startsOn,
    endsOn,
  }
}

/**
 * Checks and enters the answer as it stood, whatever it was, under a gap-free number 授权核验号.
 * @param known number of a check recorded before for the same matter; it is then cited instead of entering another
 */
export const recordCheck = (
  deps: ContractDeps,
  act: Act,
  input: Asked,
  known?: string,
  contractName?: string,
): (Answer & { id: string; number: string }) | Refusal => {
  const { db, actor } = act
  const question = questionOf(act, input)
  if (isRefusal(question)) return question
  const person = personIn(deps, db, question.person)
  if (!person || isRefusal(person)) return refuse({ code: 'not-found', what: 'person', id: question.person })
  const joint = refsIn(deps, db, question.joint)
  if (isRefusal(joint)) return joint
  const found = answer(deps, act, question)
  const before = known === undefined ? undefined : checkOf(db, known)
  if (known !== undefined && !before) return refuse({ code: 'not-found', what: 'authority_check', id: known })
  if (before) return { ...found, id: before.id, number: before.number }
  const id = act.newId()
  const numbered = act.number('authorityCheck')
  const body: Omit<AuthorityCheck, 'id'> = {
    number: numbered.number,
    numbered,
    askedOn: act.today,
    asOf: question.asOf,
    action: question.action,
    person: refOf(person),
    asked: snapshotOf(act, question, contractName),
    joint,
    ...found,
    clerk: { id: actor.person, name: actor.name },
  }
  act.enter({ kind: 'authority.checked', subject: id, body })
  return { ...found, id, number: numbered.number }
}
