/** What else can be done with items: merging duplicates, the kept lists of places and groups, and what lies at a place. */
import { z } from 'zod'
import { basedOn, id, optionalText, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { nameLists } from './listed-names.ts'

/** A place or group: kept in the list, or only used so far, which has no `id`. */
const nameRow = z.object({
  id: z.string().optional(),
  name: z.string(),
  note: z.string().optional(),
  isRetired: z.boolean(),
  /** How many items lie there or are called so. */
  items: z.int(),
})
export type NameRow = z.infer<typeof nameRow>

/** What lies at one place: pieces in the base unit, and of them those whose lot is known. */
const shelfRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string().optional(),
  unit: z.string(),
  packs: z.array(z.object({ unit: z.string(), factor: z.int() })),
  picture: z.string().optional(),
  place: z.string(),
  quantity: z.int(),
  /** It belongs here, whether or not anything lies here. */
  isHome: z.boolean(),
  lots: z.array(z.object({ lot: z.string(), expiry: z.string().optional(), quantity: z.int() })),
})
export type ShelfRow = z.infer<typeof shelfRow>

export const itemOperations = {
  'supplies.mergeItems': command({
    summary: 'Merge a duplicate 合并 into the item that is kept: its barcodes lead there, what lies there moves.',
    permission: 'supplies.manage',
    input: z.object({ duplicate: id(), into: id(), reason: optionalText(400), basedOn: basedOn() }),
    /** The number of the slip that moved the stock; none where nothing lay there. */
    output: z.object({ id: z.string(), slip: z.string().optional() }),
  }),
  'supplies.names': query({
    summary: 'The kept list of places 库位 or of groups 物品分类, with those that are used without being kept.',
    permission: 'supplies.read',
    input: z.object({ list: z.enum(nameLists) }),
    output: z.object({ rows: z.array(nameRow) }),
  }),
  'supplies.listName': command({
    summary: 'Keep a place or group in its list, note something about it, or offer it no more.',
    permission: 'supplies.manage',
    input: z.object({
      list: z.enum(nameLists),
      name: text(40),
      note: optionalText(200).nullable(),
      retired: z.boolean().optional(),
    }),
    output: z.object({ id: z.string() }),
  }),
  'supplies.shelf': query({
    summary: 'What lies at a place and in its bins, item by item.',
    permission: 'supplies.read',
    input: z.object({ place: text(40) }),
    output: z.object({ rows: z.array(shelfRow) }),
  }),
} as const satisfies Operations
