/** The operations of originals: handed out, brought back. */
import { z } from 'zod'
import { basedOn, count, date, id, text } from '../api/fields.ts'
import { command, type Operations } from '../api/operation.ts'

const made = z.object({ id: z.string(), number: z.string() })

export const originalsOperations = {
  'delegations.handed': command({
    summary: 'Note to whom originals of a delegation were handed, and how many',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), on: date().optional(), to: text(100), count: count(1, 99) }),
    output: made,
  }),
  'delegations.returned': command({
    summary: 'Note that originals of a delegation came back: all that are out, where no count is told',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), on: date().optional(), count: count(1, 99).optional() }),
    output: made,
  }),
} as const satisfies Operations
