/** What a letter of authority 授权委托书 says: who lets whom do what, within which limits, until when (民法典 §165). */
import { z } from 'zod'

export const letterFacts = z.object({
  form: z.literal('letter-of-authority'),
  office: z.string(),
  creditCode: z.string().optional(),
  number: z.string(),
  kind: z.string(),
  /** Empty where the office itself delegates. */
  delegator: z.string(),
  /** The delegation it draws on. */
  parent: z.string().optional(),
  delegate: z.string(),
  /** The post of a person named; absent where it is given to a post itself. */
  delegatePost: z.string().optional(),
  isPost: z.boolean(),
  actions: z.array(z.string()),
  contractTypes: z.array(z.string()),
  counterparties: z.array(z.string()),
  /** The one contract or matter. */
  matter: z.string().optional(),
  /** Minor units. */
  limit: z.number().optional(),
  aggregateLimit: z.number().optional(),
  aggregatePeriod: z.string().optional(),
  currency: z.string(),
  longestMonths: z.number().optional(),
  excludedTypes: z.array(z.string()),
  excludedCounterparties: z.array(z.string()),
  jointNeeded: z.number(),
  jointSigners: z.array(z.string()),
  depth: z.number(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  issuedOn: z.string(),
  originals: z.number(),
  revokedOn: z.string().optional(),
  remarks: z.string().optional(),
})
export type LetterFacts = z.infer<typeof letterFacts>

export const sampleLetter: LetterFacts = {
  form: 'letter-of-authority',
  office: '华东某某精密机械股份有限公司',
  number: 'SQ-A-2026-0012',
  kind: 'standing',
  delegator: '王建国',
  parent: 'SQ-A-2026-0001',
  delegate: '欧阳若曦',
  delegatePost: '采购部经理',
  isPost: false,
  actions: ['sign', 'seal'],
  contractTypes: ['purchase', 'service'],
  counterparties: [],
  limit: 50_000_000,
  aggregateLimit: 600_000_000,
  aggregatePeriod: 'year',
  currency: 'CNY',
  longestMonths: 36,
  excludedTypes: ['guarantee', 'loan'],
  excludedCounterparties: ['苏州工业园区瑞丰轴承制造有限公司'],
  jointNeeded: 1,
  jointSigners: ['陈立', '㛃淑兰'],
  depth: 0,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  issuedOn: '2026-01-01',
  originals: 2,
}
