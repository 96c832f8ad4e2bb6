/** When a reason is asked for at the counter: over a quota of pieces or worth, without the old one, past its date. */
import { expect, it } from 'vitest'
import type { Offer } from '../../../shared/supplies/operations.ts'
import type { EntryLine } from './lines.ts'
import { needsReason } from './reason-needed.ts'

const item = {
  id: 'pen',
  code: 'P',
  name: '笔',
  category: 'consumable' as const,
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [],
  location: 'A1',
  exchangeOld: false,
  active: true,
  stock: 100,
  value: 10_000,
}
const offer = (more: Partial<Offer> = {}): Offer => ({ item, stockAt: [], unit: '支', amount: 1, base: 1, ...more })
const line = (quantity: number, more: Partial<EntryLine> = {}): EntryLine => ({
  key: `pen ${quantity}`,
  item: 'pen',
  name: '笔',
  unit: '支',
  quantity,
  oldReturned: false,
  price: undefined,
  ...more,
})
const told = { today: '2026-11-28', isApproved: false }

it('asks for none within the quota, and for one beyond it, lines of one item together', () => {
  const offers = [offer({ quota: { quota: 5, drawn: 2, left: 3 } })]
  expect(needsReason([line(3)], offers, told)).toBe(false)
  expect(needsReason([line(2), line(2)], offers, told)).toBe(true)
  expect(needsReason([line(1, { unit: '盒' })], offers, told)).toBe(true)
  expect(needsReason([line(4)], offers, { ...told, isApproved: true })).toBe(false)
})

it('weighs quotas in amount by the average of the stock', () => {
  const offers = [offer({ quotas: [{ per: 'department', measure: 'amount', limit: 500, drawn: 200, left: 300 }] })]
  expect(needsReason([line(3)], offers, told)).toBe(false)
  expect(needsReason([line(4)], offers, told)).toBe(true)
})

it('asks where the old one is missing, and where only what is past its date goes out', () => {
  const exchanged = [offer({ item: { ...item, exchangeOld: true } })]
  expect(needsReason([line(1)], exchanged, told)).toBe(true)
  expect(needsReason([line(1, { oldReturned: true })], exchanged, told)).toBe(false)
  const lots = [
    { location: 'A1', lot: 'L1', quantity: 4, expiry: '2026-01-01' },
    { location: 'A1', lot: 'L2', quantity: 4, expiry: '2027-01-01' },
  ]
  expect(needsReason([line(1)], [offer({ lots })], told)).toBe(false)
  expect(needsReason([line(1, { lot: 'L1' })], [offer({ lots })], told)).toBe(true)
  expect(needsReason([line(1)], [offer({ lots: lots.slice(0, 1) })], told)).toBe(true)
})
