/** The recorded authority check 授权核验: what was asked, what the register answered, and who could have signed instead. */
import { z } from 'zod'
import { verdict } from '../office/verdict.ts'
import { personRef } from './contract.ts'
import { authorityActions } from './delegation.ts'

/** The contract as it was asked about, whether registered or told at the counter. */
export const contractSnapshot = z.object({
  contract: z.string().optional(),
  number: z.string().optional(),
  name: z.string().optional(),
  type: z.string(),
  counterparty: z.string().optional(),
  creditCode: z.string().optional(),
  amount: z.int().optional(),
  currency: z.string(),
  rate: z.int().optional(),
  uncapped: z.boolean(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
})
export type ContractSnapshot = z.infer<typeof contractSnapshot>

/** Someone who may, alone or with joint signers, and on what. */
export const alternative = z.object({
  person: personRef,
  post: z.string().optional(),
  delegation: z.string(),
  number: z.string(),
  result: z.enum(['permitted', 'needs-joint']),
  limit: z.object({ amount: z.number(), currency: z.string() }).optional(),
  validTo: z.string().optional(),
  /** Who else would have to sign along. */
  joint: verdict.shape.joint,
})
export type Alternative = z.infer<typeof alternative>

/** Someone who might, if more were told: the first thing that is missing. */
export const openAnswer = z.object({ person: personRef, reason: verdict.shape.reasons.element })
export type OpenAnswer = z.infer<typeof openAnswer>

export const authorityCheckRecord = z.object({
  number: z.string(),
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  askedOn: z.string(),
  asOf: z.string(),
  action: z.enum(authorityActions),
  person: personRef,
  asked: contractSnapshot,
  joint: z.array(personRef),
  verdict,
  instead: z.array(alternative),
  clerk: personRef,
})
/** `askedAt` comes from the entry: milliseconds since 1970, UTC. */
export const authorityCheck = authorityCheckRecord.extend({ id: z.string(), askedAt: z.number().optional() })
export type AuthorityCheck = z.infer<typeof authorityCheck>
