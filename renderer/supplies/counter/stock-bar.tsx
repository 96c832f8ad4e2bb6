/** Stock of an item: in packs as one counts it on the shelf, and as a bar between nothing, minimum and maximum. */
import type { ItemRow } from '../../../shared/supplies/operations.ts'
import { inPacks } from '../../../shared/supplies/items/units.ts'
import { useWords } from '../../shell/words.tsx'
import '../supplies.css'

/** `2 盒 6 支`; the base unit alone where the item has no packs. */
export const stockText = (item: Pick<ItemRow, 'unit' | 'packs'>, base: number): string =>
  inPacks(item, base)
    .map(({ quantity, unit }) => `${quantity} ${unit}`)
    .join(' ')

export const StockBar = ({ item }: { item: ItemRow }) => {
  const { t } = useWords()
  const { stock, min, max } = item
  // The bar is full at the maximum, or at three times the minimum where none is set.
  const full = max ?? (min === undefined ? undefined : min * 3)
  const state = stock < 0 ? 'oversold' : min !== undefined && stock < min ? 'low' : 'enough'
  const title =
    state === 'enough' ? stockText(item, stock) : `${stockText(item, stock)} · ${t(`supplies.stock.${state}`)}`
  const percent = (part: number): string => `${Math.max(0, Math.min(100, (part / Math.max(1, full ?? 1)) * 100))}%`
  return (
    <span className={`stock is-${state}`} title={title} data-state={state}>
      <span className="stock-figure">{stock}</span>
      <span className="stock-bar" aria-hidden="true">
        {full !== undefined && <span className="stock-fill" style={{ width: percent(stock) }} />}
        {full !== undefined && min !== undefined && <span className="stock-min" style={{ left: percent(min) }} />}
      </span>
    </span>
  )
}
