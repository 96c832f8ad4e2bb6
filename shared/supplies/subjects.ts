/** The subjects of the supplies register: items 物品 and slips 单, each slip with all its lines. */
import { instantOf } from '../journal/clock.ts'
import { overlay, subjectType } from '../journal/subject.ts'
import { contributionsOfItem, contributionsOfSlip } from './accounts.ts'
import { supplyPolicy } from './items/policy.ts'
import { supplyRequest } from './counter/request-fold.ts'
import { itemMerged } from './items/item-more.ts'
import { movementLines } from './movement-lines.ts'
import { itemChanges, itemFields, slipFields, slipReversed, slipSigned, type Item, type Slip } from './records.ts'

export const item = subjectType<Item>({
  name: 'supply_item',
  kinds: { 'item.added': itemFields, 'item.changed': itemChanges, 'item.merged': itemMerged },
  // A change whose first entry cannot be read here has nothing to change.
  reduce: (record, entry) => (record || entry.kind === 'item.added' ? withoutNull(overlay(record, entry)) : undefined),
  contribute: contributionsOfItem,
  search: (record) => ({
    title: record.name,
    detail: [record.code, record.spec, record.location].filter(Boolean).join(' · '),
    words: [
      record.code,
      ...record.barcodes.map(({ code }) => code),
      ...(record.spec === undefined ? [] : [record.spec]),
    ],
    class: 'master',
  }),
})

const withoutNull = (record: Item): Item =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as Item

/** What follows a slip cannot begin one. */
const later = new Set(['slip.reversed', 'slip.signed'])

export const slip = subjectType<Slip>({
  name: 'supply_slip',
  kinds: {
    'stock.received': slipFields,
    'stock.issued': slipFields,
    'stock.returned': slipFields,
    'stock.transferred': slipFields,
    'stock.scrapped': slipFields,
    'stock.gained': slipFields,
    'stock.lost': slipFields,
    'stock.revalued': slipFields,
    'stock.reversed': slipFields,
    'slip.reversed': slipReversed,
    'slip.signed': slipSigned,
  },
  reduce: (record, entry) =>
    record || !later.has(entry.kind)
      ? { ...overlay<Slip>(record, entry), enteredAt: record?.enteredAt ?? instantOf(entry.at) }
      : undefined,
  contribute: contributionsOfSlip,
  lines: movementLines,
  search: (record) => ({
    title: record.numbered.number,
    detail: [
      record.recipient?.name ?? record.supplier,
      record.lines
        .map((each) => each.item.name)
        .join(' · ')
        .slice(0, 80),
      record.date,
    ]
      .filter(Boolean)
      .join(' · '),
    words: [record.recipient?.name, record.supplier, record.reference].filter((word) => word !== undefined),
    class: 'log',
  }),
})

export const supplySubjects = [item, slip, supplyRequest, supplyPolicy] as const
