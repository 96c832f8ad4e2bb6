/** A notice of revocation 撤销通知, or of an amendment 变更通知: who is told, as whom, and how it was signed for. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import { overlay, subjectType } from '../journal/subject.ts'
import { personRef } from './contract.ts'

/** 被授权人 · 转被授权人 · 合同经办 · 合同保管 · 用印申请人 */
export const toldAs = ['delegate', 'sub-delegate', 'handler', 'custodian', 'applicant'] as const
export type ToldAs = (typeof toldAs)[number]

/** 本人在系统中 · 纸质签收 · 他人代签 */
export const acknowledgeMethods = ['self', 'paper', 'proxy'] as const

/** What of the addressee's rests, or rested, on the delegation. */
const concern = z.object({
  type: z.string(),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** How many originals of it are to be handed back. */
  originals: z.int().optional(),
})
export type Concern = z.infer<typeof concern>

export const revocationNoticeRecord = z.object({
  delegation: z.string(),
  number: z.string(),
  /** The day from which it is revoked, or reads narrower. */
  revokedOn: z.string(),
  /** Whether it still stands and was narrowed only; told by the kind of the first entry. */
  isAmendment: z.boolean().optional(),
  reason: z.string(),
  person: personRef,
  as: z.array(z.enum(toldAs)),
  concerns: z.array(concern),
  notifiedOn: z.string(),
  by: personRef,
  /** The day on which it was opened at a desk, or handed over on paper. */
  deliveredOn: z.string().optional(),
  acknowledgedOn: z.string().optional(),
  method: z.enum(acknowledgeMethods).optional(),
  /** Who signed in the addressee's stead. */
  proxy: personRef.optional(),
})
export const revocationNotice = revocationNoticeRecord.extend({ id: z.string() })
export type RevocationNotice = z.infer<typeof revocationNotice>

const { deliveredOn, acknowledgedOn, method, proxy } = revocationNoticeRecord.shape

export const revocationNoticeType = subjectType<RevocationNotice>({
  name: 'revocation_notice',
  kinds: {
    'revocation.notified': revocationNoticeRecord,
    // A kind of its own: a desk that does not know it must not show a revocation.
    'amendment.notified': revocationNoticeRecord,
    'revocation.delivered': z.object({ deliveredOn: deliveredOn.unwrap() }),
    'revocation.acknowledged': z.object({ acknowledgedOn: acknowledgedOn.unwrap(), method: method.unwrap(), proxy }),
  },
  // Without the first entry it is not known whom it is about.
  reduce: (record, entry: Entry) => {
    if (record !== undefined || entry.kind === 'revocation.notified') return overlay(record, entry)
    return entry.kind === 'amendment.notified'
      ? { ...overlay<RevocationNotice>(undefined, entry), isAmendment: true }
      : undefined
  },
})

export const noticeStates = ['sent', 'delivered', 'acknowledged'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeStateOf = (notice: RevocationNotice): NoticeState =>
  notice.acknowledgedOn !== undefined ? 'acknowledged' : notice.deliveredOn !== undefined ? 'delivered' : 'sent'
