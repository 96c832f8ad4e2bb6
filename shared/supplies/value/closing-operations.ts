/** Closing the stock month by month, and the valuation that the office chose. */
import { z } from 'zod'
import { basedOn, id, page, paging, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { stockClosing, stockClosingContent, stockMethod, valuations } from './stock-closing.ts'

const month = () => z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/, { error: 'invalid.month' })

export const stockClosingRow = stockClosing.pick({
  id: true,
  number: true,
  month: true,
  valuation: true,
  totals: true,
  closed: true,
  countersigned: true,
})

/** What would refuse the closing if it were made now; worded under `fault.<code>`. */
const stop = z.looseObject({ code: z.string() })

const answer = z.object({ id: z.string(), number: z.string() })

export const stockClosingOperations = {
  'supplies.closingPreview': query({
    summary: 'What closing a month of the stock would say, what stops it; without a month the earliest that is due.',
    permission: 'supplies.read',
    input: z.object({ month: month().optional() }),
    output: z.object({
      due: z.array(z.string()),
      month: z.string().optional(),
      stop: stop.optional(),
      content: stockClosingContent.optional(),
      /** Lines of differences that closing would enter. */
      differences: z.int(),
    }),
  }),
  'supplies.closeMonth': command({
    summary:
      'Close a month of the stock 月结: enters its cost differences and its sheet; the month then takes no slips.',
    permission: 'supplies.manage',
    input: z.object({ month: month() }),
    output: answer,
  }),
  'supplies.closingCountersign': command({
    summary: 'Countersign a closing of the stock that someone else made.',
    permission: 'supplies.approve',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: answer,
  }),
  'supplies.closings': query({
    summary: 'Closings of the stock so far, newest first.',
    permission: 'supplies.read',
    input: z.object(paging),
    output: page(stockClosingRow),
  }),
  'supplies.closing': query({
    summary: 'One closing of the stock as it was signed.',
    permission: 'supplies.read',
    input: z.object({ id: id() }),
    output: z.object({ closing: stockClosing, heads: z.array(z.string()) }),
  }),
  'supplies.chooseMethod': command({
    summary: 'Choose how the stock is valued from a month on: moving average or month-end weighted average.',
    permission: 'office.manage',
    input: z.object({ valuation: z.enum(valuations), from: month(), reason: text(400) }),
    output: z.object({ id: z.string() }),
  }),
  'supplies.methods': query({
    summary: 'How the stock is valued now, and every choice of it.',
    permission: 'supplies.read',
    input: z.object({}),
    output: z.object({ now: z.enum(valuations), rows: z.array(stockMethod) }),
  }),
} as const satisfies Operations
