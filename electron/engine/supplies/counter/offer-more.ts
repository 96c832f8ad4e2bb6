/** What the counter sees of an item beside stock and quota: lots, further quotas, and the recipient's last issue of it. */
import { drawnPrefix } from '../../../../shared/supplies/accounts.ts'
import { monthOf } from '../../../../shared/office/dates.ts'
import { byExpiry } from '../../../../shared/supplies/counter/lot-rules.ts'
import type { Offer } from '../../../../shared/supplies/operations.ts'
import { quotaStates } from '../../../../shared/supplies/counter/quota-rules.ts'
import type { Item, Slip } from '../../../../shared/supplies/records.ts'
import type { Reading } from '../../act.ts'
import { one, sql } from '../../store/sql.ts'
import type { SupplyDeps } from '../deps.ts'
import { drawnInMonth } from './drawn-store.ts'
import { lotsAt } from './lot-store.ts'
import { under } from '../stock-accounts.ts'
import { slipsPage } from '../store.ts'

/** So many slips of a person are looked through at the most: a person draws a few a month. */
const mostSlips = 200

export const moreOf = (
  reading: Reading,
  item: Item,
  recipient: string | undefined,
  person: SupplyDeps['person'],
): Pick<Offer, 'lots' | 'quotas' | 'last'> => ({
  ...(item.lots === true ? { lots: lotsAt(reading.db, item.id).toSorted(byExpiry) } : {}),
  ...(recipient === undefined
    ? {}
    : { ...quotasOf(reading, item, recipient, person), ...lastOf(reading, item, recipient) }),
})

const quotasOf = (reading: Reading, item: Item, id: string, person: SupplyDeps['person']): Pick<Offer, 'quotas'> => {
  if (item.quotaRules === undefined || item.quotaRules.length === 0) return {}
  const recipient = person(reading, id)
  if (!recipient) return {}
  return { quotas: quotaStates(item, recipient, monthOf(reading.today), (asked) => drawnInMonth(reading.db, asked)) }
}

/** The accounts of what a person drew, some a month, tell at once that there is nothing to look for. */
const hasDrawn = ({ db }: Reading, recipient: string, item: string): boolean =>
  one(
    db,
    sql`select 1 from balance where ${under(drawnPrefix(recipient))} and substr(account, ${-item.length}) = ${item} limit 1`,
  ) !== undefined

const lastOf = (reading: Reading, item: Item, recipient: string): Pick<Offer, 'last'> => {
  if (!hasDrawn(reading, recipient, item.id)) return {}
  const slips = slipsPage(reading.db, { recipient, verb: 'issue' }, undefined, mostSlips)
  for (const slip of slips) {
    const last = slip.reversedBy ? undefined : shownOf(slip, item.id)
    if (last) return { last }
  }
  return {}
}

const shownOf = (slip: Slip, item: string): Offer['last'] => {
  const line = slip.lines.find((each) => each.item.id === item)
  return (
    line && {
      slip: slip.id,
      number: slip.numbered.number,
      date: slip.date,
      quantity: line.quantity,
      unit: line.unit,
    }
  )
}
