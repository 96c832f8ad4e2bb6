/** What the example is buying: one purchase request that waits for approval, one that came in part; other suggestions stay. */
import type { SuggestionRow } from '../../../shared/supplies/buying/buying-operations.ts'
import { addDays } from '../../../shared/office/dates.ts'
import type { Company } from './company.ts'
import type { History } from './history.ts'

const minute = 60_000

const asked = ({ item, quantity, unit, price, supplier }: SuggestionRow) => ({
  item: item.id,
  quantity,
  unit,
  ...(price === undefined ? {} : { price }),
  ...(supplier === undefined ? {} : { supplier }),
})

/** Steps of buying in the last minutes before now; where little is suggested, less is asked for. */
export const leaveBuying = function* (history: History, { by }: Company, at: number): Generator<undefined, void> {
  const { groups } = history.call(at, by.clerk, 'supplies.suggestions', {})
  const [most, next] = groups.toSorted((one, other) => other.rows.length - one.rows.length)
  const wanted = addDays(history.dateAt(at), 10)
  if (most) {
    const lines = most.rows.slice(0, 2).map(asked)
    const { id } = history.call(at + minute, by.clerk, 'supplies.requestPurchase', {
      purpose: '日常补货',
      wanted,
      lines,
    })
    history.call(at + 2 * minute, by.finance, 'supplies.decidePurchase', { id, decision: 'approved', opinion: '同意' })
    const reference = `PO${wanted.replaceAll('-', '')}`
    history.call(at + 3 * minute, by.clerk, 'supplies.orderPurchase', { id, reference, expected: wanted })
    yield
    const [first] = lines
    // One pack came ahead, a little dearer than expected.
    if (first)
      history.call(at + 4 * minute, by.counter, 'supplies.receive', {
        purchase: id,
        supplier: most.supplier,
        lines: [{ item: first.item, quantity: 1, unit: first.unit, price: Math.ceil((first.price ?? 1000) * 1.05) }],
      })
    yield
  }
  if (next)
    history.call(at + 5 * minute, by.clerk, 'supplies.requestPurchase', {
      purpose: '年末集中补货',
      wanted,
      lines: next.rows.slice(0, 2).map(asked),
    })
  yield
}
