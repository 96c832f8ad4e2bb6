/** Operations on a seal's life: activation to destruction, loss, and what is noted later. */
import { z } from 'zod'
import { basedOn, date, id, longText, optionalText, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { handover, lifeAct, outing } from './life-records.ts'
import { picture } from '../operation-inputs.ts'

const common = { seal: id(), basedOn: basedOn(), on: date().optional(), remarks: optionalText(500) }
const entered = z.object({ id: z.string(), number: z.string(), seal: z.string() })

const loss = {
  police: z.object({ receipt: text(60), on: date(), station: optionalText(100) }).optional(),
  notice: z.object({ newspaper: text(60), on: date(), page: optionalText(20), receipt: optionalText(60) }).optional(),
  bank: z.object({ name: text(100), on: date(), receipt: optionalText(60) }).optional(),
}

const heads = z.array(z.string())

export const sealLifeOperations = {
  'seals.life': query({
    summary: 'Everything that happened to a seal: acts of its life, handovers and outings, newest first',
    permission: 'seals.read',
    input: z.object({ seal: id() }),
    output: z.object({
      acts: z.array(lifeAct),
      handovers: z.array(handover),
      outings: z.array(outing),
      /** What its state allows at this desk now. */
      allowed: z.array(z.string()),
    }),
  }),
  'seals.lifeAct': query({
    summary: 'One act in the life of a seal',
    permission: 'seals.read',
    input: z.object({ id: id() }),
    output: z.object({ act: lifeAct, heads }),
  }),
  'seals.activate': command({
    summary: 'Take a new seal into use: impression kept, filing number, who received it',
    permission: 'seals.manage',
    input: z.object({
      ...common,
      receivedBy: id(),
      filingNumber: optionalText(40),
      registrar: optionalText(100),
      place: optionalText(100),
      impression: picture.optional(),
    }),
    output: entered,
  }),
  'seals.retire': command({
    summary: 'Retire a seal; a company seal takes an approver',
    permission: 'seals.manage',
    input: z.object({ ...common, reason: text(500), approver: id().optional() }),
    output: entered,
  }),
  'seals.resume': command({
    summary: 'Take a retired or sealed-away seal into use again, approved by someone else',
    permission: 'seals.manage',
    input: z.object({ ...common, reason: text(500), approver: id().optional(), place: optionalText(100) }),
    output: entered,
  }),
  'seals.sealAway': command({
    summary: 'Seal a retired seal away: where, how long, approved by someone else',
    permission: 'seals.manage',
    input: z.object({
      ...common,
      place: text(100),
      keepUntil: date().optional(),
      reason: optionalText(500),
      approver: id().optional(),
    }),
    output: entered,
  }),
  'seals.destroy': command({
    summary: 'Destroy a sealed-away seal: how, approved by someone else, before two witnesses at least',
    permission: 'seals.manage',
    input: z.object({
      ...common,
      method: text(200),
      reason: optionalText(500),
      approver: id().optional(),
      witnesses: z.array(id()).max(6),
      receipt: optionalText(60),
    }),
    output: entered,
  }),
  'seals.reportLost': command({
    summary: 'Report a seal lost; police receipt, notice and bank now or later',
    permission: 'seals.manage',
    input: z.object({ ...common, reason: text(500), place: optionalText(100), ...loss }),
    output: entered,
  }),
  'seals.reportFound': command({
    summary: 'A lost seal was found: it is sealed away, not used again',
    permission: 'seals.manage',
    input: z.object({ ...common, place: text(100), reason: optionalText(500) }),
    output: entered,
  }),
  'seals.noteStep': command({
    summary: 'Note a later step of a loss or destruction: receipt, notice, bank, the seal engraved instead',
    permission: 'seals.manage',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      ...loss,
      replacement: id().optional(),
      receipt: optionalText(60),
      remarks: longText(500)
        .transform((value) => (value === '' ? undefined : value))
        .optional(),
    }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
} as const satisfies Operations
