/** A storeroom held in memory: folds slips into balances as a desk does, so that rules can be tried without a file. */
import { isRefusal, type Refusal } from '../../api/fault.ts'
import { contributionsOfSlip, stockAccount } from '../accounts.ts'
import type { Item, Slip } from '../records.ts'
import type { SlipPlan } from '../rules.ts'
import { movementLines } from '../movement-lines.ts'
import { lotsIn } from '../counter/lot-accounts.ts'
import type { Shelf } from '../tally.ts'

export type MemoryShelf = Shelf & {
  slips: readonly Slip[]
  accounts: ReadonlyMap<string, number>
  /** Numbers and folds a plan; a refusal changes nothing and comes back. */
  enter: (plan: SlipPlan | Refusal) => Slip | Refusal
  /** Folds a slip as it came from elsewhere; nothing is asked. */
  fold: (slip: Slip) => void
}

export const createMemoryShelf = (items: readonly Item[]): MemoryShelf => {
  const accounts = new Map<string, number>()
  const slips: Slip[] = []
  const known = new Map(items.map((item) => [item.id, item]))
  const fold = (slip: Slip): void => {
    slips.push(slip)
    for (const { account, delta } of contributionsOfSlip(slip))
      accounts.set(account, (accounts.get(account) ?? 0) + delta)
  }
  return {
    slips,
    accounts,
    item: (id) => known.get(id),
    balance: (account) => accounts.get(account) ?? 0,
    stockAt: (item) => {
      const prefix = stockAccount(item, '')
      return [...accounts]
        .filter(([account]) => account.startsWith(prefix))
        .map(([account, quantity]) => ({ location: account.slice(prefix.length), quantity }))
    },
    lotsAt: (item) => lotsIn([...accounts], item),
    drawn: ({ per, holder, item, month }) => {
      const drawn = { base: 0, amount: 0 }
      for (const slip of slips)
        for (const value of movementLines.of(slip)) {
          const [, , , verb, moved, , quantity, amount, , person, department, ofMonth] = value
          const isIts = moved === item && ofMonth === month && (per === 'person' ? person : department) === holder
          if (!isIts || (verb !== 'issue' && verb !== 'return')) continue
          drawn.base -= Number(quantity)
          drawn.amount -= Number(amount)
        }
      return drawn
    },
    fold,
    enter: (plan) => {
      if (isRefusal(plan)) return plan
      const serial = slips.length + 1
      const numbered = { book: `book-${plan.verb}`, serial, number: `${plan.verb}-${serial}` }
      const slip: Slip = {
        ...plan,
        id: `slip-${serial}`,
        numbered,
        clerk: { id: 'clerk', name: '周敏' },
        enteredAt: serial,
      }
      fold(slip)
      const reversed = slips.find(({ id }) => id === plan.reverses?.id)
      if (reversed) reversed.reversedBy = { id: slip.id, number: numbered.number }
      return slip
    },
  }
}
