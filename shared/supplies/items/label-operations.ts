/** Labels of items 标签: a PDF in the size of the paper, for a label sheet or a label printer. */
import { z } from 'zod'
import { count, id, text } from '../../api/fields.ts'
import { task, type Operations } from '../../api/operation.ts'
import { labelCodes, labelPaperNames } from './label-papers.ts'

/** Labels of one file. */
export const mostLabels = 2000

export const labelOperations = {
  'supplies.labels': task({
    summary:
      'Print labels with QR code and Code 128, true to size; `startAt` is the first free label of a begun sheet.',
    permission: 'supplies.read',
    input: z.object({
      paper: z.enum(labelPaperNames),
      codes: z.enum(labelCodes).default('both'),
      startAt: count(1, 100).default(1),
      outline: z.boolean().default(false),
      labels: z
        .array(z.object({ item: id(), unit: text(20).optional(), copies: count(1, 500).default(1) }))
        .min(1, { error: 'invalid.required' })
        .max(500),
      language: z.enum(['zh-CN', 'en']).optional(),
    }),
    /** `name` is a file name, `pdf` the bytes in Base64; `onlyQr` counts the labels whose bars did not fit. */
    output: z.object({ name: z.string(), pdf: z.string(), pages: z.int(), labels: z.int(), onlyQr: z.int() }),
  }),
} as const satisfies Operations
