/** Accounts of lots 批次, which stand beside those of the stock: only a line that names a lot adds to them. */
import type { Contribution } from '../../journal/subject.ts'
import type { SlipLine } from '../records.ts'
import type { LotAt } from '../tally.ts'
import type { SlipVerb } from '../verbs.ts'

/** A colon ends a part of an account, so a lot is spelt without one. */
const spelt = (lot: string): string => lot.replaceAll('%', '%25').replaceAll(':', '%3A')
export const unspelt = (lot: string): string => lot.replaceAll('%3A', ':').replaceAll('%25', '%')

/** Pieces of a lot at a location, base unit; the lot is what follows the last colon. */
export const lotAccount = (item: string, location: string, lot: string): string =>
  `stock-lot:${item}:${location}:${spelt(lot)}`
/** How many receipts said that a lot is good until a day; the earliest day counts. */
export const lotExpiryAccount = (item: string, lot: string, expiry: string): string =>
  `lot-expiry:${item}:${spelt(lot)}:${expiry}`

/** What a line adds to the accounts of its lot; `way` is what its verb does to the stock of its location. */
export const contributionsOfLot = (line: SlipLine, verb: SlipVerb, way: 1 | -1): Contribution[] => {
  const { lot, expiry, base, location, to } = line
  if (lot === undefined) return []
  const item = line.item.id
  const moved = [{ account: lotAccount(item, location, lot), delta: way * base }]
  if (verb === 'transfer') moved.push({ account: lotAccount(item, to ?? location, lot), delta: base })
  if (verb === 'receipt' && expiry !== undefined) moved.push({ account: lotExpiryAccount(item, lot, expiry), delta: 1 })
  return moved
}

/** An account with its amount. */
type Balance = readonly [account: string, amount: number]

export const lotPrefix = (item: string): string => `stock-lot:${item}:`
export const lotExpiryPrefix = (item: string): string => `lot-expiry:${item}:`

/** Reads accounts back into lots: what lies where, each with its earliest date. */
export const lotsIn = (balances: readonly Balance[], item: string): LotAt[] => {
  const dates = new Map<string, string>()
  for (const [account, amount] of balances) {
    if (amount <= 0 || !account.startsWith(lotExpiryPrefix(item))) continue
    const [lot, expiry] = lastPart(account.slice(lotExpiryPrefix(item).length))
    const known = dates.get(unspelt(lot))
    if (known === undefined || expiry < known) dates.set(unspelt(lot), expiry)
  }
  return balances.flatMap(([account, quantity]) => {
    if (quantity === 0 || !account.startsWith(lotPrefix(item))) return []
    const [location, spelling] = lastPart(account.slice(lotPrefix(item).length))
    const lot = unspelt(spelling)
    const expiry = dates.get(lot)
    return [{ location, lot, quantity, ...(expiry === undefined ? {} : { expiry }) }]
  })
}

const lastPart = (text: string): [string, string] => {
  const colon = text.lastIndexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1)]
}
