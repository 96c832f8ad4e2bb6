/** What the supplies register wants seen at the desk: what runs low, months to be closed, and the last slips. */
import { stockFormOf } from '../../../shared/documents/stock-forms.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { joinList } from '../../../shared/office/words.ts'
import type { Item } from '../../../shared/supplies/records.ts'
import { inPacks } from '../../../shared/supplies/items/units.ts'
import type { LastSlip, TodayGroup } from '../desk/handlers.ts'
import type { Reading } from '../act.ts'
import { comingText } from './buying/buying-today.ts'
import { monthsToClose } from './value/closing-today.ts'
import { countLow, itemRowOf, itemsPage, slipsPage } from './store.ts'

const shown = 10

/** Months to close; and items below their minimum, whatever took them there, with what lies there, the minimum and what is on its way. */
export const suppliesToday = (reading: Reading): TodayGroup[] => {
  const { db, language } = reading
  const coming = comingText(db, language)
  const text = (item: Item, base: number): string =>
    inPacks(item, base)
      .map(({ quantity, unit }) => `${quantity} ${unit}`)
      .join(' ')
  const rows = itemsPage(db, { show: 'low' }, undefined, shown)
    .map((item) => itemRowOf(db, item))
    .map((row) => ({
      subject: row.id,
      type: 'supply_item',
      title: row.name,
      detail: [`${row.code} · ${text(row, row.stock)} / ${text(row, row.min ?? 0)}`, ...coming(row.id)].join(' · '),
    }))
  return [monthsToClose(reading), { key: 'stock-low', count: rows.length < shown ? rows.length : countLow(db), rows }]
}

/** The newest slips that were entered here or arrived. */
export const lastSupplySlips = ({ db, zone, language }: Reading, limit: number): LastSlip[] =>
  slipsPage(db, {}, undefined, limit).map((slip) => ({
    subject: slip.id,
    type: 'supply_slip',
    number: slip.numbered.number,
    title: [
      slip.recipient?.name ?? slip.supplier,
      joinList(
        language,
        slip.lines.map((line) => `${line.item.name} ${line.quantity} ${line.unit}`),
      ),
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    time: localTime(slip.enteredAt, zone),
    form: stockFormOf(slip.verb),
    isReversible: slip.verb !== 'reverse' && slip.reversedBy === undefined,
  }))
