/** Operations on who holds a seal for the time being: outside use 外带 and handover 交接. */
import { z } from 'zod'
import { basedOn, date, id, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { isPlainDate } from '../../office/dates.ts'
import { handover, handoverStatuses, outing, outingStatuses } from './life-records.ts'

/** Office time `2026-11-23 13:05`. */
const officeTime = () =>
  z.string().refine((value) => isPlainDate(value.slice(0, 10)) && /^.{10} ([01]\d|2[0-3]):[0-5]\d$/.test(value), {
    error: 'invalid.office-time',
  })

const answer = z.object({ id: z.string(), number: z.string(), seal: z.string() })
const heads = z.array(z.string())

export const custodyOperations = {
  'seals.outings': query({
    summary: 'Seals taken out, newest first; with `overdue` only those that should be back',
    permission: 'seals.read',
    input: z.object({
      status: z.enum(outingStatuses).optional(),
      seal: id().optional(),
      /** Planned or out. */
      isOpen: z.boolean().optional(),
      ...paging,
    }),
    output: page(outing.extend({ isOverdue: z.boolean() })),
  }),
  'seals.outingGet': query({
    summary: 'One outing of a seal, by id or number',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), number: text(40).optional() }),
    output: z.object({ outing, isOverdue: z.boolean(), heads }),
  }),
  'seals.takeOut': command({
    summary: 'Take a seal out of the house, now or as planned: who takes it, who goes along, where to, back when',
    permission: 'seals.use',
    input: z.object({
      seal: id(),
      basedOn: basedOn(),
      taker: id(),
      escort: id(),
      address: text(200),
      reason: text(500),
      documents: z.array(text(200)).max(50).default([]),
      request: id().optional(),
      approver: id().optional(),
      /** Left out: now. */
      outAt: officeTime().optional(),
      /** Left out: the same day. */
      dueBackAt: officeTime().optional(),
    }),
    output: answer.extend({ status: z.enum(outingStatuses), dueBackAt: z.string() }),
  }),
  'seals.outingLeave': command({
    summary: 'A planned outing leaves now',
    permission: 'seals.use',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: answer,
  }),
  'seals.outingCancel': command({
    summary: 'A planned outing does not take place',
    permission: 'seals.use',
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(500) }),
    output: answer,
  }),
  'seals.outingReturn': command({
    summary: 'A seal is back and was checked: by whom, whether it is whole',
    permission: 'seals.use',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      backAt: officeTime().optional(),
      /** Default: who is signed in. */
      returnedTo: id().optional(),
      isIntact: z.boolean().default(true),
      condition: optionalText(500),
    }),
    output: answer.extend({ isLate: z.boolean() }),
  }),
  'seals.handovers': query({
    summary: 'Handovers of seals, newest first',
    permission: 'seals.read',
    input: z.object({ status: z.enum(handoverStatuses).optional(), seal: id().optional(), ...paging }),
    output: page(handover),
  }),
  'seals.handoverGet': query({
    summary: 'One handover, by id or number',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), number: text(40).optional() }),
    output: z.object({ handover, heads }),
  }),
  'seals.handoverOffer': command({
    summary: 'Offer a seal to another custodian, at this or another desk; it cannot be withdrawn',
    permission: 'seals.manage',
    input: z.object({
      seal: id(),
      basedOn: basedOn(),
      to: id(),
      /** Letter of the desk at which it is to lie; default: where it lies. */
      toDesk: z
        .string()
        .regex(/^[A-Z]{1,3}$/, { error: 'invalid.desk' })
        .optional(),
      witness: id(),
      reason: text(500),
      registers: z.array(text(100)).max(20).default([]),
      temporaryUntil: date().optional(),
    }),
    output: answer,
  }),
  // Whoever it is offered to may answer, whatever else they may do here; the rule knows who that is.
  'seals.handoverAccept': command({
    summary: 'Accept a seal that was offered to who is signed in, at the desk where it is to lie',
    permission: 'seals.read',
    input: z.object({ id: id(), basedOn: basedOn(), place: optionalText(100) }),
    output: answer,
  }),
  'seals.handoverDecline': command({
    summary: 'Decline a seal that was offered to who is signed in, with the reason',
    permission: 'seals.read',
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(500) }),
    output: answer,
  }),
} as const satisfies Operations
