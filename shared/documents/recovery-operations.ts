/** The recovery sheet on paper: a print that is never entered, since the key must not stand in the journal. */
import { z } from 'zod'
import { task, type Operations } from '../api/operation.ts'
import { isRecoveryKey, readRecoveryKey } from '../office/recovery-key.ts'

export const recoveryOperations = {
  'documents.recoverySheet': task({
    summary: 'Render the recovery sheet for a key that the caller knows, as a PDF with its code to scan',
    permission: 'anyone',
    input: z.object({
      recoveryKey: z
        .string()
        .max(400, { error: 'invalid.too-long' })
        .transform(readRecoveryKey)
        .refine(isRecoveryKey, { error: 'invalid.recovery-key' }),
      language: z.enum(['zh-CN', 'en']).optional(),
    }),
    /** `name` is a file name; `pdf` the bytes in Base64. */
    output: z.object({ name: z.string(), pdf: z.string() }),
  }),
} as const satisfies Operations
