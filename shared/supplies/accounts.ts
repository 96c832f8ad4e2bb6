/** The accounts that items and slips add to: stock, value, quota, and the two indexes that lead from a barcode or item. */
import type { Contribution } from '../journal/subject.ts'
import type { Item, Slip, SlipLine } from './records.ts'
import { contributionsOfPurchased } from './buying/buying-accounts.ts'
import { contributionsOfLot } from './counter/lot-accounts.ts'
import { requestLeftAccount } from './counter/request-fold.ts'
import type { SlipVerb } from './verbs.ts'

/*
 * Balances lie in the order of their accounts, so what a line changes together begins alike: of an item the newest slip,
 * the stock and the value stand side by side in this order, and what a person draws in a month lies in one place.
 */
/** Pieces of an item at a location, in the base unit; below zero means oversold 超发. */
export const stockAccount = (item: string, location: string): string => `item:${item}:stock:${location}`
/** Worth of all pieces of an item, minor units. */
export const valueAccount = (item: string): string => `item:${item}:value`
/** What a person drew of an item in a month `2026-11`, base unit. */
export const drawnAccount = (person: string, item: string, month: string): string =>
  `${drawnPrefix(person)}${month}:${item}`
export const drawnPrefix = (person: string): string => `drawn:${person}:`
/** How much of a line of an issue slip came back, base unit. */
export const returnedAccount = (slip: string, line: number): string => `returned:${slip}:${line}`
/** The same in minor units. */
export const returnedValueAccount = (slip: string, line: number): string => `returned-value:${slip}:${line}`
/** Leads from a barcode to the items that carry it; ids of items follow. */
export const barcodeAccount = (code: string, item: string): string => `barcode:${code}:${item}`
/** Leads from an item to the slips that moved it; slip ids sort by time. */
export const movedAccount = (item: string, slip: string): string => `item:${item}:moved:${slip}`

const itemStart = 'item:'
const stockPart = ':stock:'
/** Ids of subjects are this long; what stands behind one may hold colons itself. */
const idLength = 36

/** Where the pieces of an account of stock lie; undefined for every other account. */
export const stockPlaceOf = (account: string): { item: string; location: string } | undefined => {
  const end = itemStart.length + idLength
  if (!account.startsWith(itemStart) || !account.startsWith(stockPart, end)) return undefined
  return { item: account.slice(itemStart.length, end), location: account.slice(end + stockPart.length) }
}

/** How much was added later to the price of a receipt's line, minor units. */
export const repricedAccount = (slip: string, line: number): string => `repriced:${slip}:${line}`

/** What an item adds: one way from each of its barcodes while it is active; those of a merged one lead to the kept one. */
export const contributionsOfItem = ({ id, active, barcodes, mergedInto }: Item): Contribution[] => {
  const owner = mergedInto ?? (active ? id : undefined)
  if (owner === undefined) return []
  return [...new Set(barcodes.map(({ code }) => code))].map((code) => ({
    account: barcodeAccount(code, owner),
    delta: 1,
  }))
}

/** What each verb does to stock and value; a transfer moves pieces and leaves the value. */
const direction: Record<Exclude<SlipVerb, 'reverse' | 'transfer' | 'revalue'>, 1 | -1> = {
  receipt: 1,
  return: 1,
  gain: 1,
  issue: -1,
  scrap: -1,
  loss: -1,
}

/** What a line needs to know of its slip. */
type Drawing = Pick<Slip, 'month' | 'recipient' | 'original' | 'request' | 'purchase'>

/** What a slip adds. A reversing slip adds the exact opposite of the slip it reverses. */
export const contributionsOfSlip = (slip: Slip): Contribution[] => {
  const sign = slip.verb === 'reverse' ? -1 : 1
  const verb = slip.reverses?.verb ?? slip.verb
  return [
    { account: `book:${slip.numbered.book}`, delta: 1 },
    ...[...new Set(slip.lines.flatMap(({ item, into }) => (into ? [item.id, into.id] : [item.id])))].map((item) => ({
      account: movedAccount(item, slip.id),
      delta: 1,
    })),
    ...contributionsOfPurchased(slip),
    ...slip.lines.flatMap((line) =>
      contributionsOfLine(slip, line, verb).map(({ account, delta }) => ({ account, delta: delta * sign })),
    ),
  ]
}

/** A line of a merge: the pieces stay where they lie and go on as the kept item, with their value and lot. */
const contributionsOfMerge = (line: SlipLine, into: string): Contribution[] => {
  const { item, location, base, amount } = line
  return [
    { account: stockAccount(item.id, location), delta: -base },
    { account: stockAccount(into, location), delta: base },
    { account: valueAccount(item.id), delta: -amount },
    { account: valueAccount(into), delta: amount },
    ...contributionsOfLot(line, 'scrap', -1),
    ...contributionsOfLot({ ...line, item: { ...line.item, id: into } }, 'receipt', 1),
  ]
}

/** What one line adds, before the sign of a reversal. */
export const contributionsOfLine = (slip: Drawing, line: SlipLine, verb: SlipVerb): Contribution[] => {
  const { base, amount, location } = line
  const item = line.item.id
  if (verb === 'reverse') return []
  if (verb === 'transfer' && line.into) return contributionsOfMerge(line, line.into.id)
  if (verb === 'revalue') return contributionsOfDifference(line)
  if (verb === 'transfer')
    return [
      { account: stockAccount(item, location), delta: -base },
      { account: stockAccount(item, line.to ?? location), delta: base },
      ...contributionsOfLot(line, verb, -1),
    ]
  const way = direction[verb]
  const moved = [
    { account: stockAccount(item, location), delta: way * base },
    { account: valueAccount(item), delta: way * amount },
    ...contributionsOfLot(line, verb, way),
  ]
  if (slip.request !== undefined && line.requestLine !== undefined && verb === 'issue')
    moved.push({ account: requestLeftAccount(slip.request.id, line.requestLine), delta: -base })
  if ((verb === 'issue' || verb === 'return') && slip.recipient !== undefined)
    moved.push({ account: drawnAccount(slip.recipient.id, item, slip.month), delta: -way * base })
  if (verb === 'return' && slip.original !== undefined && line.of !== undefined)
    moved.push(
      { account: returnedAccount(slip.original.id, line.of), delta: base },
      { account: returnedValueAccount(slip.original.id, line.of), delta: amount },
    )
  return moved
}

/** 成本差异: value without pieces; a late price also counts what its receipt line is worth by now. */
const contributionsOfDifference = ({ item, amount, difference }: SlipLine): Contribution[] => [
  { account: valueAccount(item.id), delta: amount },
  ...(difference?.of === undefined
    ? []
    : [{ account: repricedAccount(difference.of.id, difference.of.line), delta: amount + difference.used }]),
]
