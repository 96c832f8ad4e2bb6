/** A stocktake for tests: a shelf of its own with some items, and short ways to count and read it. */
import type { TestDesk } from '../../testing.ts'
import { newItem, type Counter } from '../testing.ts'

let shelves = 0

/** Items on a shelf of their own, each with pieces at 1.50, and a stocktake of that shelf. */
export const planShelf = async (
  { office, clerk }: Counter,
  stocks: readonly number[],
  more: { isBlind?: boolean } = {},
) => {
  shelves += 1
  const shelf = `盘${shelves}区`
  const items: Awaited<ReturnType<typeof newItem>>[] = []
  for (const stock of stocks) {
    const item = await newItem({ office, clerk }, { stock: 0 })
    const line = { item: item.id, quantity: stock, unit: '支', price: 150, location: `${shelf}/01` }
    if (stock > 0) await clerk.call('supplies.receive', { lines: [line] })
    items.push(item)
  }
  office.clock.advance(60_000)
  const made = await clerk.call('supplies.planStocktake', { scope: { locations: [shelf] }, ...more })
  office.clock.advance(60_000)
  const place = (index: number) => ({ item: items[index]?.id ?? '', location: `${shelf}/01` })
  const count = (index: number, quantity: number, by: TestDesk = clerk) =>
    by.call('supplies.count', { id: made.id, counts: [{ ...place(index), quantity }] })
  const lines = async (view: 'count' | 'variance' = 'variance') =>
    (await clerk.call('supplies.stocktakeLines', { id: made.id, view })).lines
  const state = async () => (await clerk.call('supplies.stocktake', { id: made.id })).stocktake.state
  /** Submits, approves and posts it. */
  const post = async (approver: TestDesk, cause = '日常损耗') => {
    await clerk.call('supplies.submitStocktake', { id: made.id, cause })
    await approver.call('supplies.approveStocktake', { id: made.id })
    return clerk.call('supplies.postStocktake', { id: made.id })
  }
  return { ...made, shelf, items, place, count, lines, state, post }
}
