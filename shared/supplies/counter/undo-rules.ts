/** Deciding what takes slips back: returns 退库 of what was issued, and reversing slips 冲销. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { contributionsOfSlip, returnedAccount, returnedValueAccount, stockAccount } from '../accounts.ts'
import { refuseClosedMonth } from '../value/closed-months.ts'
import { averageCost, share } from '../value/costs.ts'
import type { Recipient, Slip, SlipLine } from '../records.ts'
import { keptItem } from '../items/kept-item.ts'
import { planSlip, type LineInput, type SlipInput, type SlipPlan } from '../rules.ts'
import { createTally, type Shelf, type Tally } from '../tally.ts'

export type ReturnLine = LineInput & { of?: number | undefined }

/**
 * 退库. With an original the goods come back at the cost they left with and free the quota of their month;
 * without one they come in at today's average.
 */
export const decideReturn = (
  shelf: Shelf,
  input: SlipInput<ReturnLine> & { recipient?: Recipient | undefined; original?: Slip | undefined },
  today: string,
): SlipPlan | Refusal => {
  const { original } = input
  if (!original)
    return planSlip(
      shelf,
      'return',
      input,
      { today, recipient: input.recipient, mayRetired: true },
      (line, { item, base }, tally) => ({
        location: line.location ?? item.location,
        amount: averageCost(tally.stock(item.id), base),
      }),
    )
  const { number } = original.numbered
  if (original.verb !== 'issue' || original.reversedBy) return refuse({ code: 'not-an-issue', number })
  const head = {
    today,
    mayRetired: true,
    original: { id: original.id, number },
    month: original.month,
    ...(original.recipient === undefined ? {} : { recipient: original.recipient }),
  }
  return planSlip(shelf, 'return', input, head, (line, { item, base }, tally) => {
    const of = line.of ?? openLineOf(original, item.id, tally)
    const issued = original.lines[of]
    if (!issued || issued.item.id !== item.id)
      return refuse({ code: 'return-exceeds-issue', item: item.name, left: 0, asked: base, unit: item.unit })
    const left = issued.base - tally.balance(returnedAccount(original.id, of))
    if (base > left)
      return refuse({ code: 'return-exceeds-issue', item: item.name, left, asked: base, unit: item.unit })
    return {
      location: line.location ?? issued.location,
      of,
      amount: worthOf(original, issued, of, base, left, tally),
      // It goes back into its lot.
      ...(issued.lot === undefined ? {} : { lot: issued.lot }),
      ...(issued.expiry === undefined ? {} : { expiry: issued.expiry }),
    }
  })
}

/** The first line of an issue slip from which something of this item can still come back. */
const openLineOf = (original: Slip, item: string, tally: Tally): number => {
  const lines = original.lines.map((line, of) => ({ line, of })).filter(({ line }) => line.item.id === item)
  const open = lines.find(({ line, of }) => line.base > tally.balance(returnedAccount(original.id, of)))
  return (open ?? lines[0])?.of ?? -1
}

/** The last pieces take what is left of the line's amount, so that all returns together are exactly it. */
const worthOf = (original: Slip, issued: SlipLine, of: number, base: number, left: number, tally: Tally): number => {
  const rest = issued.amount - tally.balance(returnedValueAccount(original.id, of))
  return base === left ? rest : Math.min(rest, share(issued.amount, base, issued.base))
}

/**
 * 冲销: a slip with the exact opposite effect. What it takes out again must still lie there.
 * @param slip the slip to undo, as this desk holds it
 */
export const decideReverse = (
  shelf: Shelf,
  slip: Slip,
  input: { reason?: string | undefined },
  today: string,
): SlipPlan | Refusal => {
  const { number } = slip.numbered
  if (slip.verb === 'reverse') return refuse({ code: 'slip-not-reversible', number })
  if (slip.reversedBy) return refuse({ code: 'slip-reversed', number, by: slip.reversedBy.number })
  const closed = refuseClosedMonth(today, shelf.closedThrough)
  if (closed) return closed
  if (slip.verb === 'issue' && slip.lines.some((_, of) => shelf.balance(returnedAccount(slip.id, of)) > 0))
    return refuse({ code: 'slip-has-returns', number })
  const { month, recipient, supplier, original, request, purchase, amount } = slip
  const lines = slip.lines.map((line) => asKept(shelf, line))
  const plan: SlipPlan = {
    verb: 'reverse',
    date: today,
    month,
    recipient,
    supplier,
    original,
    request,
    purchase,
    reason: input.reason === '' ? undefined : input.reason,
    lines,
    amount,
    reverses: { id: slip.id, number, verb: slip.verb },
  }
  return missing(shelf, { ...slip, lines }, plan) ?? plan
}

/** What was merged since is undone as the item that was kept 合并: there its pieces lie now, at the same place and in the same lot. */
const asKept = (shelf: Shelf, line: SlipLine): SlipLine => {
  const kept = keptItem(shelf, line.item.id)
  if (line.into || !kept || kept.id === line.item.id) return line
  const { id, code, name, spec } = kept
  return { ...line, item: { id, code, name, ...(spec === undefined ? {} : { spec }) } }
}

/** The refusal where a reversal would take more from a place than lies there. */
const missing = (shelf: Shelf, slip: Slip, plan: SlipPlan): Refusal | undefined => {
  const tally = createTally(shelf)
  tally.add(contributionsOfSlip({ ...slip, ...plan }))
  for (const line of slip.lines) {
    for (const [item, location] of placesOf(line)) {
      const account = stockAccount(item.id, location)
      const [before, after] = [shelf.balance(account), tally.balance(account)]
      if (after < 0 && after < before)
        return refuse({
          code: 'stock-short',
          item: item.name,
          location,
          left: before,
          asked: before - after,
          unit: line.baseUnit,
        })
    }
  }
  return undefined
}

/** Where a line took from and put to; a merge puts it to the kept item. */
const placesOf = ({ item, into, location, to }: SlipLine): [SlipLine['item'], string][] => [
  [item, location],
  [into ?? item, to ?? location],
]
