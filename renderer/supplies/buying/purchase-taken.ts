/** A purchase as a receipt takes it over: its open lines in the unit they were asked for in, and what differs from it. */
import type { EntryLine } from '../counter/lines.ts'
import type { ShownPurchase } from './purchase-drawer.tsx'

type Shown = Pick<ShownPurchase, 'purchase' | 'lines'>

/** The supplier of the first line that is still to come; who delivers brings his own lines. */
export const supplierOf = ({ purchase, lines }: Shown): string =>
  purchase.lines.find((_, index) => (lines[index]?.left ?? 0) > 0)?.supplier ?? ''

/** Whole packs where what is left divides into them, else pieces of the base unit at the same price. */
export const openLines = (shown: Shown): EntryLine[] => {
  const supplier = supplierOf(shown)
  return shown.purchase.lines.flatMap((line, index) => {
    const left = shown.lines[index]?.left ?? 0
    if (left <= 0 || (line.supplier ?? supplier) !== supplier) return []
    const factor = line.base / line.quantity
    const isWhole = left % factor === 0
    const unit = isWhole ? line.unit : line.baseUnit
    const price = line.price === undefined || isWhole ? line.price : Math.round(line.price / factor)
    const name = [line.item.name, line.item.spec].filter(Boolean).join(' ')
    const quantity = isWhole ? left / factor : left
    return [{ key: `${line.item.id} ${unit}`, item: line.item.id, name, unit, quantity, oldReturned: false, price }]
  })
}

export type Comparison = {
  index: number
  code: string
  name: string
  unit: string
  /** Base units in one of it. */
  factor: number
  baseUnit: string
  /** Base units still to come, and how far the receipt goes beyond them. */
  left: number
  over: number
  /** Expected for one unit; how far what is typed lies above it, in thousandths. */
  price: number | undefined
  change: number | undefined
}

/** What the typed lines say against each line of the purchase; lines in other units are not compared. */
export const comparisonsOf = ({ purchase, lines: states }: Shown, typed: readonly EntryLine[]): Comparison[] =>
  purchase.lines.flatMap((asked, index) => {
    const factor = asked.base / asked.quantity
    const mine = typed.filter(
      ({ item, unit }) => item === asked.item.id && (unit === asked.unit || unit === asked.baseUnit),
    )
    const left = Math.max(0, states[index]?.left ?? 0)
    if (mine.length === 0 && left === 0) return []
    const base = mine.reduce((sum, { quantity = 0, unit }) => sum + quantity * (unit === asked.unit ? factor : 1), 0)
    const priced = mine.find(({ price }) => price !== undefined)
    const paid = priced?.price === undefined ? undefined : priced.price * (priced.unit === asked.unit ? 1 : factor)
    const change =
      paid === undefined || asked.price === undefined || asked.price === 0
        ? undefined
        : Math.round(((paid - asked.price) * 1000) / asked.price)
    const { code, name } = asked.item
    const { unit, baseUnit, price } = asked
    return [{ index, code, name, unit, factor, baseUnit, left, over: Math.max(0, base - left), price, change }]
  })
