/** The operations of exchange rates: listed, entered, withdrawn where they were wrong. */
import { z } from 'zod'
import { basedOn, id, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { currencies } from '../office/money.ts'
import { exchangeRate, rateInput } from './exchange-rate.ts'

export const rateOperations = {
  'rates.list': query({
    summary: 'Registered exchange rates by date, newest first; of a currency where asked',
    permission: 'contracts.read',
    input: z.object({ ...paging, currency: z.enum(currencies).optional() }),
    output: page(exchangeRate),
  }),
  'rates.enter': command({
    summary: 'Enter an exchange rate in force from a date on, in millionths of CNY per unit',
    permission: 'contracts.delegate',
    input: rateInput,
    output: z.object({ id: z.string() }),
  }),
  'rates.withdraw': command({
    summary: 'Withdraw a rate that was entered wrongly; the one before it is in force again',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(200) }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
