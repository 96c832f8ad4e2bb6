/** Quotas 定额 beyond pieces per person: per department, or in amount, each for a month; counted from the slips that knew the rule. */
import type { Contribution } from '../../journal/subject.ts'
import type { QuotaRule } from '../items/item-more.ts'
import type { Item, Recipient, SlipLine } from '../records.ts'

/** Whose quota: the recipient's own, or that of the department at the time. */
const holderOf = (per: QuotaRule['per'], recipient: Recipient): string | undefined =>
  per === 'person' ? recipient.id : recipient.department?.id

/** What a holder drew of an item in a month, base units or minor units. */
export const quotaAccount = (
  holder: string,
  item: string,
  { per, measure }: Pick<QuotaRule, 'per' | 'measure'>,
  month: string,
): string => `quota-drawn:${holder}:${item}:${per}:${measure}:${month}`

export type QuotaState = QuotaRule & { drawn: number; left: number }

/** Each rule of an item with what its holder drew in the month; nothing is read where there is none. */
export const quotaStates = (
  item: Pick<Item, 'id' | 'quotaRules'>,
  recipient: Recipient,
  month: string,
  balance: (account: string) => number,
): QuotaState[] =>
  (item.quotaRules ?? []).flatMap((rule) => {
    const holder = holderOf(rule.per, recipient)
    if (holder === undefined) return []
    const drawn = balance(quotaAccount(holder, item.id, rule, month))
    return [{ ...rule, drawn, left: Math.max(0, rule.limit - drawn) }]
  })

/** What a line says of the rules: how far it goes over each. */
export const quotasOfLine = (
  { base, amount }: { base: number; amount: number },
  states: readonly QuotaState[],
): { quotas?: NonNullable<SlipLine['quotas']> } => {
  const quotas = states.map(({ per, measure, limit, drawn }) => {
    const asked = measure === 'quantity' ? base : amount
    return { per, measure, limit, over: Math.max(0, Math.min(asked, drawn + asked - limit)) }
  })
  return quotas.length === 0 ? {} : { quotas }
}

/** What a line adds to the quotas it named; a return gives back by the rules of the issue it belongs to. */
export const contributionsOfQuotas = (
  line: SlipLine,
  recipient: Recipient,
  month: string,
  way: 1 | -1,
): Contribution[] =>
  (line.quotas ?? []).flatMap((quota) => {
    const holder = holderOf(quota.per, recipient)
    const delta = way * (quota.measure === 'quantity' ? line.base : line.amount)
    return holder === undefined ? [] : [{ account: quotaAccount(holder, line.item.id, quota, month), delta }]
  })
