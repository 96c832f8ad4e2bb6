/** Whether what lies on the counter needs a reason: over a quota, without the old one, or past its date. Only then it is asked for. */
import { toBase } from '../../../shared/supplies/items/units.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { useOperations } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import type { EntryLine } from './lines.ts'

/** Worth of pieces at the average of the stock, minor units. */
const worthOf = ({ item }: Offer, base: number): number => Math.round((item.value * base) / Math.max(1, item.stock))

const isBeyond = (offer: Offer, base: number): boolean =>
  (offer.quota !== undefined && offer.quota.drawn + base > offer.quota.quota) ||
  (offer.quotas ?? []).some(
    ({ measure, drawn, limit }) => drawn + (measure === 'amount' ? worthOf(offer, base) : base) > limit,
  )

/** The lot that goes out: the chosen one, or where none is good any more the first. */
const isExpired = ({ lots = [] }: Offer, { lot }: EntryLine, today: string): boolean => {
  const good = lots.filter(({ expiry }) => expiry === undefined || expiry >= today)
  return lot === undefined ? lots.length > 0 && good.length === 0 : !good.some((each) => each.lot === lot)
}

/**
 * @param offers of the lines' items, as far as they are known
 * @param isApproved an approved request knew how much it is, but not that no old one comes back
 */
export const needsReason = (
  lines: readonly EntryLine[],
  offers: readonly Offer[],
  { today, isApproved }: { today: string; isApproved: boolean },
): boolean =>
  offers.some((offer) => {
    const its = lines.filter(({ item }) => item === offer.item.id)
    const base = its.reduce((sum, { quantity = 0, unit }) => sum + (toBase(offer.item, quantity, unit) ?? 0), 0)
    if (its.length === 0) return false
    if (!isApproved && isBeyond(offer, base)) return true
    return its.some((line) => (offer.item.exchangeOld && !line.oldReturned) || isExpired(offer, line, today))
  })

export const useReasonNeeded = (
  lines: readonly EntryLine[],
  recipient: string | undefined,
  isApproved: boolean,
): boolean => {
  const { today = '' } = useSession().office
  const items = [...new Set(lines.map(({ item }) => item))]
  const asked = items.map((item) => ({ item, ...(recipient === undefined ? {} : { recipient }) }))
  const answers = useOperations('supplies.offer', asked, { subjects: ['supply_item', 'supply_slip'] })
  return needsReason(
    lines,
    answers.flatMap(({ data }) => data ?? []),
    { today, isApproved },
  )
}
