/** What two desks did at the same time with one shelf: oversold 超发 places and lots, requests filled, slips taken back, goods received twice. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { unspelt } from '../../../../shared/supplies/counter/lot-accounts.ts'
import type { Item } from '../../../../shared/supplies/records.ts'
import type { Reading } from '../../act.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { deliveredTwice } from '../buying/delivered-twice.ts'
import { overIssued } from './request-store.ts'
import { allStock, under, type Lying } from '../stock-accounts.ts'
import { itemOf, slipsPage } from '../store.ts'
import { takenBackTwice } from './taken-back-twice.ts'

const idLength = 36
const lotStart = 'stock-lot:'

/** Base units below zero. */
export type Oversold = { item: Item; location: string; lot?: string | undefined; quantity: number }

type Balance = { account: string; amount: number }

const lotsBelow = (db: Read): Balance[] =>
  all<Balance>(db, sql`select account, amount from balance where ${under(lotStart)} and amount < 0 order by account`)

const lotOf = (db: Read, { account, amount }: Balance): Oversold[] => {
  const item = itemOf(db, account.slice(lotStart.length, lotStart.length + idLength))
  const rest = account.slice(lotStart.length + idLength + 1)
  if (!item) return []
  const colon = rest.lastIndexOf(':')
  return [{ item, location: rest.slice(0, colon), lot: unspelt(rest.slice(colon + 1)), quantity: amount }]
}

const placeOf = (db: Read, { item: id, ...place }: Lying): Oversold[] => {
  const item = itemOf(db, id)
  return item ? [{ item, ...place }] : []
}

/** Every place, and every lot at a place, that holds less than nothing. */
export const oversoldPlaces = (db: Read): Oversold[] => [
  ...allStock(db, sql`amount < 0`).flatMap((place) => placeOf(db, place)),
  ...lotsBelow(db).flatMap((balance) => lotOf(db, balance)),
]

/** Told until an entry clears it up: a receipt, a transfer, a count, a return or a reversing slip. */
export const oversoldExceptions = (reading: Reading): SubjectException[] => {
  const { db, today } = reading
  // A merged item below zero is told as its merge, which is cleared up in another way.
  const places = oversoldPlaces(db).flatMap(({ item, location, lot, quantity }): SubjectException[] => {
    if (item.mergedInto !== undefined) return []
    const [last] = slipsPage(db, { item: item.id }, undefined, 1)
    return [
      {
        kind: 'oversold',
        subject: item.id,
        type: 'supply_item',
        part: lot === undefined ? location : `${location}|${lot}`,
        on: last?.date ?? today,
        values: {
          name: item.name,
          place: lot === undefined ? location : `${location} · ${lot}`,
          quantity,
          unit: item.unit,
          last: last?.numbered.number ?? '',
        },
      },
    ]
  })
  return [
    ...places,
    ...overIssued(db).map(({ request, line, over }) => tooMuch(request, line, over)),
    ...takenBackTwice(reading),
    ...deliveredTwice(reading),
  ]
}

const tooMuch = (
  request: ReturnType<typeof overIssued>[number]['request'],
  line: number,
  over: number,
): SubjectException => ({
  kind: 'request-exceeded',
  subject: request.id,
  type: 'supply_request',
  part: String(line),
  on: request.date,
  values: {
    number: request.numbered.number,
    name: request.lines[line]?.item.name ?? '',
    over,
    unit: request.lines[line]?.baseUnit ?? '',
  },
})
