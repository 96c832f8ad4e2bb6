/** What a rule may look at while it decides a slip, line after line: balances as they are, plus the lines before. */
import type { Contribution } from '../journal/subject.ts'
import type { Drawings, Drawn } from './counter/quota-rules.ts'
import { stockAccount, valueAccount } from './accounts.ts'
import type { Item } from './records.ts'

/** The facts a rule is handed; nothing else is read. */
export type Shelf = {
  item: (id: string) => Item | undefined
  /** The balance of an account, 0 where it was never touched. */
  balance: (account: string) => number
  /** Every location where the item lies or lay, base unit. */
  stockAt: (item: string) => { location: string; quantity: number }[]
  /** The latest closed month `2026-10`: it and all before it take no slips; see closed-months.ts. */
  closedThrough?: string | undefined
  /** Every lot of the item that lies somewhere, base unit, with the day until which it is good. */
  lotsAt: (item: string) => LotAt[]
  /** What a person or department drew of an item in a month, from the movements. */
  drawn: (asked: Drawings) => Drawn
}

export type LotAt = { location: string; lot: string; quantity: number; expiry?: string | undefined }

export type Tally = {
  balance: (account: string) => number
  /** Pieces over all locations and their value, with what was added so far. */
  stock: (item: string) => { quantity: number; value: number }
  stockAt: (item: string) => { location: string; quantity: number }[]
  add: (contributions: readonly Contribution[]) => void
}

/** Starts from a shelf; two lines of the same item then see each other. */
export const createTally = (shelf: Shelf): Tally => {
  const added = new Map<string, number>()
  const balance = (account: string): number => shelf.balance(account) + (added.get(account) ?? 0)
  const stockAt = (item: string): { location: string; quantity: number }[] => {
    const prefix = stockAccount(item, '')
    const here = [...added.keys()]
      .filter((account) => account.startsWith(prefix))
      .map((account) => account.slice(prefix.length))
    const locations = new Set([...shelf.stockAt(item).map(({ location }) => location), ...here])
    return [...locations].map((location) => ({ location, quantity: balance(stockAccount(item, location)) }))
  }
  return {
    balance,
    stockAt,
    stock: (item) => ({
      quantity: stockAt(item).reduce((sum, { quantity }) => sum + quantity, 0),
      value: balance(valueAccount(item)),
    }),
    add: (contributions) => {
      for (const { account, delta } of contributions) added.set(account, (added.get(account) ?? 0) + delta)
    },
  }
}
