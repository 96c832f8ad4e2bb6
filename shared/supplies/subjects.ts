/** The subjects of the supplies register: items 物品 and slips 单, each slip with all its lines. */
import { instantOf } from '../journal/clock.ts'
import { overlay, subjectType } from '../journal/subject.ts'
import { contributionsOfItem, contributionsOfSlip } from './accounts.ts'
import { itemChanges, itemFields, slipFields, slipReversed, type Item, type Slip, type SlipVerb } from './records.ts'

export const item = subjectType<Item>({
  name: 'supply_item',
  kinds: { 'item.added': itemFields, 'item.changed': itemChanges },
  reduce: (record, entry) => withoutNull(overlay(record, entry)),
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

export const slip = subjectType<Slip>({
  name: 'supply_slip',
  kinds: {
    'stock.received': slipFields,
    'stock.issued': slipFields,
    'stock.returned': slipFields,
    'stock.transferred': slipFields,
    'stock.scrapped': slipFields,
    'stock.reversed': slipFields,
    'slip.reversed': slipReversed,
  },
  reduce: (record, entry) => ({ ...overlay<Slip>(record, entry), enteredAt: record?.enteredAt ?? instantOf(entry.at) }),
  contribute: contributionsOfSlip,
  search: (record) => ({
    title: record.numbered.number,
    detail: [
      record.recipient?.name ?? record.supplier,
      record.lines
        .map((each) => each.item.name)
        .join('、')
        .slice(0, 80),
      record.date,
    ]
      .filter(Boolean)
      .join(' · '),
    words: [record.recipient?.name, record.supplier, record.reference].filter((word) => word !== undefined),
    class: 'log',
  }),
})

/** The entry kind that writes a slip of this verb. */
export const kindOf: Record<SlipVerb, string> = {
  receipt: 'stock.received',
  issue: 'stock.issued',
  return: 'stock.returned',
  transfer: 'stock.transferred',
  scrap: 'stock.scrapped',
  reverse: 'stock.reversed',
}

export const supplySubjects = [item, slip] as const
