/** What a seal-use request 用印申请单 prints: what is to be sealed, which seals how often, and who decided what in which step. */
import { z } from 'zod'

/** A person, or a post, or the code of a role, which the form words. */
const asked = z.object({ by: z.enum(['person', 'post', 'role']), name: z.string() })

const decision = z.object({
  name: z.string(),
  standsFor: z.string().optional(),
  decision: z.enum(['approved', 'rejected']),
  at: z.string(),
  opinion: z.string().optional(),
})

export const sealRequestFacts = z.object({
  form: z.literal('seal-request'),
  office: z.string(),
  number: z.string(),
  submittedAt: z.string(),
  applicant: z.string(),
  department: z.string().optional(),
  proxy: z.string().optional(),
  title: z.string(),
  documentNumber: z.string().optional(),
  documentType: z.string().optional(),
  pages: z.int().optional(),
  copies: z.int(),
  /** Worded under `seals.category` and `seals.mode`. */
  category: z.string(),
  mode: z.string(),
  counterparty: z.string().optional(),
  purpose: z.string().optional(),
  contract: z.string().optional(),
  /** Minor units of `currency`. */
  amount: z.number().optional(),
  currency: z.string().optional(),
  signatory: z.string().optional(),
  isLegalReviewed: z.boolean(),
  isUrgent: z.boolean(),
  useBy: z.string(),
  resubmits: z.string().optional(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      type: z.string(),
      perCopy: z.int(),
      seamPerCopy: z.int(),
      approved: z.int(),
    }),
  ),
  /** SHA-256 of the file bound to the request, hex. */
  documentHash: z.string().optional(),
  /** Files kept with it; bytes, and SHA-256 in hex where the content lies here. */
  attachments: z.array(z.object({ name: z.string(), kind: z.string(), size: z.int(), sha256: z.string().optional() })),
  route: z.string().optional(),
  /** Each step's places to sign: one where any approver will do, one each where all must. */
  steps: z.array(
    z.object({
      mode: z.enum(['any-of', 'all-of']),
      places: z.array(z.object({ asked: z.array(asked), given: z.array(decision) })),
    }),
  ),
  /** As far as approvals go: sealing it does not change the paper that was approved. */
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn']),
  closed: z.object({ reason: z.string(), by: z.string(), at: z.string(), left: z.int() }).optional(),
})
export type SealRequestFacts = z.infer<typeof sealRequestFacts>

/** For tests and for looking at the form; names are invented. */
export const sampleSealRequest: SealRequestFacts = {
  form: 'seal-request',
  office: '华东某某精密机械股份有限公司',
  number: 'YS-A-2026-0117',
  submittedAt: '2026-11-23 09:12',
  applicant: '㛃淑兰',
  department: '采购部',
  proxy: '赵敏',
  title: '数控车床主轴轴承年度采购框架合同',
  documentNumber: 'HT-2026-0311',
  documentType: '合同正本',
  pages: 18,
  copies: 4,
  category: 'contract',
  mode: 'taken-out',
  counterparty: '苏州恒源物资有限公司',
  purpose: '签订年度采购框架合同，双方各执两份',
  contract: 'HT-2026-0311 轴承年度采购框架合同',
  amount: 48_650_000,
  currency: 'CNY',
  signatory: '方志远',
  isLegalReviewed: true,
  isUrgent: true,
  useBy: '2026-12-31',
  resubmits: 'YS-A-2026-0109',
  lines: [
    { code: 'HT01', name: '合同专用章（1）', type: 'contract', perCopy: 2, seamPerCopy: 1, approved: 12 },
    { code: 'FR01', name: '法定代表人章', type: 'legal', perCopy: 1, seamPerCopy: 0, approved: 4 },
  ],
  documentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  attachments: [
    {
      name: '轴承年度采购框架合同（终稿）.pdf',
      kind: 'document',
      size: 1_284_096,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
    { name: '比价表.xlsx', kind: 'other', size: 48_230 },
  ],
  route: '大额合同会签',
  steps: [
    {
      mode: 'any-of',
      places: [
        {
          asked: [
            { by: 'post', name: '采购部经理' },
            { by: 'person', name: '许国栋' },
          ],
          given: [
            { name: '许国栋', standsFor: '王建国', decision: 'approved', at: '2026-11-23 10:05', opinion: '同意' },
          ],
        },
      ],
    },
    {
      mode: 'all-of',
      places: [
        {
          asked: [{ by: 'role', name: 'approver' }],
          given: [
            {
              name: '陈立',
              decision: 'approved',
              at: '2026-11-23 11:40',
              opinion: '价格已核，条款经法务确认，同意用印。',
            },
          ],
        },
        { asked: [{ by: 'person', name: '方志远' }], given: [] },
      ],
    },
  ],
  status: 'pending',
}
