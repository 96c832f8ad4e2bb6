/** A day at the supply counter: people draw things, bring some back; what arrives is received; mistakes are reversed. */
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Company } from './company.ts'
import type { Dice } from './dice.ts'
import type { Good, Shelves } from './goods.ts'
import type { History } from './history.ts'

export type SupplyDesk = {
  issue: (at: number) => boolean
  bringBack: (at: number) => boolean
  reverse: (at: number) => boolean
  scrap: (at: number) => boolean
  move: (at: number) => boolean
}

type Issued = { id: string; good: Good; base: number }

/** How many issue slips are remembered for returns and reversals. */
const remembered = 40

export type SupplyParts = { history: History; dice: Dice; company: Company; shelves: Shelves }

export const openSupplyDesk = ({ history, dice, company, shelves }: SupplyParts): SupplyDesk => {
  const { by } = company
  const issued: Issued[] = []
  const clerk = () => (dice.chance(0.7) ? by.counter : by.clerk)
  // Some things are drawn far more often than others.
  const good = (): Good =>
    shelves.goods[Math.floor(dice.next() ** 2 * shelves.goods.length)] ?? dice.pick(shelves.goods)
  const single = { exchangeOld: 1 }
  const amountOf = ({ exchangeOld, quota = 12, stock }: Good): number =>
    Math.min(exchangeOld ? single.exchangeOld : dice.whole(1, Math.max(1, Math.min(Math.ceil(quota / 3), 5))), stock)

  const issue = (at: number): boolean => {
    const chosen = [...new Set(Array.from({ length: dice.pick([1, 1, 2, 2, 3]) }, good))]
    const lines = chosen.flatMap((each) => {
      const quantity = amountOf(each)
      return quantity > 0 ? [{ good: each, quantity }] : []
    })
    if (lines.length === 0) return false
    const recipient = dice.pick(company.everyone)
    const input = {
      recipient: recipient.id,
      lines: lines.map(({ good: { id, unit, exchangeOld }, quantity }) => ({
        item: id,
        quantity,
        unit,
        ...(exchangeOld ? { oldReturned: true } : {}),
      })),
    }
    const at1 = clerk()
    const answer = history.ask(at, at1, 'supplies.issue', input)
    // Over quota: one in three says why, the others leave it.
    const made =
      isRefusal(answer) && answer.refused.code === 'quota-exceeded' && dice.chance(0.35)
        ? history.ask(at, at1, 'supplies.issue', {
            ...input,
            reason: dice.pick(['新员工入职', '会议用', '代部门领用']),
          })
        : answer
    if (isRefusal(made)) return false
    for (const line of lines) line.good.stock -= line.quantity
    const [first] = lines
    if (first && lines.length === 1) issued.push({ id: made.slip.id, good: first.good, base: first.quantity })
    if (issued.length > remembered) issued.shift()
    return true
  }

  const undo = (at: number, how: 'supplies.return' | 'supplies.reverse'): boolean => {
    const slip = issued.pop()
    if (!slip) return false
    const { id, good: returned, base } = slip
    const { unit } = returned
    const answer =
      how === 'supplies.reverse'
        ? history.ask(at, by.clerk, how, { id, reason: '领用人登记有误' })
        : history.ask(at, by.counter, how, { original: id, lines: [{ item: returned.id, quantity: base, unit }] })
    if (isRefusal(answer)) return false
    returned.stock += base
    return true
  }

  return {
    issue,
    bringBack: (at) => undo(at, 'supplies.return'),
    reverse: (at) => undo(at, 'supplies.reverse'),
    scrap: (at) => {
      const each = dice.pick(shelves.goods)
      if (each.stock < 2) return false
      const lines = [{ item: each.id, quantity: 1, unit: each.unit }]
      if (isRefusal(history.ask(at, by.clerk, 'supplies.scrap', { reason: '破损', lines }))) return false
      each.stock -= 1
      return true
    },
    move: (at) => {
      const each = dice.pick(shelves.goods)
      if (each.stock < 20) return false
      const lines = [{ item: each.id, quantity: 2, unit: each.unit, to: '二楼服务台' }]
      return !isRefusal(history.ask(at, by.clerk, 'supplies.transfer', { reason: '补充二楼服务台', lines }))
    },
  }
}
