/** Confirming one's part in an act on a seal: one's own word, signed in or by password on somebody else's screen. */
import { z } from 'zod'
import { id, text } from '../../api/fields.ts'
import { command, task, type Operations } from '../../api/operation.ts'

const record = { type: z.enum(['seal_life_act', 'seal_handover', 'seal_outing']), id: id() }
const answer = z.object({ id: z.string(), number: z.string() })

export const confirmingOperations = {
  // Whoever is named confirms, whatever else they may do here; the rule knows who that is.
  'seals.confirm': command({
    summary: 'Confirm in person, signed in, that one witnessed, approved, supervised, took, escorted or checked a seal',
    permission: 'seals.read',
    input: z.object(record),
    output: answer,
  }),
  'seals.confirmHere': task({
    summary: 'The same by someone who stands at the desk and proves it with their own password',
    permission: 'seals.read',
    input: z.object({
      ...record,
      staffNo: text(30),
      password: z.string().max(200, { error: 'invalid.too-long' }).default(''),
    }),
    output: answer,
  }),
} as const satisfies Operations
