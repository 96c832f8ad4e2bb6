/** What a stocktake 盘点 holds: its plan and scope, the sheets it is counted on, and every count as an entry of its own. */
import { z } from 'zod'
import { personSchema } from '../records.ts'
import { countSources, stocktakeStates, type CountSource } from './states.ts'
import { itemCategories } from '../verbs.ts'

/** What is counted; a member left out does not narrow, so none at all means everything 全部. */
export const scopeSchema = z.object({
  /** Locations; one also holds its bins, `A区` that of `A区/01-03`; see stocktake-shelves.ts. */
  locations: z.array(z.string()).optional(),
  category: z.enum(itemCategories).optional(),
  groups: z.array(z.string()).optional(),
})
export type Scope = z.infer<typeof scopeSchema>

/** Where something lies: the line of a sheet. `lot` only where the item is kept by lot. */
export const placeSchema = z.object({ item: z.string(), location: z.string(), lot: z.string().optional() })
export type Place = z.infer<typeof placeSchema>

/** The item as it was named when the sheet was laid; quantities count `unit`, the base unit. */
const countedItem = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unit: z.string(),
})
export type CountedItem = z.infer<typeof countedItem>

export const sheetLine = z.object({
  /** 1, 2 … as printed; absent on what was found beside the sheet. */
  row: z.int().optional(),
  item: countedItem,
  location: z.string(),
  lot: z.string().optional(),
})
export type SheetLine = z.infer<typeof sheetLine>

/** A line as it was submitted; zero differences stay as proof. */
export const settledLine = z.object({
  ...sheetLine.shape,
  /** At the cut-off, base unit. */
  book: z.int(),
  /** Absent where the line was left uncounted. */
  counted: z.int().optional(),
  /** The first count, where a recount replaced it. */
  first: z.int().optional(),
  counters: z.array(z.string()),
  /** Minor units: what a gain adds, what a loss is expected to take, never below zero. */
  amount: z.int(),
  cause: z.string().optional(),
})
export type SettledLine = z.infer<typeof settledLine>

const signed = z.object({ by: personSchema, at: z.number() })
export const stocktakeTotals = z.object({
  lines: z.int(),
  counted: z.int(),
  /** Lines that differ, and their pieces' worth in minor units. */
  gains: z.int(),
  losses: z.int(),
  gainAmount: z.int(),
  lossAmount: z.int(),
})
export type StocktakeTotals = z.infer<typeof stocktakeTotals>

export const postedSlip = z.object({
  id: z.string(),
  number: z.string(),
  verb: z.enum(['gain', 'loss']),
  amount: z.int(),
})
export type PostedSlip = z.infer<typeof postedSlip>

const submitted = z.object({ ...signed.shape, id: z.string(), pages: z.int(), totals: stocktakeTotals })
const returned = z.object({ ...signed.shape, submission: z.string(), reason: z.string() })
const approved = z.object({ ...signed.shape, submission: z.string(), opinion: z.string().optional() })
const posted = z.object({
  ...signed.shape,
  submission: z.string(),
  date: z.string(),
  slips: z.array(postedSlip),
  /** Where every desk's journal stood: a movement beyond it arrived later. */
  heads: z.array(z.object({ desk: z.string(), n: z.int() })),
})
const reconciled = z.object({
  ...signed.shape,
  slips: z.array(postedSlip),
  /** How far the book at the cut-off moved by what arrived later, base unit. */
  lines: z.array(z.object({ ...placeSchema.shape, late: z.int() })),
})
const cancelled = z.object({ ...signed.shape, reason: z.string() })

export const stocktakePlan = z.object({
  numbered: z.object({ book: z.string(), serial: z.int(), number: z.string() }),
  scope: scopeSchema,
  /** 盲盘: sheets and counting do not show the book. */
  isBlind: z.boolean(),
  /** 截止时间, milliseconds since 1970, UTC; the book is that of this moment. */
  cutoff: z.number(),
  plannedBy: personSchema,
  /** 盘点人 and 监盘人 as planned. */
  counters: z.array(personSchema),
  observer: personSchema.optional(),
  note: z.string().optional(),
  lines: z.int(),
  pages: z.int(),
})

/** Entry kinds of a stocktake with their bodies. */
export const stocktakeKinds = {
  'stocktake.planned': stocktakePlan,
  'stocktake.submitted': z.object({ submitted }),
  'stocktake.returned': z.object({ returned }),
  'stocktake.approved': z.object({ approved }),
  'stocktake.posted': z.object({ posted }),
  'stocktake.reconciled': z.object({ reconciled }),
  'stocktake.cancelled': z.object({ cancelled }),
}

export const stocktakeSchema = z.object({
  id: z.string(),
  ...stocktakePlan.shape,
  enteredAt: z.number(),
  state: z.enum(stocktakeStates),
  submitted: submitted.optional(),
  returned: returned.optional(),
  approved: approved.optional(),
  posted: posted.optional(),
  /** Two desks posted it without knowing of each other; the second one's slips are to be reversed. */
  alsoPosted: z.array(posted).optional(),
  reconciled: z.array(reconciled).optional(),
  cancelled: cancelled.optional(),
})
export type Stocktake = z.infer<typeof stocktakeSchema>

/** Up to this many lines in one entry. */
export const linesPerSheet = 200

/** A sheet as it is laid when planned, or as it was submitted. */
const sheetBody = { stocktake: z.string(), page: z.int() }
export const sheetKinds = {
  'sheet.laid': z.object({ ...sheetBody, laid: z.array(sheetLine) }),
  'sheet.settled': z.object({ ...sheetBody, submission: z.string(), settled: z.array(settledLine) }),
}
export type Sheet = {
  id: string
  stocktake: string
  page: number
  laid?: SheetLine[]
  submission?: string
  settled?: SettledLine[]
}

const onLine = { stocktake: z.string(), ...placeSchema.shape }
/** Each count, recount order and explanation is a subject of its own, so that none ever overwrites another. */
export const countKinds = {
  'stock.counted': z.object({
    ...onLine,
    /** Base unit; what lies there in all (`set`), or what was found more (`add`). */
    quantity: z.int(),
    mode: z.enum(['set', 'add']),
    /** As entered: 2 盒. */
    entered: z.object({ quantity: z.int(), unit: z.string() }).optional(),
    /** 1 初盘, 2 复盘 … */
    round: z.int(),
    counter: personSchema,
    source: z.enum(countSources),
  }),
  'recount.ordered': z.object({
    stocktake: z.string(),
    places: z.array(placeSchema),
    round: z.int(),
    by: personSchema,
    reason: z.string().optional(),
  }),
  'variance.explained': z.object({
    ...onLine,
    by: personSchema,
    cause: z.string().optional(),
    /** Minor units for one base unit: what a gain is worth. */
    price: z.int().optional(),
  }),
  'count.withdrawn': z.object({ withdrawn: signed }),
}

/** One act on the lines of a stocktake, of whichever kind; see `countKinds` for what each carries. */
export type StockCount = {
  id: string
  act: 'count' | 'recount' | 'explain'
  /** The entry's stamp, by which acts on a line are ordered. */
  stamp: string
  stocktake: string
  item?: string
  location?: string
  lot?: string
  quantity?: number
  mode?: 'set' | 'add'
  entered?: { quantity: number; unit: string }
  round?: number
  counter?: { id: string; name: string }
  source?: CountSource
  places?: Place[]
  by?: { id: string; name: string }
  reason?: string
  cause?: string
  price?: number
  withdrawn?: { by: { id: string; name: string }; at: number }
}
