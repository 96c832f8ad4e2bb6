/** Attachments 附件: files that belong to a record, kept encrypted in the data folder; the journal holds their keyed hash. */
import { z } from 'zod'
import { stamp } from '../documents/stamping/stamps.ts'
import { overlay, subjectType } from '../journal/subject.ts'

/** Bytes; a hundred scanned pages at 300 dpi need less. */
export const attachmentLimit = 50 * 1_048_576

/** Plain bytes that travel in one call. */
export const attachmentPart = 786_432

/** 文件 · 扫描件 · 照片 · 回执 · 其他 */
export const attachmentKinds = ['document', 'scan', 'photo', 'receipt', 'other'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** The record it belongs to: its subject type and id. */
export const owner = z.object({ type: z.string(), subject: z.string() })
export type Owner = z.infer<typeof owner>

const person = z.object({ id: z.string(), name: z.string() })

/** 加盖: how a file came from another attachment; the stamps as they were asked for. */
export const stamped = z.object({
  /** Of the record, as the stamp shows it. */
  number: z.string(),
  /** The file as it came, with its keyed hash; that of the result is the attachment's own. */
  original: z.object({ attachment: z.string(), file: z.string() }),
  /** As on every paper of the office: which print it is. */
  print: z.int(),
  stamps: z.array(stamp),
  pages: z.int(),
  signatures: z.int(),
  wasEncrypted: z.boolean(),
  wasRebuilt: z.boolean(),
  /** The stamps are annotations, since a signature of the file permits no more. */
  asAnnotations: z.boolean().optional(),
})

export const attachment = z.object({
  id: z.string(),
  /** HMAC-SHA-256 of the content under a key of the office's, hex: nobody can tell by guessing what was kept. */
  file: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  kind: z.enum(attachmentKinds),
  /** Absent while a scan lies in the tray, unmatched. */
  of: owner.optional(),
  by: person,
  /** Office time `2026-11-23 13:05`. */
  at: z.string(),
  note: z.string().optional(),
  stamped: stamped.optional(),
  /** A scan that belongs nowhere (a blank page, a wrong paper), taken out of the tray; it is kept all the same. */
  setAside: z.object({ reason: z.string(), by: person, at: z.string() }).optional(),
  /** The content is gone; that there was one, and why it went, stays. */
  erased: z.object({ reason: z.string(), by: person, at: z.string() }).optional(),
})
export type Attachment = z.infer<typeof attachment>

/** What a name says of itself goes with the content (it may name a person); its ending says what kind of file there was. */
const nameless = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''

/** Fields of a record's entries that are shown no more once its content was erased; the journal's bytes still hold them. */
export const withheldFields = (kinds: readonly string[]): readonly string[] =>
  kinds.includes('attachment.erased') ? ['name', 'note'] : []

export const attachmentSubject = subjectType<Attachment>({
  name: 'attachment',
  kinds: {
    'attachment.kept': attachment.omit({ id: true, erased: true, setAside: true, stamped: true }),
    'attachment.stamped': attachment
      .omit({ id: true, erased: true, setAside: true })
      .required({ stamped: true, of: true }),
    'attachment.placed': attachment.pick({ of: true }).required(),
    'attachment.set-aside': attachment.pick({ setAside: true }).required(),
    'attachment.erased': attachment.pick({ erased: true }).required(),
  },
  reduce: (record, entry) => {
    if (!record && entry.kind !== 'attachment.kept' && entry.kind !== 'attachment.stamped') return undefined
    const next = overlay<Attachment>(record, entry)
    if (!next.erased) return next
    const { note: _note, ...rest } = next
    return { ...rest, name: nameless(next.name) }
  },
})
