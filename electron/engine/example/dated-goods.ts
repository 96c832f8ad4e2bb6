/** A few of the example's goods that spoil: kept by lots, of which one is past its day and two will be soon. */
import { addDays } from '../../../shared/office/dates.ts'
import { makeBarcode } from './barcodes.ts'
import type { Company } from './company.ts'
import type { History } from './history.ts'

export type DatedParts = {
  history: History
  company: Company
  /** The end of the example, from which days are counted. */ to: number
}

/** `first` and `second`: days from the end until the lots of the two deliveries are past their day. */
const kinds = [
  { name: '碘伏棉签', spec: '独立装 50 支', unit: '盒', group: '劳保', price: 680, min: 6, first: -18, second: 210 },
  { name: '创可贴', spec: '防水 100 片', unit: '盒', group: '劳保', price: 1150, min: 6, first: 25, second: 480 },
  {
    name: '速溶咖啡',
    spec: '三合一 30 条',
    unit: '盒',
    group: '保洁茶饮',
    price: 2850,
    min: 8,
    first: 62,
    second: 330,
  },
] as const

const area = 'C区'
const delivered = 24

export type DatedGoods = {
  /** The second delivery. */
  deliver: (at: number) => void
  /** A little of each is drawn, what expires first going first. */
  draw: (at: number) => void
}

/** Enters the goods and their first delivery. */
export const keepDatedGoods = ({ history, company, to }: DatedParts, at: number): DatedGoods => {
  const { by } = company
  const end = history.dateAt(to)
  history.call(at, by.clerk, 'supplies.listName', { list: 'place', name: area })
  const goods = kinds.map((kind, index) => {
    const { first: _, second: __, price, ...fields } = kind
    const { id } = history.call(at, by.clerk, 'supplies.addItem', {
      ...fields,
      code: `WP9${(index + 1).toString().padStart(3, '0')}`,
      category: 'consumable',
      max: delivered * 2,
      lots: true,
      barcodes: [{ code: makeBarcode(90_010 + index * 10), unit: kind.unit, amount: 1 }],
      location: `${area}/01-${(index + 1).toString().padStart(2, '0')}`,
    })
    return { ...kind, id, price }
  })
  const receive = (when: number, which: 'first' | 'second'): void => {
    const made = history.dateAt(when).replaceAll('-', '')
    const lines = goods.map((good, index) => ({
      item: good.id,
      quantity: delivered,
      unit: good.unit,
      price: good.price,
      lot: `${made}${'ABC'[index]}`,
      expiry: addDays(end, good[which]),
    }))
    history.call(when, by.clerk, 'supplies.receive', { supplier: '清河医药用品商行', lines })
  }
  receive(at, 'first')
  return {
    deliver: (when) => receive(when, 'second'),
    draw: (when) => {
      const lines = goods.map(({ id, unit }) => ({ item: id, quantity: 8, unit }))
      history.call(when, by.counter, 'supplies.issue', {
        recipient: by.stores.id,
        purpose: '补充班组急救箱和茶水间',
        lines,
      })
    },
  }
}
