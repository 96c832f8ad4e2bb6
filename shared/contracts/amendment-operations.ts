/** The operations that change what a delegation says without a new letter: amending, lifting exclusions. */
import { z } from 'zod'
import { basedOn, date, id, text } from '../api/fields.ts'
import { command, type Operations } from '../api/operation.ts'
import { amendableFields } from './amendment.ts'

const made = z.object({ id: z.string(), number: z.string() })

export const amendmentOperations = {
  'delegations.amend': command({
    summary: 'Narrow a delegation from a day on; wider terms are a new delegation',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), from: date().optional(), reason: text(500), ...amendableFields }),
    output: made,
  }),
  'delegations.liftExclusions': command({
    summary: 'Let what a delegation excludes be granted by other delegations of its holder again',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), on: date().optional(), reason: text(500) }),
    output: made,
  }),
} as const satisfies Operations
