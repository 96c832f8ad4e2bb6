/** A declared interest 利益申报: a person's tie to a counterparty, for which they may not sign (民法典 §168). */
import { z } from 'zod'
import { personRef } from './contract.ts'

export const interestRecord = z.object({
  person: z.string(),
  personName: z.string(),
  counterparty: z.string(),
  creditCode: z.string().optional(),
  nature: z.string(),
  declaredOn: z.string(),
  withdrawnOn: z.string().optional(),
})
export const interest = interestRecord.extend({ id: z.string() })
export type Interest = z.infer<typeof interest>

export const interestRow = interestRecord.extend({ id: z.string(), declarer: personRef })
