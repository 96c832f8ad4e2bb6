/** What two desks may have done with one merge: stock that another desk entered for the old item, or two merged into each other. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { dateAt } from '../../../../shared/office/dates.ts'
import { valueAccount } from '../../../../shared/supplies/accounts.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { item } from '../../../../shared/supplies/subjects.ts'
import type { Reading } from '../../act.ts'
import { balanceOf, recordsOf } from '../../store/derived.ts'
import { sql } from '../../store/sql.ts'
import { keptOf } from './merge-store.ts'
import { stockAt } from '../store.ts'

const most = 2000

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
    places.map(({ location, quantity }) => `${location} ${quantity} ${old.unit}`).join('、') || `0 ${old.unit}`
  const { values, ...rest } = said(reading, old)
  const kept = keptOf(reading.db, old).name
  return [{ kind: 'merged-stock', ...rest, values: { ...values, into: kept, stock } }]
}

/** Told once, of the one that stands for both. */
const inCircle = (reading: Reading, old: Item): SubjectException[] => {
  const kept = keptOf(reading.db, old)
  return kept.mergedInto !== undefined && kept.id === old.id ? [{ kind: 'merged-circle', ...said(reading, old) }] : []
}
