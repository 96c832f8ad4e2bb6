/** Deciding purchase requests 采购申请: asking, approving by another person, ordering, ending, and what a receipt fills. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type {
  Purchase,
  PurchaseDecision,
  PurchaseEnd,
  PurchaseFields,
  PurchaseLine,
  PurchaseOrder,
  PurchaseState,
} from './buying-records.ts'
import { approvedOfPurchase } from './buying-fold.ts'
import type { Item } from '../records.ts'
import { toBase } from '../items/units.ts'

type Person = { id: string; name: string }
/** Who does it, and when: office time and date. */
export type BuyingAct = { by: Person; at: string; today: string }

export type PurchaseInput = {
  purpose?: string | undefined
  wanted?: string | undefined
  lines: readonly {
    item: string
    quantity: number
    unit: string
    price?: number | undefined
    supplier?: string | undefined
  }[]
}

/** A purchase request that is not yet numbered. */
export type PurchasePlan = Omit<PurchaseFields, 'numbered'>

/** Greatest sum of a request, minor units: stays exact, as on slips. */
const greatestAmount = 4e13

export const decidePurchase = (
  itemOf: (id: string) => Item | undefined,
  { purpose, wanted, lines: asked }: PurchaseInput,
  { by, today }: BuyingAct,
): PurchasePlan | Refusal => {
  if (wanted !== undefined && wanted < today) return refuse({ code: 'purchase-date-past', date: wanted })
  const lines: PurchaseLine[] = []
  const seen = new Set<string>()
  for (const [index, line] of asked.entries()) {
    const entered = lineOf(itemOf(line.item), line, index)
    if (isRefusal(entered)) return entered
    const key = [line.item, line.unit, line.supplier ?? ''].join('\n')
    if (seen.has(key)) return refuse({ code: 'purchase-line-twice', item: entered.item.name })
    seen.add(key)
    lines.push(entered)
  }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  if (amount > greatestAmount) return tooLarge('lines')
  return {
    date: today,
    requester: by,
    ...(purpose === undefined ? {} : { purpose }),
    ...(wanted === undefined ? {} : { wanted }),
    lines,
    amount,
  }
}

const tooLarge = (path: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason: 'invalid.too-large' }] })

const lineOf = (
  item: Item | undefined,
  { item: id, quantity, unit, price, supplier }: PurchaseInput['lines'][number],
  index: number,
): PurchaseLine | Refusal => {
  if (!item) return refuse({ code: 'not-found', what: 'supply_item', id })
  if (!item.active) return refuse({ code: 'item-retired', item: item.name })
  const base = toBase(item, quantity, unit)
  if (base === undefined) return refuse({ code: 'unknown-unit', item: item.name, unit })
  const amount = (price ?? 0) * quantity
  if (amount > greatestAmount) return tooLarge(`lines.${index}.price`)
  const { code, name, spec } = item
  return {
    item: { id, code, name, ...(spec === undefined ? {} : { spec }) },
    quantity,
    unit,
    base,
    baseUnit: item.unit,
    amount,
    ...(price === undefined ? {} : { price }),
    ...(supplier === undefined ? {} : { supplier }),
  }
}

/** 审批: approved whole, with less of some lines or without them, or refused with the reason; never by who asked. */
export const decideApproval = (
  purchase: Purchase,
  told: Pick<PurchaseDecision, 'decision'> & {
    opinion?: string | undefined
    /** Per line in the unit it was asked for in; all of it where left out. */
    approved?: readonly number[] | undefined
  },
  { by, at }: BuyingAct,
): Draft[] | Refusal => {
  const { id, numbered, status, requester } = purchase
  const { number } = numbered
  if (status !== 'pending') return refuse({ code: 'purchase-not-pending', number, purchaseState: status })
  if (by.id === requester.id) return refuse({ code: 'purchase-same-person', number, person: by.name })
  if (told.decision === 'rejected' && told.opinion === undefined)
    return refuse({ code: 'invalid-input', problems: [{ path: 'opinion', reason: 'invalid.required' }] })
  const approved = told.decision === 'approved' ? approvedIn(purchase, told.approved) : undefined
  if (isRefusal(approved)) return approved
  const { decision, opinion } = told
  const entered: PurchaseDecision = {
    by,
    decision,
    at,
    ...(opinion === undefined ? {} : { opinion }),
    ...(approved === undefined ? {} : { approved }),
  }
  return [{ kind: 'purchase.decided', subject: id, body: { decision: entered } }]
}

/** Base units per line; undefined where all of it is approved. */
const approvedIn = (
  { numbered, lines }: Purchase,
  quantities: readonly number[] | undefined,
): number[] | Refusal | undefined => {
  if (quantities === undefined || lines.every(({ quantity }, index) => quantities[index] === quantity)) return undefined
  for (const [index, { item, quantity, unit }] of lines.entries()) {
    const approved = quantities[index] ?? 0
    if (approved > quantity)
      return refuse({ code: 'approved-beyond-asked', item: item.name, asked: quantity, approved, unit })
  }
  return quantities.some((quantity) => quantity > 0)
    ? lines.map(({ base, quantity }, index) => (base / quantity) * (quantities[index] ?? 0))
    : refuse({ code: 'approved-nothing', number: numbered.number })
}

/** 下单, also again where the supplier moves his date; the history shows both. */
export const decideOrder = (
  { id, numbered: { number }, status }: Purchase,
  told: { reference?: string | undefined; expected?: string | undefined },
  { by, at, today }: BuyingAct,
): Draft[] | Refusal => {
  if (status !== 'approved' && status !== 'ordered')
    return refuse({ code: 'purchase-not-approved', number, purchaseState: status })
  const { reference, expected } = told
  if (expected !== undefined && expected < today) return refuse({ code: 'purchase-date-past', date: expected })
  const ordered: PurchaseOrder = {
    by,
    at,
    ...(reference === undefined ? {} : { reference }),
    ...(expected === undefined ? {} : { expected }),
  }
  return [{ kind: 'purchase.ordered', subject: id, body: { ordered } }]
}

/** 撤回 by who asked, before anything was ordered or came; else 结清, with the reason why the rest will not come. */
export const decidePurchaseEnd = (
  { id, numbered: { number }, status, requester }: Purchase,
  { came, reason }: { came: boolean; reason: string | undefined },
  { by, at }: BuyingAct,
): Draft[] | Refusal => {
  if (status !== 'pending' && status !== 'approved' && status !== 'ordered')
    return refuse({ code: 'purchase-not-open', number, purchaseState: status })
  const isWithdrawn = by.id === requester.id && !came && status !== 'ordered'
  if (!isWithdrawn && reason === undefined)
    return refuse({ code: 'invalid-input', problems: [{ path: 'reason', reason: 'invalid.required' }] })
  const ended: PurchaseEnd = {
    how: isWithdrawn ? 'withdrawn' : 'closed',
    by,
    at,
    ...(reason === undefined ? {} : { reason }),
  }
  return [{ kind: 'purchase.ended', subject: id, body: { ended } }]
}

/** What it is called, given what is left of each line: 部分到货 and 已到齐 follow the receipts, also when those are reversed. */
export const stateOfPurchase = (
  purchase: Pick<Purchase, 'status' | 'lines' | 'decisions'>,
  left: readonly number[],
): PurchaseState => {
  const { status } = purchase
  if (status !== 'approved' && status !== 'ordered') return status
  if (left.every((base) => base <= 0)) return 'received'
  return left.some((base, index) => base < approvedOfPurchase(purchase, index)) ? 'partly' : status
}

export type ReceivedLine = { item: string; unit: string; purchaseLine?: number | undefined }

/**
 * Which line of the purchase each line of a receipt fills: the one it names, else the first of its item, one in the same
 * unit before others. What was not asked for comes along without one; more than asked for is taken and told.
 * @param sameItem whether two ids are one item by now, merged ones too
 */
export const fillPurchase = <L extends ReceivedLine>(
  purchase: Purchase,
  received: readonly L[],
  sameItem: (one: string, other: string) => boolean,
): L[] | Refusal => {
  const { status, lines } = purchase
  const { number } = purchase.numbered
  if (status !== 'approved' && status !== 'ordered')
    return refuse({ code: 'purchase-not-approved', number, purchaseState: status })
  const filled: L[] = []
  const used = new Set<number>()
  for (const line of received) {
    if (line.purchaseLine !== undefined) {
      const asked = lines[line.purchaseLine]
      if (!asked || !sameItem(asked.item.id, line.item))
        return refuse({ code: 'purchase-line-differs', number, item: asked?.item.name ?? '' })
    }
    const index = line.purchaseLine ?? lineFor(purchase, line, used, sameItem)
    if (index !== undefined) used.add(index)
    filled.push(index === undefined ? line : { ...line, purchaseLine: index })
  }
  return filled
}

const lineFor = (
  purchase: Purchase,
  { item, unit }: ReceivedLine,
  used: ReadonlySet<number>,
  sameItem: (one: string, other: string) => boolean,
): number | undefined => {
  const { lines } = purchase
  // A line that was struck waits for nothing.
  const fitting = [...lines.keys()].filter(
    (index) => sameItem(lines[index]?.item.id ?? '', item) && approvedOfPurchase(purchase, index) > 0,
  )
  const fresh = fitting.filter((index) => !used.has(index))
  return fresh.find((index) => lines[index]?.unit === unit) ?? fresh[0] ?? fitting[0]
}
