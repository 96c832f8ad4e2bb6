/** Operations on the stock's value: prices learnt late and corrections, as slips of the open period. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, text } from '../../api/fields.ts'
import { command, type Operations } from '../../api/operation.ts'
import { slipSchema } from '../records.ts'

const slipAnswer = z.object({ slip: slipSchema })

/** Money that may be below zero, minor units. */
const signedMoney = () =>
  z
    .int({ error: 'invalid.amount' })
    .min(-9e15, { error: 'invalid.too-small' })
    .max(9e15, { error: 'invalid.too-large' })

export const valueOperations = {
  'supplies.reprice': command({
    summary: 'Enter the price of a receipt that was learnt late 进价更正, as cost differences of the open period.',
    permission: 'supplies.manage',
    input: z.object({
      id: id(),
      date: date().optional(),
      reason: optionalText(400),
      lines: z
        .array(z.object({ line: count(0, 199), amount: money() }))
        .min(1, { error: 'invalid.required' })
        .max(200)
        .describe('amount: minor units of the whole line by the invoice; the cost of what left is not touched'),
      basedOn: basedOn(),
    }),
    output: slipAnswer,
  }),
  'supplies.revalue': command({
    summary: 'Add to or take off the value of stock 成本差异, with a reason; no pieces move.',
    permission: 'supplies.manage',
    input: z.object({
      date: date().optional(),
      reason: text(400),
      lines: z
        .array(z.object({ item: id(), amount: signedMoney() }))
        .min(1, { error: 'invalid.required' })
        .max(200),
    }),
    output: slipAnswer,
  }),
} as const satisfies Operations
