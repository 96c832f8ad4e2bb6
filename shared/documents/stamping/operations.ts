/** What can be asked about stamping: how it would look, and doing it; the result is kept with the record of the original. */
import { z } from 'zod'
import { id, text } from '../../api/fields.ts'
import { command, query, task, type Operations } from '../../api/operation.ts'
import { attachmentRow } from '../../attachments/operations.ts'
import { stampedOwners, stampPreset } from './presets.ts'
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
  /** The stamps are annotations, since a signature of the file permits no more. */
  asAnnotations: z.boolean(),
}

const size = { width: z.number(), height: z.number() }

/** Where a stamp came to stand: mm from the upper left of the page as it is seen. */
const box = z.object({
  stamp: z.int(),
  page: z.int(),
  x: z.number(),
  y: z.number(),
  ...size,
  turn: z.number(),
  on: z.object(size),
})

export const stampingOperations = {
  'documents.stampChoices': query({
    summary:
      'What a file may be stamped with: its record, whether a picture of the seal may go with it, and the presets',
    permission: 'documents.issue',
    input: z.object({ attachment: id() }),
    output: z.object({
      attachment: attachmentRow,
      number: z.string(),
      of: z.enum(stampedOwners),
      documentType: z.string(),
      /** Of the use, with its registered size in mm. */
      seal: z.object({ name: z.string(), ...size }).optional(),
      /** Why no picture of a seal goes with it. */
      noSeal: z.enum(['no-use', 'no-impression', 'not-permitted']).optional(),
      presets: z.array(stampPreset.extend({ isMeant: z.boolean() })),
    }),
  }),
  'documents.stampPreview': task({
    summary: 'Show a PDF as it would be with these stamps, without keeping or entering anything',
    permission: 'documents.issue',
    /** `onlyAdded`: leave out the original's bytes where the result begins with them, for who has them already. */
    input: z.object({ ...asked, onlyAdded: z.boolean().default(false) }),
    output: z.object({
      ...found,
      pdf: z.string(),
      /** How many bytes of the original go before `pdf`. */
      from: z.int(),
      boxes: z.array(box),
    }),
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
  'documents.stampPresetSet': command({
    summary: 'Keep a list of stamps as a preset; a name that is there already is set anew',
    permission: 'documents.issue',
    input: z.object({
      name: text(40),
      /** The records whose files it is meant for. */
      of: stampPreset.shape.of.default('any'),
      /** Category of uses and requests, type of contracts; `any` is all of them. */
      documentType: text(40).default('any'),
      stamps: stampList(),
    }),
    output: z.object({ id: z.string() }),
  }),
  'documents.stampPresetRetire': command({
    summary: 'Take a preset of stamps away; what was stamped by it stays as it is',
    permission: 'documents.issue',
    input: z.object({ id: id() }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
