/** Closing a seal's book: what waits, a preview, closing, countersigning, and the closings so far. */
import { z } from 'zod'
import { basedOn, id, page, paging } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { closingContent, laterLine, sealClosing } from './closing.ts'
import { stop } from '../operation-inputs.ts'
import { sealRef } from '../records.ts'

const period = () => z.string().regex(/^(19|2[01])\d\d(-(0[1-9]|1[0-2]))?$/, { error: 'invalid.period' })

/** What is open beside the period: it does not stop the closing, and stands on its sheet. */
export const closingWarnings = [
  'scans-missing',
  'exceptions-open',
  'requests-left',
  'outings-open',
  'late-lines',
] as const

export const closingRow = sealClosing.pick({
  id: true,
  number: true,
  seal: true,
  period: true,
  totals: true,
  closed: true,
  countersigned: true,
})

export const closingOperations = {
  'seals.closingsDue': query({
    summary: 'Periods of the seals of this desk that ended and are not closed, the earliest first',
    permission: 'seals.read',
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ seal: sealRef, period: z.string() })) }),
  }),
  'seals.closingPreview': query({
    summary: 'What closing a period of a seal would say, what stops it and what is open beside it',
    permission: 'seals.read',
    input: z.object({ seal: id(), period: period() }),
    output: z.object({
      stop: stop.optional(),
      warnings: z.array(z.object({ code: z.enum(closingWarnings), count: z.int() })),
      content: closingContent,
    }),
  }),
  'seals.close': command({
    summary: 'Close a month or year of a seal; corrections after it say so',
    permission: 'seals.use',
    input: z.object({ seal: id(), period: period() }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.closingCountersign': command({
    summary: 'Countersign a closing that someone else made',
    permission: 'seals.approve',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.closings': query({
    summary: 'Closings so far, newest first',
    permission: 'seals.read',
    input: z.object({ seal: id().optional(), ...paging }),
    output: page(closingRow),
  }),
  'seals.closingGet': query({
    summary: 'One closing as it was signed',
    permission: 'seals.read',
    input: z.object({ id: id() }),
    output: z.object({
      closing: sealClosing,
      heads: z.array(z.string()),
      /** What came to a closed month afterwards; its sheet stays as it is. */
      later: z.array(laterLine),
    }),
  }),
} as const satisfies Operations
