/** Handlers over the movements: consumption, ledger and recount. */
import { refuse } from '../../../shared/api/fault.ts'
import type { OutputOf } from '../../../shared/api/operation.ts'
import { valueAccount } from '../../../shared/supplies/accounts.ts'
import type { LedgerRow, movementOperations } from '../../../shared/supplies/movement-operations.ts'
import type { Slip } from '../../../shared/supplies/records.ts'
import type { Handlers } from '../act.ts'
import { balanceOf } from '../store/derived.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { consumption, movementsOf, recountAll, type Movement } from './movements.ts'
import { itemOf, stockAt } from './store.ts'

/** No page or sheet holds more of one item; the span is made shorter instead. */
const mostRows = 2000

export const movementHandlers = (): Handlers<typeof movementOperations> => ({
  'supplies.consumption': ({ db }, asked) => {
    const rows = consumption(db, asked)
    const sum = (of: 'amount' | 'lines'): number => rows.reduce((total, row) => total + row[of], 0)
    return { rows, amount: sum('amount'), lines: sum('lines') }
  },
  'supplies.ledger': ({ db }, { item, from, to }) =>
    ledgerFor(db, item, from, to) ?? refuse({ code: 'not-found', what: 'supply_item', id: item }),
  'supplies.recountStock': ({ db }) => {
    const { differing, items, balances } = recountAll(db)
    const movements = one<{ count: number }>(db, sql`select count(*) as count from stock_movement`)?.count ?? 0
    return {
      items,
      movements,
      balances,
      differing: differing.map((each) => ({ ...each, name: itemOf(db, each.item)?.name ?? each.item })),
    }
  },
})

/** The ledger of an item; undefined where there is no such item. */
export const ledgerFor = (db: Read, id: string, from = '', to = '~') => {
  const item = itemOf(db, id)
  if (!item) return undefined
  const { code, name, spec, unit } = item
  const movements = movementsOf(db, id)
  return {
    item: { id, code, name, ...(spec === undefined ? {} : { spec }), unit },
    ...ledgerOf(movements, from, to),
    recount: recountOf(db, id, movements),
  }
}

type Ledger = Pick<OutputOf<(typeof movementOperations)['supplies.ledger']>, 'opening' | 'rows' | 'isCut'>

/** The span's movements with what lay there after each. */
const ledgerOf = (movements: readonly (Movement & { record: Slip })[], from: string, to: string): Ledger => {
  let [balance, value] = [0, 0]
  let opening = { balance, value }
  const rows: LedgerRow[] = []
  for (const { record, slip, date, verb, location, quantity, amount } of movements) {
    balance += quantity
    value += amount
    if (date < from) opening = { balance, value }
    if (date < from || date > to) continue
    const { numbered, clerk, recipient, supplier } = record
    const party = recipient?.name ?? supplier
    rows.push({
      slip,
      number: numbered.number,
      date,
      verb,
      isReversal: record.verb === 'reverse',
      ...(party === undefined ? {} : { party }),
      clerk: clerk.name,
      location,
      quantity,
      amount,
      balance,
      value,
    })
  }
  const shown = rows.slice(-mostRows)
  const [first] = shown
  if (rows.length > mostRows && first)
    opening = { balance: first.balance - first.quantity, value: first.value - first.amount }
  return { opening, rows: shown, isCut: rows.length > mostRows }
}

/** Every balance of the item from its first movement on, against what is kept. */
const recountOf = (db: Read, id: string, movements: readonly Movement[]) => {
  const counted = new Map<string, number>()
  for (const { location, quantity } of movements) counted.set(location, (counted.get(location) ?? 0) + quantity)
  const kept = new Map(stockAt(db, id).map((place) => [place.location, place.quantity]))
  const locations = [...new Set([...counted.keys(), ...kept.keys()])].toSorted().map((location) => ({
    location,
    kept: kept.get(location) ?? 0,
    counted: counted.get(location) ?? 0,
  }))
  const value = {
    kept: balanceOf(db, valueAccount(id)),
    counted: movements.reduce((sum, { amount }) => sum + amount, 0),
  }
  return {
    movements: movements.length,
    value,
    locations: locations.filter((place) => place.kept !== 0 || place.counted !== 0),
    isSame: [value, ...locations].every((each) => each.kept === each.counted),
  }
}
