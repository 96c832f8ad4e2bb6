/** What else can be done with items: merging duplicates. */
import { z } from 'zod'
import { basedOn, id, optionalText } from '../api/fields.ts'
import { command, type Operations } from '../api/operation.ts'

export const itemOperations = {
  'supplies.mergeItems': command({
    summary: 'Merge a duplicate 合并 into the item that is kept: its barcodes lead there, what lies there moves.',
    permission: 'supplies.manage',
    input: z.object({ from: id(), into: id(), reason: optionalText(400), basedOn: basedOn() }),
    /** The number of the slip that moved the stock; none where nothing lay there. */
    output: z.object({ id: z.string(), slip: z.string().optional() }),
  }),
} as const satisfies Operations
