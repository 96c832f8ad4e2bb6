/** Asking the movements: what was consumed, an item's ledger with its running balance, and recounting balances from them. */
import { z } from 'zod'
import { date, id } from '../api/fields.ts'
import { query, type Operations } from '../api/operation.ts'
import { slipVerbs } from './verbs.ts'

/** What consumption may be told apart by; `group` is the item's 物品分类, `category` its kind of use. */
export const consumptionParts = ['department', 'person', 'item', 'group', 'category'] as const
export type ConsumptionPart = (typeof consumptionParts)[number]

/** The key of what cost differences put on no department or person. */
export const differenceKey = 'difference'

const consumptionRow = z.object({
  /** Id, group or category; absent where slips say none, `difference` where cost differences belong to nobody. */
  key: z.string().optional(),
  /** Name as the slips or items say it; empty where there is none. */
  name: z.string(),
  /** Code and unit of an item. */
  code: z.string().optional(),
  unit: z.string().optional(),
  /** `2026-11`, where months were asked for. */
  month: z.string().optional(),
  /** Base units, of items only: others hold several units. */
  quantity: z.int().optional(),
  /** Minor units. */
  amount: z.int(),
  lines: z.int(),
})
export type ConsumptionRow = z.infer<typeof consumptionRow>

/** One movement of the item with what lay there after it. */
const ledgerRow = z.object({
  slip: z.string(),
  number: z.string(),
  date: z.string(),
  verb: z.enum(slipVerbs),
  /** The slip is a reversing one: the movement is the opposite of its verb's. */
  isReversal: z.boolean(),
  party: z.string().optional(),
  clerk: z.string(),
  location: z.string(),
  quantity: z.int(),
  amount: z.int(),
  /** Over all locations, base unit; and its value, minor units. */
  balance: z.int(),
  value: z.int(),
})
export type LedgerRow = z.infer<typeof ledgerRow>

const recounted = z.object({ kept: z.int(), counted: z.int() })

export const movementOperations = {
  'supplies.consumption': query({
    summary:
      'What was consumed from a date to another, by department, person, item, group or category, and by month where asked; issues less what came back, and differences on what was used up.',
    permission: 'supplies.read',
    input: z.object({
      from: date(),
      to: date(),
      by: z.enum(consumptionParts).default('department'),
      /** Each month apart. */
      months: z.boolean().default(false),
      /** Only of this department, person, item. */
      department: id().optional(),
      person: id().optional(),
      item: id().optional(),
    }),
    output: z.object({ rows: z.array(consumptionRow), amount: z.int(), lines: z.int() }),
  }),
  'supplies.ledger': query({
    summary:
      "An item's movements with running balance and value 存货明细账, and all its balances recounted from the first movement on.",
    permission: 'supplies.read',
    input: z.object({ item: id(), from: date().optional(), to: date().optional() }),
    output: z.object({
      item: z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        spec: z.string().optional(),
        unit: z.string(),
      }),
      opening: z.object({ balance: z.int(), value: z.int() }),
      /** The newest 2,000 of the span at the most; the opening is that before the first. */
      rows: z.array(ledgerRow),
      isCut: z.boolean(),
      /** From all movements, against what the balances keep. */
      recount: z.object({
        movements: z.int(),
        value: recounted,
        locations: z.array(z.object({ location: z.string(), ...recounted.shape })),
        isSame: z.boolean(),
      }),
    }),
  }),
  'supplies.recountStock': query({
    summary: 'Recount pieces by location and value of the whole stock from its movements; what differs is listed.',
    permission: 'supplies.read',
    input: z.object({}),
    output: z.object({
      items: z.int(),
      movements: z.int(),
      balances: z.int(),
      differing: z.array(
        z.object({ item: z.string(), name: z.string(), location: z.string().optional(), ...recounted.shape }),
      ),
    }),
  }),
} as const satisfies Operations
