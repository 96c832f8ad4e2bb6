/** Handlers of buying: suggestions, purchase requests and their course, prices paid before. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import type { buyingOperations, SuggestionRow } from '../../../../shared/supplies/buying/buying-operations.ts'
import { approvedOfPurchase } from '../../../../shared/supplies/buying/buying-fold.ts'
import type { Purchase } from '../../../../shared/supplies/buying/buying-records.ts'
import {
  decideApproval,
  decideOrder,
  decidePurchase,
  decidePurchaseEnd,
  stateOfPurchase,
  type BuyingAct,
} from '../../../../shared/supplies/buying/buying-rules.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import type { Act, Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import type { Read } from '../../store/sql.ts'
import {
  headsOfPurchase,
  leftOf,
  onOrder,
  purchaseOf,
  purchaseRowOf,
  purchasesPage,
  receiptsOf,
} from './buying-store.ts'
import { linesOfPurchase } from './purchase-lines.ts'
import { itemOf } from '../store.ts'
import { keptIds, pricesOfItem, suggestionsOf, type Suggested } from './suggestion-store.ts'

const byNow = ({ actor, now, zone, today }: Act): BuyingAct => ({
  by: { id: actor.person, name: actor.name },
  at: localTime(now, zone),
  today,
})

const asSeen = (act: Act, id: string, basedOn: readonly string[] | undefined): Purchase | Refusal => {
  const purchase = purchaseOf(act.db, id)
  if (!purchase) return refuse({ code: 'not-found', what: 'purchase_request', id })
  return refuseStale(act, 'purchase_request', id, basedOn) ?? purchase
}

type Answer = { id: string; number: string } | Refusal

/** Decides about the purchase as the page saw it, and enters that. */
const onPurchase = (
  act: Act,
  { id, basedOn }: { id: string; basedOn?: readonly string[] | undefined },
  decide: (purchase: Purchase, now: BuyingAct) => Draft[] | Refusal,
): Answer => {
  const purchase = asSeen(act, id, basedOn)
  if (isRefusal(purchase)) return purchase
  const drafts = decide(purchase, byNow(act))
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id, number: purchase.numbered.number }
}

const namedOf = ({ id, code, name, spec, unit }: Item) => ({
  id,
  code,
  name,
  ...(spec === undefined ? {} : { spec }),
  unit,
})

/** Canonical and without what is undefined, as replies are. */
export const suggestionRow = ({ item, suggestion }: Suggested): SuggestionRow => {
  const { price, quantity } = suggestion
  const amount = price === undefined ? 0 : price * quantity
  return { item: namedOf(item), ...suggestion, amount }
}

/** Known suppliers by name, what nobody sells last; items by code. */
const grouped = (rows: readonly SuggestionRow[]) => {
  const groups = new Map<string | undefined, SuggestionRow[]>()
  for (const row of rows) groups.set(row.supplier, [...(groups.get(row.supplier) ?? []), row])
  return [...groups]
    .toSorted(([one], [other]) =>
      one === other ? 0 : one === undefined ? 1 : other === undefined ? -1 : one < other ? -1 : 1,
    )
    .map(([supplier, each]) => ({
      ...(supplier === undefined ? {} : { supplier }),
      amount: each.reduce((sum, { amount }) => sum + amount, 0),
      rows: each,
    }))
}

const shownPurchase = (db: Read, id: string) => {
  const purchase = purchaseOf(db, id)
  if (!purchase) return refuse({ code: 'not-found', what: 'purchase_request', id })
  const slips = receiptsOf(db, id)
  return {
    purchase,
    state: stateOfPurchase(purchase, leftOf(db, purchase)),
    lines: linesOfPurchase(db, purchase, slips),
    slips: slips.map(({ id: slip, numbered, date, amount, reversedBy }) => ({
      id: slip,
      number: numbered.number,
      date,
      amount,
      isReversed: reversedBy !== undefined,
    })),
    heads: headsOfPurchase(db, id),
  }
}

export const buyingHandlers = (): Handlers<typeof buyingOperations> => ({
  'supplies.suggestions': (reading) => {
    const { days, rows } = suggestionsOf(reading)
    return { days, count: rows.length, groups: grouped(rows.map(suggestionRow)) }
  },
  'supplies.onOrder': ({ db }) => ({
    rows: [...onOrder(db, keptIds(db))].map(([item, coming]) => ({ item, ...coming })),
  }),
  'supplies.purchases': (reading, { show, after, limit }) => {
    const rows = purchasesPage(reading.db, show, after, limit).map((purchase) => purchaseRowOf(reading, purchase))
    const last = rows.length === limit ? rows.at(-1) : undefined
    return last ? { rows, next: last.id } : { rows }
  },
  'supplies.purchase': ({ db }, { id }) => shownPurchase(db, id),
  'supplies.requestPurchase': (act, input) => {
    const plan = decidePurchase((id) => itemOf(act.db, id), input, byNow(act))
    if (isRefusal(plan)) return plan
    const [id, numbered] = [act.newId(), act.number('purchase')]
    act.enter({ kind: 'purchase.requested', subject: id, body: { ...plan, numbered } })
    return { id, number: numbered.number }
  },
  'supplies.decidePurchase': (act, { decision, opinion, approved, ...seen }) =>
    onPurchase(act, seen, (purchase, now) => decideApproval(purchase, { decision, opinion, approved }, now)),
  'supplies.orderPurchase': (act, { reference, expected, ...seen }) =>
    onPurchase(act, seen, (purchase, now) => decideOrder(purchase, { reference, expected }, now)),
  'supplies.endPurchase': (act, { reason, ...seen }) =>
    onPurchase(act, seen, (purchase, now) => {
      const left = leftOf(act.db, purchase)
      const came = purchase.lines.some((_, index) => (left[index] ?? 0) < approvedOfPurchase(purchase, index))
      return decidePurchaseEnd(purchase, { came, reason }, now)
    }),
  'supplies.prices': ({ db }, { item: id }) => {
    const item = itemOf(db, id)
    return item
      ? { item: namedOf(item), rows: pricesOfItem(db, id) }
      : refuse({ code: 'not-found', what: 'supply_item', id })
  },
})
