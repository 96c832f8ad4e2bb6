/** What the forms of a seal's life print: the seal as it was, the act, and everybody who signs. */
import { z } from 'zod'

/** The seal at the head of the sheet; sizes in mm. */
const sheetSeal = z.object({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  /** SHA-256 of the impression image. */
  impression: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  shape: z.string().optional(),
  material: z.string().optional(),
  inscription: z.string().optional(),
  filingNumber: z.string().optional(),
  registrar: z.string().optional(),
  owner: z.string().optional(),
  engravedOn: z.string().optional(),
  activatedOn: z.string().optional(),
})
export type SheetSeal = z.infer<typeof sheetSeal>

const sheet = {
  office: z.string(),
  number: z.string(),
  at: z.string(),
  by: z.string(),
  desk: z.string(),
  seal: sheetSeal,
}
const text = z.string().optional()

const act = {
  ...sheet,
  act: z.string(),
  on: z.string(),
  from: z.string(),
  status: z.string(),
  custodian: text,
  reason: text,
  approver: text,
  place: text,
  remarks: text,
}

export const sealActivationFacts = z.object({ form: z.literal('seal-activation'), ...act, receivedBy: text })
export type SealActivationFacts = z.infer<typeof sealActivationFacts>

export const sealDisposalFacts = z.object({
  form: z.literal('seal-disposal'),
  ...act,
  keepUntil: text,
  method: text,
  witnesses: z.array(z.string()),
  receipt: text,
})
export type SealDisposalFacts = z.infer<typeof sealDisposalFacts>

export const sealLossFacts = z.object({
  form: z.literal('seal-loss'),
  ...act,
  police: z.object({ receipt: z.string(), on: z.string(), station: text }).optional(),
  notice: z.object({ newspaper: z.string(), on: z.string(), page: text, receipt: text }).optional(),
  bank: z.object({ name: z.string(), on: z.string(), receipt: text }).optional(),
  replacement: text,
})
export type SealLossFacts = z.infer<typeof sealLossFacts>

export const sealHandoverFacts = z.object({
  form: z.literal('seal-handover'),
  ...sheet,
  from: z.string(),
  to: z.string(),
  witness: z.string(),
  fromDesk: z.string(),
  toDesk: z.string(),
  reason: z.string(),
  registers: z.array(z.string()),
  temporaryUntil: text,
  status: z.string(),
  answeredAt: text,
  answerReason: text,
  place: text,
})
export type SealHandoverFacts = z.infer<typeof sealHandoverFacts>

export const sealOutingFacts = z.object({
  form: z.literal('seal-outing'),
  ...sheet,
  custodian: text,
  taker: z.string(),
  escort: z.string(),
  approver: text,
  address: z.string(),
  reason: z.string(),
  documents: z.array(z.string()),
  request: text,
  plannedOutAt: z.string(),
  dueBackAt: z.string(),
  status: z.string(),
  outAt: text,
  backAt: text,
  returnedTo: text,
  isIntact: z.boolean().optional(),
  condition: text,
})
export type SealOutingFacts = z.infer<typeof sealOutingFacts>

export const lifeFacts = [
  sealActivationFacts,
  sealDisposalFacts,
  sealLossFacts,
  sealHandoverFacts,
  sealOutingFacts,
] as const
