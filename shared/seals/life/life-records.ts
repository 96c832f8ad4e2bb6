/** Acts in the life of a seal 印章生命周期, each a subject of its own: an act of life, an outing 外带, a handover 交接 (domain §1). */
import { z } from 'zod'
import { confirming } from '../requests/confirming.ts'
import { named, numbered, sealRef, sealStatuses } from '../records.ts'

/** 启用 · 停用 · 恢复启用 · 封存 · 销毁 · 挂失 · 找回 */
export const lifeActNames = ['activated', 'retired', 'resumed', 'sealed-away', 'destroyed', 'lost', 'found'] as const
export type LifeActName = (typeof lifeActNames)[number]

/** Steps after a loss 挂失 that come one by one, and the receipt of a destruction 缴销回执. Dates plain. */
export const laterSteps = {
  /** 报案回执 */
  police: z.object({ receipt: z.string(), on: z.string(), station: z.string().optional() }).optional(),
  /** 登报, with the number of the paper's own receipt */
  notice: z
    .object({ newspaper: z.string(), on: z.string(), page: z.string().optional(), receipt: z.string().optional() })
    .optional(),
  /** 通知银行, with the number under which the bank took note */
  bank: z.object({ name: z.string(), on: z.string(), receipt: z.string().optional() }).optional(),
  /** 补刻印章 */
  replacement: sealRef.optional(),
  receipt: z.string().optional(),
  remarks: z.string().optional(),
}

export const lifeAct = z.object({
  id: z.string(),
  numbered,
  number: z.string(),
  act: z.enum(lifeActNames),
  /** 补登: it was in use before it was registered here. */
  isEarlier: z.boolean().optional(),
  seal: sealRef,
  /** The plain date from which it holds. */
  on: z.string(),
  /** Office time at which it was entered, by whom, at which desk. */
  enteredAt: z.string(),
  by: named,
  desk: z.string(),
  /** Who kept it until then. */
  custodian: named.optional(),
  from: z.enum(sealStatuses),
  status: z.enum(sealStatuses),
  reason: z.string().optional(),
  approver: named.optional(),
  /** Activation: who received it, and what was kept of it. */
  receivedBy: named.optional(),
  filingNumber: z.string().optional(),
  registrar: z.string().optional(),
  impression: z.string().optional(),
  /** Where it is stored 封存地点, until when 期限. */
  place: z.string().optional(),
  keepUntil: z.string().optional(),
  /** How it was destroyed, and before whom 监销人. */
  method: z.string().optional(),
  witnesses: z.array(named).optional(),
  ...confirming,
  ...laterSteps,
})
export type LifeAct = z.infer<typeof lifeAct>

export const outingStatuses = ['planned', 'out', 'returned', 'cancelled', 'lost'] as const
export type OutingStatus = (typeof outingStatuses)[number]

/** Outside use 外带; times are office time `2026-11-23 13:05`. */
export const outing = z.object({
  id: z.string(),
  numbered,
  number: z.string(),
  seal: sealRef,
  desk: z.string(),
  custodian: named.optional(),
  taker: named,
  escort: named,
  address: z.string(),
  reason: z.string(),
  documents: z.array(z.string()),
  request: z.object({ id: z.string(), number: z.string() }).optional(),
  approver: named.optional(),
  by: named,
  enteredAt: z.string(),
  plannedOutAt: z.string(),
  dueBackAt: z.string(),
  status: z.enum(outingStatuses),
  outAt: z.string().optional(),
  handedOutBy: named.optional(),
  backAt: z.string().optional(),
  /** 验收人 */
  returnedTo: named.optional(),
  /** Who entered the return: the checker themselves, or somebody for them. */
  checkedInBy: named.optional(),
  isIntact: z.boolean().optional(),
  condition: z.string().optional(),
  endReason: z.string().optional(),
  ...confirming,
})
export type Outing = z.infer<typeof outing>

export const handoverStatuses = ['offered', 'accepted', 'declined', 'ended'] as const
export type HandoverStatus = (typeof handoverStatuses)[number]

const answer = {
  status: z.enum(handoverStatuses),
  answeredAt: z.string(),
  answeredBy: named,
  answeredDesk: z.string(),
  answerReason: z.string().optional(),
}

/** Handover 交接: offered by who keeps the seal, accepted or declined by who is to keep it. */
export const handover = z.object({
  id: z.string(),
  numbered,
  number: z.string(),
  seal: sealRef,
  from: named,
  to: named,
  fromDesk: z.string(),
  toDesk: z.string(),
  /** 监交人 */
  witness: named,
  reason: z.string(),
  /** 同交登记簿 */
  registers: z.array(z.string()),
  /** 临时代管至 */
  temporaryUntil: z.string().optional(),
  offeredAt: z.string(),
  offeredBy: named,
  ...answer,
  answeredAt: answer.answeredAt.optional(),
  answeredBy: answer.answeredBy.optional(),
  answeredDesk: answer.answeredDesk.optional(),
  place: z.string().optional(),
  ...confirming,
  /** Every answer, also those that two desks gave without knowing of each other; made by the fold. */
  answers: z.array(z.object(answer)).optional(),
})
export type Handover = z.infer<typeof handover>
export type HandoverAnswer = NonNullable<Handover['answers']>[number]
export const handoverAnswer = z.object(answer)
