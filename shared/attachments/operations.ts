/** Attachments: bytes come and go in parts, so that no call carries a whole file; then they are kept, listed, read, erased. */
import { z } from 'zod'
import { basedOn, count, id, optionalText, page, paging, text } from '../api/fields.ts'
import { command, query, task, type Operations } from '../api/operation.ts'
import { attachment, attachmentKinds, attachmentLimit, attachmentPart, stamped } from './attachment.ts'

/** A caller's own name of one upload. */
const upload = z.string().regex(/^[0-9a-f-]{8,64}$/, { error: 'invalid.id' })

const part = z
  .string()
  .max(Math.ceil(attachmentPart / 3) * 4, { error: 'invalid.too-long' })
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'invalid.base64' })

const belongsTo = z.object({ type: z.string().regex(/^[a-z_]{1,40}$/, { error: 'invalid.value' }), subject: id() })

/** One row of a list; the keyed hashes stay inside. */
export const attachmentRow = attachment
  .omit({ file: true })
  .extend({ stamped: stamped.extend({ original: stamped.shape.original.omit({ file: true }) }).optional() })

export const attachmentOperations = {
  'attachments.part': task({
    summary:
      'Send the next part of a file, 768 KiB at the most, Base64; offset 0 begins it, a repeated part is no fault',
    permission: 'signed-in',
    input: z.object({ upload, offset: count(0, attachmentLimit), bytes: part }),
    output: z.object({ received: z.int() }),
  }),
  'attachments.keep': task({
    summary: 'Keep a file that was sent in parts, encrypted, as an attachment of a record or as an unmatched scan',
    permission: 'signed-in',
    input: z.object({
      upload,
      name: text(255),
      kind: z.enum(attachmentKinds).default('document'),
      /** Left out only by a scan: it lies in the tray until it is matched. */
      of: belongsTo.optional(),
      note: optionalText(500),
    }),
    output: z.object({
      id: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      /** Plain, for the file match; not entered. */
      sha256: z.string(),
    }),
  }),
  'attachments.list': query({
    summary: 'The attachments of a record, oldest first',
    permission: 'signed-in',
    input: z.object({ of: belongsTo }),
    output: z.object({ rows: z.array(attachmentRow) }),
  }),
  'attachments.tray': query({
    summary: 'Scans that belong to no record yet, oldest first',
    permission: 'seals.read',
    input: z.object({ ...paging }),
    output: page(attachmentRow),
  }),
  'attachments.bytes': query({
    summary: 'A part of an attachment’s content from an offset on, Base64; `next` is the offset of the following part',
    permission: 'signed-in',
    input: z.object({ id: id(), offset: count(0, attachmentLimit).default(0) }),
    output: z.object({ bytes: z.string(), size: z.int(), next: z.int().optional() }),
  }),
  'attachments.place': command({
    summary: 'Say which record a scan of the tray belongs to',
    permission: 'signed-in',
    input: z.object({ id: id(), of: belongsTo }),
    output: z.object({ id: z.string() }),
  }),
  'attachments.setAside': command({
    summary: 'Take a scan that belongs nowhere out of the tray, with the reason; its content is kept',
    permission: 'seals.use',
    input: z.object({ id: id(), reason: text(500) }),
    output: z.object({ id: z.string() }),
  }),
  'attachments.erase': task({
    summary: 'Erase the content of an attachment, wherever it was attached (个人信息保护法 §47); the entries stay',
    permission: 'office.manage',
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(500) }),
    output: z.object({ erased: z.int() }),
  }),
} as const satisfies Operations
