/** What a purchase request 采购申请单 prints: what is asked for, by supplier and price, and who approved it. */
import { z } from 'zod'

export const purchaseRequestFacts = z.object({
  form: z.literal('purchase-request'),
  office: z.string(),
  number: z.string(),
  date: z.string(),
  requester: z.string(),
  purpose: z.string().optional(),
  wanted: z.string().optional(),
  /** Worded under `buying.state`. */
  state: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      spec: z.string().optional(),
      quantity: z.int(),
      /** Of the quantity, where less than all was approved; 0 is struck. */
      approved: z.int().optional(),
      unit: z.string(),
      /** In base units, where that is another unit: what was approved, else what is asked for. */
      base: z.string().optional(),
      /** Minor units for one unit. */
      price: z.int().optional(),
      amount: z.int().optional(),
      supplier: z.string().optional(),
    }),
  ),
  /** Minor units, of the lines that have a price; as approved. */
  total: z.int(),
  decided: z
    .object({
      by: z.string(),
      at: z.string(),
      decision: z.enum(['approved', 'rejected']),
      opinion: z.string().optional(),
    })
    .optional(),
  ordered: z
    .object({ by: z.string(), at: z.string(), reference: z.string().optional(), expected: z.string().optional() })
    .optional(),
  ended: z.object({ how: z.enum(['withdrawn', 'closed']), reason: z.string().optional() }).optional(),
})
export type PurchaseRequestFacts = z.infer<typeof purchaseRequestFacts>

/** For tests and for looking at the form. */
export const samplePurchase = (count: number): PurchaseRequestFacts => ({
  form: 'purchase-request',
  office: '华东某某精密机械股份有限公司',
  number: 'CG-A-2026-0012',
  date: '2026-11-23',
  requester: '赵敏',
  purpose: '年末集中补货',
  wanted: '2026-12-05',
  state: 'ordered',
  lines: Array.from({ length: count }, (_, index) => ({
    code: `WP00${index}`,
    name: ['中性笔', '复印纸', '硒鼓（适用于打印机）'][index % 3] ?? '',
    spec: ['0.5mm 黑', 'A4 70g 500张/包', 'CF-218A 原装 约1400页'][index % 3] ?? '',
    quantity: index + 2,
    unit: ['盒', '箱', '支'][index % 3] ?? '',
    ...(index % 3 < 2 ? { base: `${(index + 2) * 12} 支` } : {}),
    ...(index === 4 ? {} : { price: 1800, amount: 1800 * (index + 2) }),
    supplier: index % 2 === 0 ? '苏州晨屿文具有限公司' : '上海松针商贸有限公司',
  })),
  total: Array.from({ length: count }, (_, index) => (index === 4 ? 0 : 1800 * (index + 2))).reduce((a, b) => a + b, 0),
  decided: { by: '王建国', at: '2026-11-23 14:10', decision: 'approved', opinion: '同意，控制在预算内。' },
  ordered: { by: '赵敏', at: '2026-11-24 09:00', reference: 'PO-2026-118', expected: '2026-12-01' },
})
