/** The register of exceptions' handlers: pages, counts, one with its answers, explaining and settling. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { exceptionOperations, ExceptionRow } from '../../../shared/exceptions/operations.ts'
import type { AnsweredException } from '../../../shared/exceptions/answer.ts'
import { explain, settle, type Answered, type Told } from '../../../shared/exceptions/rules.ts'
import type { Draft } from '../../../shared/journal/entry.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { exceptionKinds, exceptionRegisters, type ExceptionKind } from '../../../shared/office/exceptions.ts'
import type { Act, Handlers, Reading } from '../act.ts'
import { one, sql } from '../store/sql.ts'
import type { ExceptionDeps } from './deps.ts'
import { answersOf, countsOf, exceptionOf, exceptionsPage, keyOf, sourcedRows, type Found } from './store.ts'

/** @param isWhole false where the desk may wait for the rest; the register is shown whole */
export const sourcedOf = (reading: Reading, { sources }: Pick<ExceptionDeps, 'sources'>, isWhole = true): Found[] =>
  sourcedRows(
    reading.db,
    sources.flatMap((source) => source(reading, isWhole)),
  )

const registerOf = (kind: string) =>
  exceptionRegisters.find((register) => (exceptionKinds[register] as readonly string[]).includes(kind)) ?? 'seals'

/** A row as the page shows it, its record named as the one box would. */
export const shown = (reading: Reading, deps: ExceptionDeps, row: Found): ExceptionRow => {
  const record = one<{ title: string; detail: string }>(
    reading.db,
    sql`select title, detail from found where subject = ${row.subject}`,
  )
  const { id, kind, state, isPast, subject, type, on_date, person } = row
  return {
    id,
    kind: kind as ExceptionKind,
    register: registerOf(kind),
    state,
    isPast,
    subject,
    type,
    title: record?.title ?? '',
    detail: record?.detail ?? '',
    on: on_date,
    person: person === null ? undefined : { id: person, name: deps.nameOf(reading, person) ?? '' },
    values: JSON.parse(row.values_json) as ExceptionRow['values'],
  }
}

const aboutOf = ({ kind, subject, type, on_date, person, values_json }: Found): AnsweredException => ({
  kind,
  subject,
  type,
  on: on_date,
  person: person ?? undefined,
  values: JSON.parse(values_json) as AnsweredException['values'],
})

/** Finds, decides and enters: what explaining and settling have in common. */
const answer = (
  act: Act,
  deps: ExceptionDeps,
  input: { exception: string; text: string },
  decide: (exception: Answered, told: Told) => Draft[] | Refusal,
): { id: string } | Refusal => {
  const found = exceptionOf(act.db, sourcedOf(act, deps), input.exception)
  if (!found) return refuse({ code: 'not-found', what: 'exception', id: input.exception })
  const { person } = shown(act, deps, found)
  const about = aboutOf(found)
  const by = { id: act.actor.person, name: act.actor.name }
  const told = { id: act.newId(), text: input.text, by, at: localTime(act.now, act.zone), about }
  const drafts = decide({ id: found.id, person, answers: answersOf(act.db, found.id) }, told)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id: told.id }
}

export const exceptionHandlers = (deps: ExceptionDeps): Handlers<typeof exceptionOperations> => ({
  'exceptions.list': (reading, { limit, ...filter }) => {
    const rows = exceptionsPage(reading.db, sourcedOf(reading, deps), filter, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map((row) => shown(reading, deps, row)),
      next: rows.length > limit && last ? keyOf(last) : undefined,
    }
  },
  'exceptions.counts': (reading, filter) => countsOf(reading.db, sourcedOf(reading, deps), filter),
  'exceptions.get': (reading, { exception }) => {
    const found = exceptionOf(reading.db, sourcedOf(reading, deps), exception)
    if (!found) return refuse({ code: 'not-found', what: 'exception', id: exception })
    return { exception: shown(reading, deps, found), answers: answersOf(reading.db, exception) }
  },
  'exceptions.explain': (act, input) => answer(act, deps, input, explain),
  'exceptions.settle': (act, input) =>
    answer(act, deps, input, (exception, told) => settle(exception, told, input.measure)),
})
