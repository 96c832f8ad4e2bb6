/** Building blocks of input schemas: texts without control characters, real dates, bounded numbers, paging. */
import { z } from 'zod'
import { isPlainDate } from '../office/dates.ts'

// Zod makes functions of its schemas unless told not to, which the page's content security policy forbids; the engine,
// which has no such policy, validates twice as fast with them.
z.config({ jitless: !('process' in globalThis) })

// C0 and C1 controls other than tab, line feed and carriage return; a lone surrogate cannot be stored or printed.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]/u

const clean = (text: string): boolean => !control.test(text) && text.isWellFormed()

/** A text of 1 to `max` characters (UTF-16 units), trimmed, without control characters or lone surrogates. */
export const text = (max = 200) =>
  z
    .string()
    .max(max, { error: 'invalid.too-long' })
    .refine(clean, { error: 'invalid.control-character' })
    .refine((value) => !/[\n\r\t]/u.test(value), { error: 'invalid.control-character' })
    .transform((value) => value.trim())
    .refine((value) => value.length > 0, { error: 'invalid.required' })

/** A text that may hold several lines, or nothing at all. */
export const longText = (max = 2000) =>
  z
    .string()
    .max(max, { error: 'invalid.too-long' })
    .refine(clean, { error: 'invalid.control-character' })
    .transform((value) => value.trim())

/** A one-line text that may be empty; empty becomes undefined. */
export const optionalText = (max = 200) =>
  longText(max)
    .transform((value) => (value === '' ? undefined : value))
    .optional()

/** The id of a subject (UUIDv7); a picker that was left empty sends none, which is told as missing, not as misspelt. */
export const id = () =>
  z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    error: ({ input }) => (input === '' ? 'invalid.required' : 'invalid.id'),
  })

/** A calendar date `2026-11-23` that exists, 1900 to 2199. */
export const date = () =>
  z.string().refine(isPlainDate, { error: ({ input }) => (input === '' ? 'invalid.required' : 'invalid.date') })

/** Money in integer minor units (分), 0 to 90 trillion 元 at the most, which stays an exact double. */
export const money = () =>
  z.int({ error: 'invalid.amount' }).min(0, { error: 'invalid.negative' }).max(9e15, { error: 'invalid.too-large' })

/** A count from `min` to `max`. */
export const count = (min = 0, max = 1_000_000) =>
  z.int({ error: 'invalid.count' }).min(min, { error: 'invalid.too-small' }).max(max, { error: 'invalid.too-large' })

/** Hashes of the heads of a record as the page saw them; where given, a newer state answers `stale`. */
export const basedOn = () =>
  z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(64)
    .optional()

/** Pages go by key: `after` is the `next` of the page before. At most 200 rows a page (measured: transfer dominates). */
export const paging = { after: z.string().max(400).optional(), limit: count(1, 200).default(50) }

/** A page of rows; `next` is absent on the last one. */
export const page = <R extends z.ZodType>(row: R) => z.object({ rows: z.array(row), next: z.string().optional() })
