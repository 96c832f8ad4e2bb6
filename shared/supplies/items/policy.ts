/** The office's bands 审批档 for supplies: from where on an approver is asked, at the counter and for requests. One record. */
import { z } from 'zod'
import { overlay, subjectType } from '../../journal/subject.ts'

/** The one subject there is, so that two desks that set it meet in it. */
export const policyId = '01900000-0000-7000-8000-5ea1b00c0001'

export const bandMeasures = ['slip', 'piece'] as const

/** From this amount of a slip, or price of a base unit, an approver is asked; with a post, one who holds it. Minor units. */
const band = z.object({ measure: z.enum(bandMeasures), from: z.int(), post: z.string().optional() })
export type Band = z.infer<typeof band>

export const policyFields = z.object({
  /** 100: up to twice the quota a reason is enough, beyond it an approver is asked; left out, a reason is always enough. */
  overQuotaPercent: z.int().nullish(),
  bands: z.array(band),
  /** Whether every request is approved, or only one that a band or a quota asks for. */
  requests: z.enum(['all', 'bands']),
})
export type PolicyFields = z.infer<typeof policyFields>
export type Policy = PolicyFields & { id: string }

export const noPolicy: PolicyFields = { bands: [], requests: 'all' }

export const supplyPolicy = subjectType<Policy>({
  name: 'supply_policy',
  kinds: { 'supply.policy-set': policyFields },
  reduce: overlay,
})

/** Why an approver is asked; `post` where only one in that post may. Words under `supplies.ground.<why>`. */
export type Ground =
  | { why: 'over-quota'; item: string; over: number; quota: number; unit: string }
  | { why: 'slip' | 'piece'; item?: string; from: number; amount: number; post?: string | undefined }

type Weighed = {
  amount: number
  lines: readonly {
    item: { name: string }
    base: number
    baseUnit: string
    amount: number
    quota?: number | undefined
    overQuota?: number | undefined
    quotas?: readonly { measure: 'quantity' | 'amount'; limit: number; over: number }[] | undefined
  }[]
}

/** The highest band that is reached; a higher one includes the lower. */
const reached = (bands: readonly Band[], measure: Band['measure'], amount: number): Band | undefined =>
  bands
    .filter((one) => one.measure === measure && amount >= one.from)
    .toSorted((one, other) => other.from - one.from)[0]

/** Amounts are told in 分 and worded as money. */
const unitOf = ({ measure }: { measure: 'quantity' | 'amount' }, base: string): string =>
  measure === 'amount' ? 'CNY' : base

const overQuota = ({ lines }: Weighed, percent: number): Ground[] =>
  lines.flatMap(({ item, baseUnit, quota, overQuota: over = 0, quotas = [] }) => {
    const all = [...(quota === undefined ? [] : [{ measure: 'quantity' as const, limit: quota, over }]), ...quotas]
    const worst = all.find((one) => one.over > 0 && one.over * 100 > one.limit * percent)
    return worst
      ? [
          {
            why: 'over-quota' as const,
            item: item.name,
            over: worst.over,
            quota: worst.limit,
            unit: unitOf(worst, baseUnit),
          },
        ]
      : []
  })

/** Everything about a slip or request that asks for an approver; empty where nothing does. */
export const groundsOf = (slip: Weighed, policy: PolicyFields): Ground[] => {
  const grounds: Ground[] =
    policy.overQuotaPercent === undefined || policy.overQuotaPercent === null
      ? []
      : overQuota(slip, policy.overQuotaPercent)
  const whole = reached(policy.bands, 'slip', slip.amount)
  if (whole) grounds.push({ why: 'slip', from: whole.from, amount: slip.amount, post: whole.post })
  for (const { item, amount, base } of slip.lines) {
    const price = base === 0 ? 0 : Math.round(amount / base)
    const piece = reached(policy.bands, 'piece', price)
    if (piece) grounds.push({ why: 'piece', item: item.name, from: piece.from, amount: price, post: piece.post })
  }
  return grounds
}

/** The posts that grounds ask for; an approver in each of them, or any approver where there is none. */
export const postsOf = (grounds: readonly Ground[]): string[] => [
  ...new Set(grounds.flatMap((ground) => ('post' in ground && ground.post !== undefined ? [ground.post] : []))),
]
