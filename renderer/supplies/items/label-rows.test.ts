/** Choosing what gets labels: scans add up, a list adds what is not there, short commands mean the last. */
import { describe, expect, it } from 'vitest'
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { addItems, addLabel, shortLabel } from './label-rows.ts'

const item = (id: string): ItemRow => ({
  id,
  code: id,
  name: id,
  category: 'consumable',
  unit: '支',
  packs: [
    { unit: '盒', factor: 12 },
    { unit: '箱', factor: 288 },
  ],
  barcodes: [{ code: `${id}-12`, unit: '盒', amount: 1 }],
  location: 'A',
  exchangeOld: false,
  active: true,
  stock: 0,
  value: 0,
})
const brief = (rows: ReturnType<typeof addLabel> | undefined) =>
  rows?.map(({ code, unit, copies }) => `${code} ${unit} ${copies}`)

describe('rows of labels', () => {
  it('offer the units that can be scanned, and fall back to the base unit', () => {
    expect(addLabel([], { item: item('pen'), unit: '箱' })).toMatchObject([{ unit: '支', units: ['支', '盒'] }])
    expect(brief(addLabel([], { item: item('pen'), unit: '盒' }))).toEqual(['pen 盒 1'])
  })

  it('add up what is scanned again, and move it to the end', () => {
    const rows = [item('pen'), item('glue'), item('pen')].reduce(
      (before, each) => addLabel(before, { item: each, unit: '支' }),
      [] as ReturnType<typeof addLabel>,
    )
    expect(brief(rows)).toEqual(['glue 支 1', 'pen 支 2'])
    expect(brief(shortLabel(rows, '*24'))).toEqual(['glue 支 1', 'pen 支 24'])
    expect(brief(shortLabel(rows, '-'))).toEqual(['glue 支 1'])
    expect(shortLabel(rows, 'pen')).toBeUndefined()
    expect(brief(addItems(rows, [item('pen'), item('tape')]))).toEqual(['glue 支 1', 'pen 支 2', 'tape 支 1'])
  })
})
