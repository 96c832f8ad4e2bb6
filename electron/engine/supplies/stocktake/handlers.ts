/** Handlers of stocktakes that read and plan; counting, and the course after it, stand beside. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import type { StocktakeRow, stocktakeOperations } from '../../../../shared/supplies/stocktake/operations.ts'
import { layLines } from '../../../../shared/supplies/stocktake/places.ts'
import { linesPerSheet, type SheetLine, type Stocktake } from '../../../../shared/supplies/stocktake/records.ts'
import { refuseClosedMonth } from '../../../../shared/supplies/value/closed-months.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import { stockClosedThrough } from '../store.ts'
import { instantIn } from '../../../../shared/supplies/stocktake/time.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import type { Read } from '../../store/sql.ts'
import type { SupplyDeps } from '../deps.ts'
import { countHandlers } from './counts.ts'
import { courseHandlers } from './course.ts'
import { shownLines } from './shown.ts'
import { allItems, countedPlaces, headsOfStocktake, piecesAt, stocktakeOf, stocktakesPage } from './store.ts'

type PlanInput = ValidInputOf<(typeof stocktakeOperations)['supplies.planStocktake']>
type Person = { id: string; name: string }

const rowOf = (db: Read, stocktake: Stocktake): StocktakeRow => {
  const { id, numbered, state, scope, isBlind, cutoff, note, plannedBy, lines, submitted, posted } = stocktake
  const counted =
    state === 'counting' || state === 'cancelled' ? countedPlaces(db, id) : (submitted?.totals.counted ?? 0)
  return {
    id,
    number: numbered.number,
    state,
    scope,
    isBlind,
    cutoff,
    ...(note === undefined ? {} : { note }),
    plannedBy: plannedBy.name,
    lines: submitted?.totals.lines ?? lines,
    counted,
    ...(submitted ? { totals: submitted.totals } : {}),
    slips: posted?.slips ?? [],
  }
}

const peopleOf = (deps: SupplyDeps, act: Act, ids: readonly string[]): Person[] | Refusal => {
  const people: Person[] = []
  for (const id of ids) {
    const person = deps.person(act, id)
    if (!person) return refuse({ code: 'not-found', what: 'person', id })
    people.push({ id: person.id, name: person.name })
  }
  return people
}

const laySheets = (act: Act, stocktake: string, lines: readonly SheetLine[]): number => {
  const pages = Math.ceil(lines.length / linesPerSheet)
  for (let page = 1; page <= pages; page += 1) {
    const laid = lines.slice((page - 1) * linesPerSheet, page * linesPerSheet)
    act.enter({ kind: 'sheet.laid', subject: act.newId(), body: { stocktake, page, laid } })
  }
  return pages
}

const plan = (deps: SupplyDeps, act: Act, input: PlanInput) => {
  const cutoff = input.cutoff === undefined ? act.now : instantIn(input.cutoff, act.zone)
  const closed = refuseClosedMonth(dateAt(cutoff, act.zone), stockClosedThrough(act.db))
  if (closed) return closed
  const counters = peopleOf(deps, act, input.counters)
  if (isRefusal(counters)) return counters
  const observers = peopleOf(deps, act, input.observer === undefined ? [] : [input.observer])
  if (isRefusal(observers)) return observers
  const lines = layLines(input.scope, allItems(act.db), piecesAt(act.db, cutoff, act.zone).booked)
  if (lines.length === 0) return refuse({ code: 'stocktake-empty' })
  const id = act.newId()
  const pages = laySheets(act, id, lines)
  const numbered = act.number('stocktake')
  const [observer] = observers
  const body = {
    numbered,
    scope: input.scope,
    isBlind: input.isBlind,
    cutoff,
    plannedBy: { id: act.actor.person, name: act.actor.name },
    counters,
    ...(observer === undefined ? {} : { observer }),
    ...(input.note === undefined ? {} : { note: input.note }),
    lines: lines.length,
    pages,
  }
  act.enter({ kind: 'stocktake.planned', subject: id, body })
  return { id, number: numbered.number, lines: lines.length }
}

/** Choices for a plan, each with how many lines it holds by itself. */
const scopeChoices = ({ db, now, zone }: Reading, scope: PlanInput['scope']) => {
  const items = allItems(db)
  const { booked } = piecesAt(db, now, zone)
  const places = new Map<string, number>()
  for (const { location } of layLines({ ...scope, locations: undefined }, items, booked))
    places.set(location, (places.get(location) ?? 0) + 1)
  const groups = new Set(items.flatMap(({ group }) => group ?? []))
  return {
    lines: layLines(scope, items, booked).length,
    locations: [...places].map(([location, lines]) => ({ location, lines })),
    groups: [...groups].toSorted(),
  }
}

export const stocktakeHandlers = (deps: SupplyDeps): Handlers<typeof stocktakeOperations> => ({
  ...countHandlers(deps),
  ...courseHandlers(),
  'supplies.stocktakes': ({ db }, { state, after, limit }) => {
    const rows = stocktakesPage(db, state, after, limit).map((stocktake) => rowOf(db, stocktake))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: last.id } : { rows }
  },
  'supplies.stocktakeScope': (reading, { scope }) => scopeChoices(reading, scope),
  'supplies.planStocktake': (act, input) => plan(deps, act, input),
  'supplies.stocktake': ({ db }, { id }) => {
    const stocktake = stocktakeOf(db, id)
    if (!stocktake) return refuse({ code: 'not-found', what: 'stocktake', id })
    return { stocktake, counted: countedPlaces(db, id), heads: headsOfStocktake(db, id) }
  },
  'supplies.stocktakeLines': ({ db, zone, actor }, { id, view }) => {
    const stocktake = stocktakeOf(db, id)
    if (!stocktake) return refuse({ code: 'not-found', what: 'stocktake', id })
    const maySee = actor.permissions.has('supplies.manage') || actor.permissions.has('supplies.approve')
    if (view === 'variance' && !maySee) return refuse({ code: 'not-permitted', permission: 'supplies.manage' })
    return shownLines(db, stocktake, zone, stocktake.isBlind && view === 'count')
  },
})
