/** Closing the stock month by month: what is due, the preview, closing, countersigning, and how the stock is valued. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { stockClosingOperations } from '../../../../shared/supplies/value/closing-operations.ts'
import {
  chooseMethod,
  closingContent,
  closingStop,
  countersignClosing,
  dueMonths,
  monthDifferences,
  planMonthDifferences,
  type MonthFacts,
  type Signing,
} from '../../../../shared/supplies/value/closing-rules.ts'
import type { Revaluation } from '../../../../shared/supplies/value/revalue-rules.ts'
import {
  stockClosingSubject,
  stockMethodSubject,
  valuationIn,
  type StockClosing,
  type StockClosingContent,
  type StockMethod,
} from '../../../../shared/supplies/value/stock-closing.ts'
import { refuse } from '../../../../shared/api/fault.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { recordOf, recordsOf } from '../../store/derived.ts'
import { one, sql, type Read } from '../../store/sql.ts'
import { closingsOfMonth, figuresOf, firstMonth, headsNow } from './closing-figures.ts'
import { drawnInMonth } from './drawn.ts'
import { enterSlip } from '../counter/enter-slip.ts'
import { shelfOf, stockClosedThrough } from '../store.ts'

const factsOf = ({ db, today }: Reading, month: string): MonthFacts => ({
  month,
  today,
  first: firstMonth(db),
  closedThrough: stockClosedThrough(db),
  closing: closingsOfMonth(db, month)[0]?.number,
})

const methodsOf = (db: Read): StockMethod[] => recordsOf(db, stockMethodSubject, sql`order by subject`)

type Drawn = { content: StockClosingContent; differences: Revaluation[] }

/** What closing the month says as the movements stand. */
const drawUp = (db: Read, { month, closedThrough }: MonthFacts): Drawn => {
  const before =
    closedThrough !== undefined && closedThrough < month ? closingsOfMonth(db, closedThrough)[0] : undefined
  const { items, used, late, slips } = figuresOf(db, month, before)
  const valuation = valuationIn(methodsOf(db), month)
  const differences = monthDifferences(items, valuation)
  const content = closingContent(items, differences, {
    valuation,
    used,
    slips: slips + (differences.length > 0 ? 1 : 0),
    late: late.map(({ numbered, date, amount }) => ({ number: numbered.number, date, amount })),
    heads: headsNow(db),
  })
  return { content, differences }
}

const signingOf = (act: Act): Signing => ({
  by: { id: act.actor.person, name: act.actor.name },
  at: localTime(act.now, act.zone),
})

const close = (act: Act, month: string): { id: string; number: string } | Refusal => {
  const facts = factsOf(act, month)
  const stop = closingStop(facts)
  if (stop) return refuse(stop)
  const { content, differences } = drawUp(act.db, facts)
  const plan = planMonthDifferences(shelfOf(act.db), facts, differences, drawnInMonth(act.db, month))
  if (isRefusal(plan)) return plan
  const entered = plan && enterSlip(act, plan)
  if (isRefusal(entered)) return entered
  const numbered = act.number('stockClosing')
  const { number } = numbered
  const id = act.newId()
  const slip = entered && { id: entered.slip.id, number: entered.slip.numbered.number }
  const body = {
    ...content,
    // With the slip of differences, which belongs to the month and did not come late.
    heads: headsNow(act.db),
    ...(slip ? { revaluation: slip } : {}),
    numbered,
    number,
    month,
    closed: signingOf(act),
  }
  act.enter({ kind: 'stock.month-closed', subject: id, body })
  return { id, number }
}

const closingOf = (db: Read, id: string): StockClosing | undefined => recordOf(db, stockClosingSubject, id)

const headsOf = (db: Read, id: string): string[] => {
  const row = one<{ heads: string }>(db, sql`select heads from stock_closing where subject = ${id}`)
  return row ? (JSON.parse(row.heads) as string[]).toSorted() : []
}

export const stockClosingHandlers = (): Handlers<typeof stockClosingOperations> => ({
  'supplies.closingPreview': (reading, { month: asked }) => {
    const due = dueMonths(factsOf(reading, ''))
    const month = asked ?? due[0]
    if (month === undefined) return { due, differences: 0 }
    const facts = factsOf(reading, month)
    const stop = closingStop(facts)
    const { content, differences } = drawUp(reading.db, facts)
    return { due, month, ...(stop ? { stop } : {}), content, differences: differences.length }
  },
  'supplies.closeMonth': (act, { month }) => close(act, month),
  'supplies.closingCountersign': (act, { id, basedOn }) => {
    const closing = closingOf(act.db, id)
    if (!closing) return refuse({ code: 'not-found', what: 'stock_closing', id })
    const stale = refuseStale(act, 'stock_closing', id, basedOn)
    if (stale) return stale
    const drafts = countersignClosing(closing, signingOf(act))
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: closing.number }
  },
  'supplies.closings': ({ db }, { after, limit }) => {
    const [month = '~', id = ''] = after?.split('|') ?? []
    const found = recordsOf(
      db,
      stockClosingSubject,
      sql`where (month, subject) < (${month}, ${id}) order by month desc, subject desc limit ${limit + 1}`,
    )
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return { rows, next: found.length > limit && last ? `${last.month}|${last.id}` : undefined }
  },
  'supplies.closing': ({ db }, { id }) => {
    const closing = closingOf(db, id)
    return closing ? { closing, heads: headsOf(db, id) } : refuse({ code: 'not-found', what: 'stock_closing', id })
  },
  'supplies.chooseMethod': (act, { valuation, from, reason }) => {
    const inForce = valuationIn(methodsOf(act.db), from)
    const refused = chooseMethod({ valuation, from }, { inForce, closedThrough: stockClosedThrough(act.db) })
    if (refused) return refused
    const id = act.newId()
    act.enter({ kind: 'stock.method-chosen', subject: id, body: { valuation, from, reason, chosen: signingOf(act) } })
    return { id }
  },
  'supplies.methods': ({ db, today }) => {
    const rows = methodsOf(db)
    return { now: valuationIn(rows, today.slice(0, 7)), rows: rows.toReversed() }
  },
})
