/**
 * Writing a history: the rooms' own handlers act at times of the past, many acts to a transaction. What the example holds
 * has therefore passed every rule and permission that a person at the desk would have met.
 */
import { contract as operations, type Contract, type OperationName } from '../../../shared/api/contract.ts'
import { isRefusal, type Refusal } from '../../../shared/api/fault.ts'
import type { InputOf, Operation, OutputOf } from '../../../shared/api/operation.ts'
import { uuidv7 } from '../../../shared/journal/ids.ts'
import { dateAt, localTime, yearOf } from '../../../shared/office/dates.ts'
import { permissionsOf, type Role } from '../../../shared/people/roles.ts'
import type { Act } from '../act.ts'
import type { Entering } from '../journal/journal.ts'
import { createNumbering, type Numbering } from '../journal/numbering.ts'
import type { OpenOffice } from '../office/office.ts'
import type { AnyHandler } from '../serve.ts'
import type { Dice } from './dice.ts'

export type Actor = { id: string; name: string; roles: readonly Role[] }

type Answer<N extends OperationName> = OutputOf<Contract[N]>

export type History = {
  /** What the operation answered; throws where it was refused. */
  call: <N extends OperationName>(at: number, actor: Actor, name: N, input: InputOf<Contract[N]>) => Answer<N>
  /** The same, but a refusal is an answer too. */
  ask: <N extends OperationName>(at: number, actor: Actor, name: N, input: InputOf<Contract[N]>) => Answer<N> | Refusal
  /** The office's date at an instant, and its wall-clock time. */
  dateAt: (at: number) => string
  timeAt: (at: number) => string
  /** How many entries this desk's journal has. */
  entries: () => number
  /** At the start of each transaction. */
  attach: (entering: Entering) => void
}

export type HistoryParts = { office: OpenOffice; handlers: Readonly<Record<string, AnyHandler>>; dice: Dice }

export const createHistory = ({ office, handlers, dice }: HistoryParts): History => {
  const { journal } = office
  const { db } = journal
  const { zone } = office.office()
  const { letter, desk } = office.desk()
  let entering: Entering | undefined
  let years = new Map<number, Numbering>()
  // The act of the moment; books opened by numbering belong to it.
  let now = 0
  let who = ''

  const held = (): Entering => {
    if (!entering) throw new Error('a history is written inside a transaction')
    return entering
  }

  const numberingOf = (year: number): Numbering => {
    const known = years.get(year)
    if (known) return known
    const made = createNumbering({
      db,
      desk,
      year,
      newId: () => uuidv7(now, dice.bytes(10)),
      enter: (draft) => void held().enter(who, draft, now),
    })
    years.set(year, made)
    held().beforeCommit(made.check)
    return made
  }

  const actAt = (at: number, actor: Actor): Act => {
    const today = dateAt(at, zone)
    return {
      db,
      now: at,
      today,
      zone,
      language: 'zh-CN',
      actor: { person: actor.id, name: actor.name, permissions: permissionsOf(actor.roles) },
      session: { open: () => undefined, close: () => undefined, isOpen: () => true },
      newId: () => uuidv7(at, dice.bytes(10)),
      headsOf: () => [],
      number: (numberClass, holder = letter) => numberingOf(yearOf(today)).next(numberClass, holder),
      enter: (...drafts) => drafts.forEach((draft) => held().enter(actor.id, draft, at)),
    }
  }

  const ask: History['ask'] = (at, actor, name, input) => {
    const operation: Operation = operations[name]
    const act = actAt(at, actor)
    if (!act.actor.permissions.has(operation.permission)) throw new Error(`${actor.name} may not ${name}`)
    const before = journal.head().n
    ;[now, who] = [at, actor.id]
    const answer: unknown = handlers[name]?.(act as never, operation.input.parse(input) as never)
    // A transaction of many acts cannot take back one of them.
    if (isRefusal(answer) && journal.head().n > before) throw new Error(`${name} was refused after it had entered`)
    return answer as never
  }

  return {
    ask,
    call: (at, actor, name, input) => {
      const answer = ask(at, actor, name, input)
      if (isRefusal(answer)) throw new Error(`the example's ${name} was refused: ${JSON.stringify(answer.refused)}`)
      return answer
    },
    dateAt: (at) => dateAt(at, zone),
    timeAt: (at) => localTime(at, zone),
    entries: () => journal.head().n,
    attach: (next) => {
      entering = next
      years = new Map()
    },
  }
}
