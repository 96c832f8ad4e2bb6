/** What has run low in the end: the last of some goods goes to three departments, in office hours and in plain amounts. */
import type { Company } from './company.ts'
import type { Good, Shelves } from './goods.ts'
import type { History } from './history.ts'

type Parts = { history: History; company: Company; shelves: Shelves }

const shortGoods = 4
const drawers = 3
/** Slips follow each other by the minute, as a queue at the counter does. */
const apart = 60_000

/** Steps of leaving less than its minimum of each. */
export const runShort = function* ({ history, company, shelves }: Parts, at: number): Generator<undefined, void> {
  shelves.neglect()
  let slips = 0
  for (const good of shelves.neglected().slice(0, shortGoods)) {
    for (const quantity of portions(good)) {
      draw({ history, company }, good, quantity, slips, at + slips * apart)
      slips += 1
      yield
    }
  }
}

/** What lies above six tenths of the minimum, in as many parts as there are drawers. */
const portions = ({ stock, min }: Good): number[] => {
  const rest = stock - Math.floor(min * 0.6)
  const part = Math.ceil(rest / drawers)
  return Array.from({ length: drawers }, (_, index) => Math.max(0, Math.min(part, rest - index * part))).filter(
    (quantity) => quantity > 0,
  )
}

const draw = (
  { history, company: { by } }: Pick<Parts, 'history' | 'company'>,
  good: Good,
  quantity: number,
  turn: number,
  at: number,
): void => {
  const who = [
    [by.stores.id, '车间集中领用'],
    [by.lab.id, '样机评审资料'],
    [by.salesTwo.id, '投标文件装订'],
  ] as const
  const [recipient, purpose] = who[turn % who.length] ?? who[0]
  const lines = [{ item: good.id, quantity, unit: good.unit }]
  const answer = history.ask(at, by.counter, 'supplies.issue', { recipient, purpose, lines })
  if (!('refused' in answer)) good.stock -= quantity
}
