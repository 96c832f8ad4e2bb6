/** What a closing sheet prints: the closing as it was signed, with the office and the seal. */
import { z } from 'zod'
import { closingContent } from '../seals/closing/closing.ts'

export const signed = z.object({ by: z.string(), at: z.string() })

export const sealClosingFacts = closingContent.extend({
  form: z.literal('seal-closing'),
  office: z.string(),
  seal: z.object({ code: z.string(), name: z.string(), custodian: z.string().optional() }),
  number: z.string(),
  period: z.string(),
  closed: signed,
  countersigned: signed.optional(),
})
export type SealClosingFacts = z.infer<typeof sealClosingFacts>
