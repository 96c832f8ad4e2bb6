/** Taking a purchase over into a receipt: whole packs where they divide, pieces where they do not, differences told. */
import { describe, expect, it } from 'vitest'
import { comparisonsOf, openLines, supplierOf } from './purchase-taken.ts'

type Shown = Parameters<typeof openLines>[0]
const line = (item: string, quantity: number, supplier: string): Shown['purchase']['lines'][number] => ({
  item: { id: item, code: item, name: item },
  quantity,
  unit: '盒',
  base: quantity * 12,
  baseUnit: '支',
  price: 1500,
  amount: 1500 * quantity,
  supplier,
})
const shown = (lines: Shown['purchase']['lines'], left: readonly number[]) =>
  ({
    purchase: { lines },
    lines: left.map((each, index) => ({
      approved: lines[index]?.base ?? 0,
      left: each,
      received: (lines[index]?.base ?? 0) - each,
      paid: 0,
    })),
  }) as unknown as Shown

describe('a purchase that is received', () => {
  it('gives its open lines of one supplier, in packs where they divide', () => {
    const purchase = shown(
      [line('a', 2, '甲'), line('b', 2, '甲'), line('c', 2, '甲'), line('d', 2, '乙')],
      [0, 24, 18, 24],
    )
    expect(supplierOf(purchase)).toBe('甲')
    expect(openLines(purchase).map(({ item, quantity, unit, price }) => [item, quantity, unit, price])).toEqual([
      ['b', 2, '盒', 1500],
      ['c', 18, '支', 125],
    ])
  })

  it('tells what goes beyond it and what is dearer, in either unit', () => {
    const purchase = shown([line('a', 2, '甲')], [24])
    const [open] = openLines(purchase)
    if (!open) throw new Error('nothing is open')
    const typed = (changes: Partial<typeof open>) => comparisonsOf(purchase, [{ ...open, ...changes }])
    expect(typed({})).toMatchObject([{ over: 0, change: 0 }])
    expect(typed({ quantity: 3, price: 1650 })).toMatchObject([{ over: 12, change: 100 }])
    expect(typed({ quantity: 30, unit: '支', price: 100 })).toMatchObject([{ over: 6, change: -200 }])
  })
})
