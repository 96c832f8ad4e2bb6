/** Reading the kept lists of places and groups, and what lies at a place. */
import {
  isWithin,
  subjectOfList,
  type ListedName,
  type NameList,
} from '../../../../shared/supplies/items/listed-names.ts'
import type { NameRow, ShelfRow } from '../../../../shared/supplies/items/item-operations.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import { item } from '../../../../shared/supplies/subjects.ts'
import { recordsOf } from '../../store/derived.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { lotsOfItem } from './merge-store.ts'
import { allStock, type Lying } from '../stock-accounts.ts'
import { itemOf } from '../store.ts'

/** The listed name of this spelling; the earliest, where two desks listed it. */
export const listedAs = (db: Read, list: NameList, name: string): ListedName | undefined =>
  recordsOf(db, subjectOfList[list], sql`where name = ${name} order by subject limit 1`)[0]

const usedGroups = (db: Read): Map<string, number> =>
  new Map(
    all<{ name: string; count: number }>(
      db,
      sql`select item_group as name, count(*) as count from supply_item where item_group is not null and active = 1 group by item_group`,
    ).map(({ name, count }) => [name, count]),
  )

/** Places where something lies, or which an item calls its own. */
const usedPlaces = (db: Read): Map<string, number> => {
  const items = new Map<string, Set<string>>()
  const add = (place: string, id: string) => items.set(place, (items.get(place) ?? new Set()).add(id))
  for (const each of allStock(db)) add(each.location, each.item)
  for (const { id, place } of all<{ id: string; place: string }>(
    db,
    sql`select subject as id, record ->> '$.location' as place from supply_item where active = 1`,
  ))
    add(place, id)
  return new Map([...items].map(([place, ids]) => [place, ids.size]))
}

/** `A区/2` before `A区/10`, whatever the machine's language is. */
const order = new Intl.Collator('zh-CN', { numeric: true })

export const namesOf = (db: Read, list: NameList): NameRow[] => {
  const used = list === 'group' ? usedGroups(db) : usedPlaces(db)
  const rows = new Map<string, NameRow>()
  // A place that holds bins counts what lies in them.
  const countOf = (whole: string): number =>
    list === 'group'
      ? (used.get(whole) ?? 0)
      : [...used].reduce((sum, [name, items]) => (isWithin(name, whole) ? sum + items : sum), 0)
  for (const { id, name, note, retired } of recordsOf(db, subjectOfList[list], sql`order by subject`))
    if (!rows.has(name))
      rows.set(name, {
        id,
        name,
        ...(note === undefined ? {} : { note }),
        isRetired: retired ?? false,
        items: countOf(name),
      })
  for (const [name, items] of used) if (!rows.has(name)) rows.set(name, { name, isRetired: false, items })
  return [...rows.values()].toSorted((a, b) => order.compare(a.name, b.name))
}

export const shelfAt = (db: Read, whole: string): ShelfRow[] => {
  const here = new Map<string, Lying>()
  for (const each of allStock(db)) if (isWithin(each.location, whole)) here.set(`${each.item} ${each.location}`, each)
  const homes = recordsOf(
    db,
    item,
    sql`where active = 1 and (record ->> '$.location' = ${whole} or substr(record ->> '$.location', 1, ${whole.length + 1}) = ${`${whole}/`})`,
  )
  for (const { id, location } of homes)
    if (!here.has(`${id} ${location}`)) here.set(`${id} ${location}`, { item: id, location, quantity: 0 })
  const rows = [...here.values()].flatMap((each) => {
    const record = itemOf(db, each.item)
    return record ? [rowAt(db, record, each)] : []
  })
  return rows.toSorted((a, b) => compare(a.place, b.place) || compare(a.code, b.code))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rowAt = (db: Read, record: Item, { location: place, quantity }: Lying): ShelfRow => {
  const { id, code, name, spec, unit, packs, picture } = record
  return {
    id,
    code,
    name,
    ...(spec === undefined ? {} : { spec }),
    unit,
    packs,
    ...(picture === undefined ? {} : { picture }),
    place,
    quantity,
    isHome: record.location === place,
    lots: lotsOfItem(db, id)
      .filter(({ location }) => location === place)
      .map(({ lot, expiry, quantity: pieces }) => ({
        lot,
        quantity: pieces,
        ...(expiry === undefined ? {} : { expiry }),
      })),
  }
}
