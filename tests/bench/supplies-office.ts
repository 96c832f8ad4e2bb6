/** Fills an office for the supplies rows: 5,000 items, received once, then issued through a year by many people. */
import type { OpenOffice } from '../../electron/engine/office/office.ts'
import type { Draft } from '../../shared/journal/entry.ts'
import { uuidv7 } from '../../shared/journal/ids.ts'
import { addDays } from '../../shared/office/dates.ts'
import type { SlipFields, SlipLine } from '../../shared/supplies/records.ts'

export const itemCount = 5000
/** Lines of one slip here: the slips of a counter are shorter, the movements are what counts. */
const linesOfSlip = 40
const people = 300
const departments = 20
const received = 100_000
const batch = 1000
export const year = { from: '2025-12-01', to: '2026-11-30' } as const

const idOf = (kind: number, place: number, at = Date.parse('2025-11-30T00:00:00Z')): string => {
  const bytes = new Uint8Array(10)
  new DataView(bytes.buffer).setUint32(4, place)
  bytes[0] = kind
  return uuidv7(at + place, bytes)
}

export const itemId = (place: number): string => idOf(1, place)
const clerk = { id: idOf(2, 0), name: '库管' }

const itemDraft = (place: number): Draft => ({
  kind: 'item.added',
  subject: itemId(place),
  body: {
    code: `W${place}`,
    name: `物品${place}`,
    category: 'consumable',
    unit: '个',
    packs: [],
    barcodes: [],
    location: `A-${place % 100}`,
    exchangeOld: false,
    active: true,
  },
})

const lineOf = (place: number, base: number): SlipLine => ({
  item: { id: itemId(place), code: `W${place}`, name: `物品${place}` },
  quantity: base,
  unit: '个',
  base,
  baseUnit: '个',
  location: `A-${place % 100}`,
  unitCost: 150,
  amount: base * 150,
})

const slipDraft = (place: number, verb: 'receipt' | 'issue', date: string, lines: SlipLine[]): Draft => {
  const person = place % people
  const department = person % departments
  const recipient = {
    id: idOf(3, person),
    name: `员工${person}`,
    department: { id: idOf(4, department), name: `部门${department}` },
  }
  const body: SlipFields = {
    verb,
    numbered: { book: 'bench', serial: place + 1, number: `${verb}-${place}` },
    date,
    month: date.slice(0, 7),
    clerk,
    lines,
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    ...(verb === 'issue' ? { recipient } : {}),
  }
  const at = Date.parse(`${date}T01:00:00Z`)
  return { kind: verb === 'issue' ? 'stock.issued' : 'stock.received', subject: idOf(5, place, at), body }
}

const drafts = function* (movements: number): Generator<Draft> {
  for (let place = 0; place < itemCount; place++) yield itemDraft(place)
  const receipts = itemCount / linesOfSlip
  const slips = movements / linesOfSlip
  for (let slip = 0; slip < slips; slip++) {
    const isReceipt = slip < receipts
    const day = isReceipt ? 0 : Math.floor((360 * slip) / slips)
    // A stride that meets every item, and each slip others than the one before it.
    const places = Array.from({ length: linesOfSlip }, (_, index) =>
      isReceipt ? slip * linesOfSlip + index : ((slip * linesOfSlip + index) * 1237) % itemCount,
    )
    const lines = places.map((place, index) => lineOf(place, isReceipt ? received : 1 + (index % 3)))
    yield slipDraft(slip, isReceipt ? 'receipt' : 'issue', addDays(year.from, day), lines)
  }
}

/** Enters everything in large transactions; the chain, the folds and the index are the product's own. */
export const fillSupplies = (office: OpenOffice, movements: number, now: number): void => {
  let rest: Draft[] = []
  const flush = (): void => {
    office.journal.transact(now, ({ enter }) => {
      for (const draft of rest) enter(clerk.id, draft)
    })
    rest = []
  }
  for (const draft of drafts(movements)) {
    rest.push(draft)
    if (rest.length === batch) flush()
  }
  flush()
}
