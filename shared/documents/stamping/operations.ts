/** What can be asked about stamping: how it would look, and doing it; the result is kept with the record of the original. */
import { z } from 'zod'
import { id } from '../../api/fields.ts'
import { task, type Operations } from '../../api/operation.ts'
import { stampList } from './stamps.ts'

const asked = {
  /** An attachment of a use, a request or a contract: the file as it came. */
  attachment: id(),
  stamps: stampList(),
  /** Opens an encrypted file; it is neither kept nor entered. */
  password: z.string().max(200, { error: 'invalid.too-long' }).optional(),
  /** Stamp it although it is signed: readers will say that it changed after signing. */
  acceptsSigned: z.boolean().default(false),
  language: z.enum(['zh-CN', 'en']).optional(),
}

const found = {
  name: z.string(),
  pages: z.int(),
  /** Electronic signatures that the file carries. */
  signatures: z.int(),
  /** The file was encrypted; the result is not. */
  wasEncrypted: z.boolean(),
  /** The file's own directory was missing or wrong, and was made anew behind it. */
  wasRebuilt: z.boolean(),
}

export const stampingOperations = {
  'documents.stampPreview': task({
    summary: 'Show a PDF as it would be with these stamps, without keeping or entering anything',
    permission: 'documents.issue',
    input: z.object(asked),
    output: z.object({ ...found, pdf: z.string() }),
  }),
  'documents.stamp': task({
    summary: 'Stamp a PDF that is attached to a use, a request or a contract; the stamped file is kept beside it',
    permission: 'documents.issue',
    input: z.object(asked),
    output: z.object({
      ...found,
      /** The stamped file, an attachment of the same record. */
      attachment: z.string(),
      number: z.string(),
      size: z.int(),
      /** SHA-256 of the file as it came and as it is now, hex. */
      original: z.string(),
      sha256: z.string(),
    }),
  }),
} as const satisfies Operations
