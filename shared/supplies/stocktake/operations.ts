/** The operations of stocktaking: plan, count, recount, explain, submit, approve, post, and reconcile what came late. */
import { z } from 'zod'
import { basedOn, date, id, longText, money, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { postedSlip, scopeSchema, sheetLine, stocktakeSchema, stocktakeTotals } from './records.ts'
import { countSources, lineStates, stocktakeStates } from './states.ts'
import { itemCategories } from '../verbs.ts'

const scope = z.object({
  locations: z.array(text(40)).min(1, { error: 'invalid.required' }).max(200).optional(),
  category: z.enum(itemCategories).optional(),
  groups: z.array(text(60)).min(1, { error: 'invalid.required' }).max(100).optional(),
})
/** `2026-11-24 18:00` in the office's zone. */
const localMinute = () =>
  z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'invalid.minute',
  })
const place = { item: id(), location: text(40), lot: text(60).optional() }
const pieces = () =>
  z
    .int({ error: 'invalid.count' })
    .min(0, { error: 'invalid.negative' })
    .max(100_000_000, { error: 'invalid.too-large' })

const tallied = z.object({
  counter: z.object({ id: z.string(), name: z.string() }),
  round: z.int(),
  quantity: z.int(),
  source: z.enum(countSources),
})

/** A line as it stands; of a blind stocktake without the book while it is counted. Base unit, minor units. */
const line = z.object({
  key: z.string(),
  ...sheetLine.shape,
  state: z.enum(lineStates),
  round: z.int(),
  counted: z.int().optional(),
  first: z.int().optional(),
  tallied: z.array(tallied),
  book: z.int().optional(),
  since: z.int().optional(),
  difference: z.int().optional(),
  cause: z.string().optional(),
  /** What was said for one base unit. */
  price: z.int().optional(),
  /** What the difference is worth, never below zero; absent where a gain has no price to go by. */
  amount: z.int().optional(),
  /** Pieces that arrived after the posting with a time before the cut-off. */
  late: z.int().optional(),
})
export type StocktakeLine = z.infer<typeof line>

const row = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(stocktakeStates),
  scope: scopeSchema,
  isBlind: z.boolean(),
  cutoff: z.number(),
  note: z.string().optional(),
  plannedBy: z.string(),
  lines: z.int(),
  counted: z.int(),
  totals: stocktakeTotals.optional(),
  slips: z.array(postedSlip),
})
export type StocktakeRow = z.infer<typeof row>

const acted = z.object({ id: z.string() })
const posting = z.object({ id: z.string(), slips: z.array(postedSlip) })
const counted = z.object({ lines: z.array(line) })
const price = () => money().max(100_000_000_000, { error: 'invalid.too-large' })

export const stocktakeOperations = {
  'supplies.stocktakes': query({
    summary: 'Stocktakes 盘点, newest first, with how far each is counted.',
    permission: 'supplies.read',
    input: z.object({ ...paging, state: z.enum(stocktakeStates).optional() }),
    output: page(row),
  }),
  'supplies.stocktakeScope': query({
    summary: 'What a scope would count, and which locations and groups there are to choose from.',
    permission: 'supplies.read',
    input: z.object({ scope: scope.default({}) }),
    output: z.object({
      lines: z.int(),
      locations: z.array(z.object({ location: z.string(), lines: z.int() })),
      groups: z.array(z.string()),
    }),
  }),
  'supplies.planStocktake': command({
    summary: 'Plan a stocktake: lays the sheets; without a cut-off it is now, without a scope everything.',
    permission: 'supplies.manage',
    input: z.object({
      scope: scope.default({}),
      isBlind: z.boolean().default(false),
      cutoff: localMinute().optional(),
      counters: z.array(id()).max(20).default([]),
      observer: id().optional(),
      note: optionalText(200),
    }),
    output: z.object({ id: z.string(), number: z.string(), lines: z.int() }),
  }),
  'supplies.stocktake': query({
    summary: 'One stocktake with its course.',
    permission: 'supplies.read',
    input: z.object({ id: id() }),
    output: z.object({ stocktake: stocktakeSchema, counted: z.int(), heads: z.array(z.string()) }),
  }),
  'supplies.stocktakeLines': query({
    summary:
      'All lines as they stand; `count` leaves the book out where it is blind, `variance` is for who manages it.',
    permission: 'supplies.read',
    input: z.object({ id: id(), view: z.enum(['count', 'variance']).default('count') }),
    output: z.object({ lines: z.array(line), totals: stocktakeTotals }),
  }),
  'supplies.count': command({
    summary: 'Count lines: what lies there in all (`set`) or what was found more (`add`); every count stays.',
    permission: 'supplies.issue',
    input: z.object({
      id: id(),
      /** Who counted, where somebody else writes it down. */
      counter: id().optional(),
      source: z.enum(countSources).default('screen'),
      counts: z
        .array(
          z.object({
            ...place,
            quantity: pieces(),
            unit: text(20).optional(),
            mode: z.enum(['set', 'add']).default('set'),
          }),
        )
        .min(1, { error: 'invalid.required' })
        .max(200),
    }),
    output: counted,
  }),
  'supplies.withdrawCount': command({
    summary: 'Take back the own last count of a line; it stays in the journal.',
    permission: 'supplies.issue',
    input: z.object({ id: id(), ...place }),
    output: counted,
  }),
  'supplies.recount': command({
    summary: 'Order a recount 复盘 of lines: counts so far no longer stand for them.',
    permission: 'supplies.manage',
    input: z.object({
      id: id(),
      places: z.array(z.object(place)).min(1, { error: 'invalid.required' }).max(1000),
      reason: optionalText(200),
    }),
    output: counted,
  }),
  'supplies.explainVariance': command({
    summary: 'Say the cause of differences, or what one base unit of a gain is worth.',
    permission: 'supplies.manage',
    input: z.object({
      id: id(),
      places: z.array(z.object(place)).min(1, { error: 'invalid.required' }).max(1000),
      cause: optionalText(200),
      price: price().optional(),
    }),
    output: counted,
  }),
  'supplies.submitStocktake': command({
    summary: 'Submit the differences for approval; `cause` is for those without one of their own.',
    permission: 'supplies.manage',
    input: z.object({
      id: id(),
      leaveUncounted: z.boolean().default(false),
      cause: optionalText(200),
      basedOn: basedOn(),
    }),
    output: acted,
  }),
  'supplies.returnStocktake': command({
    summary: 'Take a submitted stocktake back to counting, with a reason.',
    permission: 'supplies.read',
    input: z.object({ id: id(), reason: text(200) }),
    output: acted,
  }),
  'supplies.approveStocktake': command({
    summary: 'Approve a submitted stocktake; not for who submitted or counted it.',
    permission: 'supplies.approve',
    input: z.object({ id: id(), opinion: longText(400).optional(), basedOn: basedOn() }),
    output: acted,
  }),
  'supplies.postStocktake': command({
    summary: 'Post an approved stocktake: its gains 盘盈 and losses 盘亏 become slips.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), date: date().optional(), basedOn: basedOn() }),
    output: posting,
  }),
  'supplies.reconcileStocktake': command({
    summary: 'Settle by slips what arrived after the posting with a time before the cut-off.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: posting,
  }),
  'supplies.cancelStocktake': command({
    summary: 'Cancel a stocktake that is not posted; its counts stay in the journal.',
    permission: 'supplies.manage',
    input: z.object({ id: id(), reason: text(200), basedOn: basedOn() }),
    output: acted,
  }),
} as const satisfies Operations
