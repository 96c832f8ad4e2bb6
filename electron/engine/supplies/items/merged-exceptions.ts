/** What two desks may have done with one merge: stock that another desk entered for the old item, or two merged into each other. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import { valueAccount } from '../../../../shared/supplies/accounts.ts'
import type { Item, Slip } from '../../../../shared/supplies/records.ts'
import { item } from '../../../../shared/supplies/subjects.ts'
import type { Reading } from '../../act.ts'
import { balanceOf, recordsOf } from '../../store/derived.ts'
import { sql } from '../../store/sql.ts'
import { keptOf } from './merge-store.ts'
import { slipsPage, stockAt } from '../store.ts'

const most = 2000
/** An item is merged once or twice; its other transfers between places come in between. */
const mostMerges = 200

export const mergedExceptions = (reading: Reading): SubjectException[] =>
  recordsOf(reading.db, item, sql`where merged is not null order by subject limit ${most}`).flatMap((old) => [
    ...leftOver(reading, old),
    ...inCircle(reading, old),
  ])

const said = ({ now, zone }: Reading, { id, code, name }: Item) => ({
  subject: id,
  type: 'supply_item',
  on: dateAt(now, zone),
  values: { code, name },
})

const leftOver = (reading: Reading, old: Item): SubjectException[] => {
  const places = stockAt(reading.db, old.id)
  const value = balanceOf(reading.db, valueAccount(old.id))
  if (places.length === 0 && value === 0) return []
  const stock =
    places.length === 0
      ? `0 ${old.unit}`
      : places.map(({ location, quantity }) => `${location} ${quantity} ${old.unit}`)
  const { values, ...rest } = said(reading, old)
  const kept = keptOf(reading.db, old).name
  const over = -places.reduce((sum, { quantity }) => sum + Math.min(0, quantity), 0)
  const merges = over > 0 ? mergesOf(reading, old) : []
  if (merges.length > 1) {
    const slips = merges.map(({ numbered }) => numbered.number)
    return [{ kind: 'merged-twice', ...rest, values: { ...values, into: kept, over, unit: old.unit, slips } }]
  }
  return [{ kind: 'merged-stock', ...rest, values: { ...values, into: kept, stock } }]
}

/** The standing slips that moved the item's stock to another, oldest first. */
const mergesOf = ({ db }: Reading, { id }: Item): Slip[] =>
  slipsPage(db, { item: id, verb: 'transfer' }, undefined, mostMerges)
    .filter(({ reversedBy, lines }) => !reversedBy && lines.some(({ item: from, into }) => into && from.id === id))
    .toReversed()

/** Told once, of the one that stands for both. */
const inCircle = (reading: Reading, old: Item): SubjectException[] => {
  const kept = keptOf(reading.db, old)
  return kept.mergedInto !== undefined && kept.id === old.id ? [{ kind: 'merged-circle', ...said(reading, old) }] : []
}
