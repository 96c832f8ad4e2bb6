/** The register of exceptions: its pages, one of them with its answers, explaining and settling. */
import { z } from 'zod'
import { date, id, longText, optionalText, page, paging } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { exceptionKinds, exceptionRegisters, exceptionStates, type ExceptionKind } from '../office/exceptions.ts'
import { exceptionAnswer } from './answer.ts'

const kinds = Object.values(exceptionKinds).flat() as [ExceptionKind, ...ExceptionKind[]]

/** An exception with the record it is about, as the one box would show that. */
export const exceptionRow = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  register: z.enum(exceptionRegisters),
  state: z.enum(exceptionStates),
  /** It was answered and is no longer so: the seal is back, the count was set right. */
  isPast: z.boolean().optional(),
  subject: z.string(),
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  on: z.string(),
  person: z.object({ id: z.string(), name: z.string() }).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})
export type ExceptionRow = z.infer<typeof exceptionRow>

/** Left out, all of it counts. */
const filter = {
  kind: z.enum(kinds).optional(),
  register: z.enum(exceptionRegisters).optional(),
  person: id().optional(),
  about: id().optional(),
  from: date().optional(),
  to: date().optional(),
}

/** What is said in answer, perhaps in several lines. */
const text = () => longText(500).refine((value) => value.length > 0, { error: 'invalid.required' })

/** `<kind>|<subject>|<part>` */
const exception = () => z.string().min(3).max(400, { error: 'invalid.too-long' })

export const exceptionOperations = {
  'exceptions.list': query({
    summary: 'What turned out wrong in all registers, newest first',
    permission: 'signed-in',
    input: z.object({ ...filter, state: z.enum(exceptionStates).optional(), ...paging }),
    output: page(exceptionRow),
  }),
  'exceptions.counts': query({
    summary: 'How many exceptions are open, explained and settled',
    permission: 'signed-in',
    input: z.object(filter),
    output: z.object({ open: z.int(), explained: z.int(), settled: z.int() }),
  }),
  'exceptions.get': query({
    summary: 'One exception with its explanations and its settlement',
    permission: 'signed-in',
    input: z.object({ exception: exception() }),
    output: z.object({ exception: exceptionRow, answers: z.array(exceptionAnswer) }),
  }),
  'exceptions.explain': command({
    summary: 'Explain an exception: how it came about',
    permission: 'exceptions.explain',
    input: z.object({ exception: exception(), text: text() }),
    output: z.object({ id: z.string() }),
  }),
  'exceptions.settle': command({
    summary: 'Settle an explained exception of someone else, with what was decided',
    permission: 'exceptions.settle',
    input: z.object({ exception: exception(), text: text(), measure: optionalText(500) }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
