/** What the seal register holds: the seal, its impression, a request and a use, as schemas and as types (domain §1). */
// Long because: one schema leans on the other, and a use alone has sixty fields.
import { z } from 'zod'
import { actRef, otherHolder } from './act-ref.ts'
import { lateLine } from './late.ts'
import { verdict } from '../office/verdict.ts'
import { routeSnapshot } from './requests/approval-route.ts'

/** 公章 · 合同专用章 · 财务专用章 · 法定代表人章 · 发票专用章 · 人事专用章 · 其他 */
export const sealTypes = ['company', 'contract', 'finance', 'legal', 'invoice', 'hr', 'other'] as const
/** 实物 · 图样 */
export const sealKinds = ['physical', 'image'] as const
export const sealShapes = ['round', 'oval', 'square', 'rectangle'] as const
/** 制作中 · 在用 · 借出 · 移交中 · 停用 · 封存 · 已销毁 · 挂失 */
export const sealStatuses = [
  'being-made',
  'in-use',
  'out',
  'in-handover',
  'retired',
  'sealed-away',
  'destroyed',
  'lost',
] as const
/** 合同 · 协议 · 证明 · 授权 · 公文 · 其他 */
export const categories = ['contract', 'agreement', 'certificate', 'authorization', 'official', 'other'] as const
/** 盖章 · 外带 */
export const modes = ['here', 'taken-out'] as const
/** 待审批 · 已批准 · 已完成 · 已驳回 · 已作废 */
export const requestStatuses = ['pending', 'approved', 'done', 'rejected', 'withdrawn'] as const
export const useStatuses = ['used', 'voided'] as const

export type SealStatus = (typeof sealStatuses)[number]
export type Category = (typeof categories)[number]
export type RequestStatus = (typeof requestStatuses)[number]

/** A person by id with the name as it was then, which is what print needs. */
export const named = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof named>

/** A person as an old ledger knows them: perhaps only by name. */
const someone = z.object({ id: z.string().optional(), name: z.string() })

export const numbered = z.object({ book: z.string(), serial: z.int(), number: z.string() })

/** The seal as others carry it. */
export const sealRef = z.object({ id: z.string(), code: z.string(), name: z.string() })
export type SealRef = z.infer<typeof sealRef>

const dated = z.string().optional()

/** Seal master 印章主档; sizes in millimetres, dates plain. */
export const seal = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string().optional(),
  type: z.enum(sealTypes),
  kind: z.enum(sealKinds),
  shape: z.enum(sealShapes),
  widthMm: z.number(),
  heightMm: z.number(),
  inscription: z.string().optional(),
  material: z.string().optional(),
  /** Police filing no. 备案编码, commonly 13 digits. */
  filingNumber: z.string().optional(),
  registrar: z.string().optional(),
  engravedOn: dated,
  activatedOn: dated,
  retiredOn: dated,
  /** Id of the kept impression (subject `seal_impression`). */
  impression: z.string().optional(),
  owner: z.string().optional(),
  custodian: named.optional(),
  coCustodian: named.optional(),
  place: z.string().optional(),
  scope: z.string().optional(),
  rule: z.string().optional(),
  /** Letter of the desk at which a physical seal lies. */
  homeDesk: z.string(),
  predecessor: sealRef.optional(),
  /** High-risk: applicant, approver and sealer are different people. */
  isHighRisk: z.boolean(),
  status: z.enum(sealStatuses),
  statusReason: z.string().optional(),
  lastAct: actRef.optional(),
  otherHolder: otherHolder.optional(),
  /** Number of the handover by which it came to its custodian. */
  custodyBy: z.string().optional(),
  remarks: z.string().optional(),
})
export type Seal = z.infer<typeof seal>

/** Impression image 印模: SVG as text, PNG as base64. */
export const impression = z.object({
  id: z.string(),
  seal: z.string(),
  mediaType: z.enum(['image/svg+xml', 'image/png']),
  data: z.string(),
})
export type Impression = z.infer<typeof impression>

/** The contract a document is, by register or as typed. Amount in minor units. */
export const contractRef = z.object({
  id: z.string().optional(),
  number: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  amount: z.number().optional(),
  currency: z.string().optional(),
})
export type ContractRef = z.infer<typeof contractRef>

export const documentRef = z.object({
  title: z.string(),
  number: z.string().optional(),
  type: z.string().optional(),
  pages: z.int().optional(),
  /** SHA-256 of the file bound at request time, hex. */
  sha256: z.string().optional(),
})

export const approval = z.object({
  person: named,
  decision: z.enum(['approved', 'rejected']),
  opinion: z.string().optional(),
  /** Office time `2026-11-23 13:05`. */
  at: z.string(),
  /** Which step of the route, from 0; absent on entries from before there were routes. */
  step: z.int().optional(),
  /** What of the step it fills: `person:<id>`, `post:总经理`, `role:approver`. */
  slots: z.array(z.string()).optional(),
  /** 代批: the absent person for whom it was decided. */
  standsFor: named.optional(),
})
export type Approval = z.infer<typeof approval>

/** One seal of a request; `approved` = copies × (perCopy + seamPerCopy). */
export const requestLine = z.object({ seal: sealRef, perCopy: z.int(), seamPerCopy: z.int(), approved: z.int() })
export type RequestLine = z.infer<typeof requestLine>

/** Why a request was closed though impressions were left, and how many. */
export const closed = z.object({ reason: z.string(), by: named, at: z.string(), left: z.int() })
export type Closed = z.infer<typeof closed>

/** Seal-use request 用印申请. */
export const sealRequest = z.object({
  id: z.string(),
  numbered,
  number: z.string(),
  submittedAt: z.string(),
  applicant: named,
  department: z.string().optional(),
  /** Who typed it for the applicant 代办人. */
  proxy: named.optional(),
  lines: z.array(requestLine),
  category: z.enum(categories),
  mode: z.enum(modes),
  document: documentRef,
  copies: z.int(),
  purpose: z.string().optional(),
  counterparty: z.string().optional(),
  contract: contractRef.optional(),
  /** On whose authority the contract is sealed 签署人. */
  signatory: named.optional(),
  isLegalReviewed: z.boolean(),
  isUrgent: z.boolean(),
  useBy: z.string(),
  /** Fixed when it was submitted; absent where none was configured then. */
  route: routeSnapshot.optional(),
  approvals: z.array(approval),
  status: z.enum(requestStatuses),
  /** What its status follows from beside the approvals. */
  ended: z.enum(['withdrawn', 'done']).optional(),
  closed: closed.optional(),
  /** The rejected, withdrawn or lapsed request that this one asks again. */
  resubmits: z.object({ id: z.string(), number: z.string() }).optional(),
})
export type SealRequest = z.infer<typeof sealRequest>

/** What became of an entry: by whom, when (office time) and why. */
const remark = z.object({
  reason: z.string(),
  by: named,
  at: z.string(),
  /** The closed month that it reaches into: it was entered knowing so. */
  closedPeriod: z.string().optional(),
})

const archiving = z.object({
  by: named,
  at: z.string(),
  scan: z.string().optional(),
  sha256: z.string().optional(),
  remarks: z.string().optional(),
})

/** Seal-use entry 用印登记: one seal, one number. */
export const sealUse = z.object({
  id: z.string(),
  /** Absent on entries from an old ledger. */
  numbered: numbered.optional(),
  /** 原编号 of an old ledger. */
  originalNumber: z.string().optional(),
  /** What is printed: the register number, or the old ledger's. */
  number: z.string(),
  seal: sealRef,
  /** Office time `2026-11-23 13:05`; from an old ledger perhaps only the date. */
  usedAt: z.string(),
  /** Letter of the desk at which it was sealed. */
  desk: z.string().optional(),
  request: z.object({ id: z.string(), number: z.string() }).optional(),
  category: z.enum(categories),
  document: documentRef,
  /** 受文单位 */
  recipient: z.string().optional(),
  counterparty: z.string().optional(),
  purpose: z.string().optional(),
  contract: contractRef.optional(),
  copies: z.int(),
  /** Impressions, seam impressions included: what was still approved at that moment, so that approved = actual + spoiled + left. */
  approved: z.int(),
  actual: z.int(),
  spoiled: z.int(),
  /** How many of `actual` are seam impressions 骑缝. */
  seam: z.int(),
  /** Why impressions were spoiled. */
  spoiledReason: z.string().optional(),
  applicant: someone.optional(),
  approver: someone.optional(),
  /** Everyone who approved, in order, where it was more than one or somebody stood in for another 代批. */
  approvedBy: z.array(z.object({ person: named, standsFor: named.optional() })).optional(),
  handler: someone.optional(),
  sealer: someone.optional(),
  witness: someone.optional(),
  signatory: named.optional(),
  place: z.string().optional(),
  documentShaBefore: z.string().optional(),
  documentShaAfter: z.string().optional(),
  archiveNumber: z.string().optional(),
  archivedOn: z.string().optional(),
  /** Where the archive number is ours: gap-free, in a book of its own. */
  archiveNumbered: numbered.optional(),
  /** Who brought the paper back, its scan (an attachment), and the SHA-256 of the file that went to the archive. */
  archived: archiving.optional(),
  exception: z.string().optional(),
  remarks: z.string().optional(),
  /** What the authority check said at that moment. */
  verdict: verdict.optional(),
  /** 紧急用印: made although rules stopped it; why, who confirmed it beside the sealer, and what they set aside. */
  override: z.object({ reason: z.string(), second: named, stops: z.array(z.string()) }).optional(),
  status: z.enum(useStatuses),
  /** `wasStamped`: the paper bore the impressions, which now count as spoiled; otherwise nothing was stamped. */
  voided: remark.extend({ wasStamped: z.boolean() }).optional(),
  /** The last correction; earlier ones are in the history. */
  corrected: remark.optional(),
  /** Derived by the fold: voids and corrections after the entry's period was closed. */
  late: z.array(lateLine).optional(),
  /** The counts as first entered, where a correction changed them; kept by the fold. */
  firstCounts: z.object({ actual: z.int(), spoiled: z.int() }).optional(),
})
export type SealUse = z.infer<typeof sealUse>
