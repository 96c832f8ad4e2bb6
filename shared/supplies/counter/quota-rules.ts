/** Quotas 定额 beyond pieces per person: per department, or in amount, each for a month; counted from the month's movements. */
import type { QuotaRule } from '../items/item-more.ts'
import type { Item, Recipient, SlipLine } from '../records.ts'

/** Whose quota: the recipient's own, or that of the department at the time. */
const holderOf = (per: QuotaRule['per'], recipient: Recipient): string | undefined =>
  per === 'person' ? recipient.id : recipient.department?.id

/** Whose drawings of which item in which month `2026-11`. */
export type Drawings = { per: QuotaRule['per']; holder: string; item: string; month: string }

/** What was drawn, less what came back: base units and minor units; also from before there was a rule. */
export type Drawn = { base: number; amount: number }

export type QuotaState = QuotaRule & { drawn: number; left: number }

/**
 * Each rule of an item with what its holder drew in the month; nothing is read where there is no rule.
 * @param also what the same holder draws on the lines before, on a slip that is being written
 */
export const quotaStates = (
  item: Pick<Item, 'id' | 'quotaRules'>,
  recipient: Recipient,
  month: string,
  drawnOf: (asked: Drawings) => Drawn,
  also: Drawn = { base: 0, amount: 0 },
): QuotaState[] =>
  (item.quotaRules ?? []).flatMap((rule) => {
    const holder = holderOf(rule.per, recipient)
    if (holder === undefined) return []
    const before = drawnOf({ per: rule.per, holder, item: item.id, month })
    const drawn = rule.measure === 'quantity' ? before.base + also.base : before.amount + also.amount
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
