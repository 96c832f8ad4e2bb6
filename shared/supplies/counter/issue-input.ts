/** What an issue is entered with, at the counter as it is or with an approver beside. */
import { z } from 'zod'
import { count, date, id, optionalText, text } from '../../api/fields.ts'

/** How much: a count, or a part of a pack in thousandths that must come out whole, see whole-units.ts. */
const quantity = () =>
  z
    .number({ error: 'invalid.count' })
    .positive({ error: 'invalid.too-small' })
    .max(1_000_000, { error: 'invalid.too-large' })
    .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, { error: 'invalid.count' })

/** One line as the clerk enters it: 2 盒 of an item; without a location the item's own. */
export const lineInput = { item: id(), quantity: quantity(), unit: text(20), location: text(40).optional() }
/** A lot that was chosen; without one the first to expire. */
export const lotInput = { lot: optionalText(40) }

export const linesOf = <Shape extends z.ZodType>(shape: Shape) =>
  z.array(shape).min(1, { error: 'invalid.required' }).max(200)

/** Said on any slip; `date` is the business date, today where left out. */
export const slipInput = { date: date().optional(), reason: optionalText(400), reference: optionalText(120) }

export const issueInput = z.object({
  ...slipInput,
  recipient: id(),
  purpose: optionalText(200),
  /** The request that is filled, with `requestLine` on its lines. */
  request: id().optional(),
  /** When the rest of what was asked for comes: such an issue without a request enters one. */
  promised: date().optional(),
  lines: linesOf(
    z.object({
      ...lineInput,
      ...lotInput,
      oldReturned: z.boolean().default(false),
      /** 申领数 in the entered unit, where more was asked for. */
      asked: count(1).optional(),
      requestLine: count(0, 199).optional(),
    }),
  ),
})
