/** 月结: a month of the stock as it stood when it was closed, and the valuation that the office chose; nothing recomputes them. */
import { z } from 'zod'
import { overlayAfter } from '../../journal/overlay-after.ts'
import { subjectType } from '../../journal/subject.ts'
import { personSchema } from '../records.ts'

/** 移动加权平均 as standard, 月末一次加权平均 as a choice. */
export const valuations = ['moving', 'month-end'] as const
export type Valuation = (typeof valuations)[number]

/** Quantities in the base unit, amounts in minor units. opening + in - out + difference = closing, in both. */
const figures = {
  openingQuantity: z.int(),
  opening: z.int(),
  inQuantity: z.int(),
  in: z.int(),
  outQuantity: z.int(),
  out: z.int(),
  /** 成本差异: what revaluing lines added to the stock; no pieces. */
  difference: z.int(),
  closingQuantity: z.int(),
  closing: z.int(),
}
export const closingFigures = z.object(figures)
export type ClosingFigures = z.infer<typeof closingFigures>

/** Money only: quantities of different units do not add up. */
const money = closingFigures.pick({ opening: true, in: true, out: true, difference: true, closing: true })
export type ClosingMoney = z.infer<typeof money>

export const closingItem = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unit: z.string(),
  group: z.string().optional(),
  ...figures,
})
export type ClosingItem = z.infer<typeof closingItem>

export const stockClosingContent = z.object({
  valuation: z.enum(valuations),
  totals: money,
  groups: z.array(money.extend({ group: z.string(), items: z.int() })),
  /** Items that lay there or moved, by group and code. */
  items: z.array(closingItem),
  slips: z.int(),
  /** What the differences of the month put on goods that were used up, minor units. */
  used: z.int(),
  /** Items below zero, and items with a value but no pieces. */
  oversold: z.array(z.object({ code: z.string(), name: z.string(), quantity: z.int(), value: z.int() })),
  /** Slips of closed months that came later from another desk: they count here. */
  late: z.array(z.object({ number: z.string(), date: z.string(), amount: z.int() })),
  /** Where every desk's journal stood: a printed closing witnesses them. */
  heads: z.array(z.object({ desk: z.string(), n: z.int(), hash: z.string() })),
})
export type StockClosingContent = z.infer<typeof stockClosingContent>

const numbered = z.object({ book: z.string(), serial: z.int(), number: z.string() })
const signed = z.object({ by: personSchema, at: z.string() })

export const stockClosing = stockClosingContent.extend({
  id: z.string(),
  numbered,
  number: z.string(),
  /** `2026-10` */
  month: z.string(),
  /** The slip of differences that the closing entered, if there were any. */
  revaluation: z.object({ id: z.string(), number: z.string() }).optional(),
  closed: signed,
  countersigned: signed.optional(),
})
export type StockClosing = z.infer<typeof stockClosing>

export const stockClosingSubject = subjectType<StockClosing>({
  name: 'stock_closing',
  kinds: {
    'stock.month-closed': stockClosing.omit({ id: true, countersigned: true }),
    'stock.closing-countersigned': stockClosing.pick({ countersigned: true }).required(),
  },
  reduce: overlayAfter('stock.month-closed'),
  contribute: (record) => [{ account: `book:${record.numbered.book}`, delta: 1 }],
  search: (record) => ({
    title: `${record.number} ${record.month}`,
    detail: record.closed.by.name,
    words: [],
    class: 'log',
  }),
})

/** Each choice is its own subject: that of the latest month counts, of two for one month the later entered. */
export const stockMethod = z.object({
  id: z.string(),
  valuation: z.enum(valuations),
  /** The month `2027-01` it begins with. */
  from: z.string(),
  reason: z.string(),
  chosen: signed,
})
export type StockMethod = z.infer<typeof stockMethod>

export const stockMethodSubject = subjectType<StockMethod>({
  name: 'stock_method',
  kinds: { 'stock.method-chosen': stockMethod.omit({ id: true }) },
  reduce: overlayAfter('stock.method-chosen'),
})

/** How a month is valued. */
export const valuationIn = (choices: readonly StockMethod[], month: string): Valuation =>
  choices
    .filter(({ from }) => from <= month)
    .toSorted((a, b) => (a.from < b.from || (a.from === b.from && a.id < b.id) ? -1 : 1))
    .at(-1)?.valuation ?? 'moving'
