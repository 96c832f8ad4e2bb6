/** The answer of an authority check as other registers carry it: a verdict, why, and on what it rests. */
import { z } from 'zod'

/** 可签 · 需联签 · 不可签 · 资料不足 */
export const verdictResults = ['permitted', 'needs-joint', 'outside', 'unknown'] as const
export type VerdictResult = (typeof verdictResults)[number]

/** One link of the chain that grants, from the first delegator down to the person. */
const link = z.object({
  delegation: z.string(),
  number: z.string(),
  from: z.string(),
  to: z.string(),
  /** Minor units; absent where unlimited. */
  limit: z.number().optional(),
  currency: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  /** The rule of this step: contract types it is for (empty means all) and how far it may be passed on. */
  contractTypes: z.array(z.string()).optional(),
  depth: z.number().optional(),
  kind: z.string().optional(),
  /** The post it is given to, where it is given to whoever holds it; `to` is then that post. */
  isPost: z.boolean().optional(),
  /** The post of a person it is given to, on the as-of date. */
  post: z.string().optional(),
  /** Minor units of the link's currency, over a period. */
  aggregateLimit: z.number().optional(),
  aggregatePeriod: z.string().optional(),
  longestMonths: z.number().optional(),
  jointNeeded: z.number().optional(),
  /** What is asked, in the link's currency where that is another one. */
  amount: z.number().optional(),
})
export type VerdictLink = z.infer<typeof link>

/** Why a rule said yes or no: a word key under `authority.reason.*` and its values. */
const reason = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

/** Saved with every use that relied on it (verdict snapshot, domain §1). */
export const verdict = z.object({
  result: z.enum(verdictResults),
  asOf: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  reasons: z.array(reason),
  chain: z.array(link),
  /** Every delegation that was looked at and did not grant, with its reason. */
  failed: z.array(z.object({ delegation: z.string(), number: z.string(), reason })),
  /** What does not decide but should be seen: anti-splitting sums, an aggregate nearly used up. */
  warnings: z.array(reason).optional(),
  /** The intersection of the limits along the chain, minor units; absent where nothing limits. */
  limit: z.object({ amount: z.number(), currency: z.string() }).optional(),
  /** What was signed in the running period under the tightest aggregate limit of the chain, and that limit. */
  aggregate: z.object({ used: z.number(), limit: z.number(), currency: z.string(), number: z.string() }).optional(),
  /** Where joint signers are missing: how many more, and out of whom (empty means anyone but the person). */
  /** Who stood by as joint signer, by subject id; absent where nobody did, or where it was not recorded. */
  present: z.array(z.string()).optional(),
  joint: z.object({ missing: z.number(), of: z.array(z.object({ id: z.string(), name: z.string() })) }).optional(),
  /** Rates by which amounts were held against limits in another currency: the contract's own, or a registered one. */
  rates: z
    .array(
      z.object({
        currency: z.string(),
        /** Millionths of 元 per unit. */
        rate: z.number(),
        from: z.string().optional(),
        source: z.string().optional(),
      }),
    )
    .optional(),
  /** How fresh the data is: every other desk, with the local time of its last entry here. */
  freshness: z.array(z.object({ desk: z.string(), at: z.string().optional() })).optional(),
})
export type Verdict = z.infer<typeof verdict>
export type VerdictReason = z.infer<typeof reason>

/** What is asked: may this person do this with this contract? Amount in minor units. */
export type AuthorityQuestion = {
  person: string
  action: 'sign' | 'seal' | 'approve'
  asOf: string
  contractType: string
  amount: number | undefined
  currency: string
  counterparty: string | undefined
  /** Subject id of the contract where it is registered. */
  contract: string | undefined
  /** People who sign together with the person. */
  joint: string[]
  /** 统一社会信用代码 of the counterparty, which tells it apart where names are alike. */
  creditCode?: string | undefined
  /** The contract states no ceiling: it passes no limit at all. */
  uncapped?: boolean | undefined
  /** Millionths of 元 per unit of `currency`; needed where a limit is in another currency. */
  rate?: number | undefined
  /** What it is about, for summing what was split. */
  subject?: string | undefined
  startsOn?: string | undefined
  endsOn?: string | undefined
}
