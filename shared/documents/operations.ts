/** What can be asked of the printing room: show, issue, count a print, list and verify documents. */
import { z } from 'zod'
import { count, id, text } from '../api/fields.ts'
import { command, query, task, type Operations } from '../api/operation.ts'
import { formNames } from './forms.ts'

const form = z.enum(formNames)
const language = z.enum(['zh-CN', 'en']).optional()
const period = () =>
  z.string().regex(/^(19|2[01])\d\d(-(0[1-9]|1[0-2]|[a-z][a-z-]{2,30}))?$/, { error: 'invalid.month' })

/** What to print: a record by its id; for the book a seal's id with a month `2026-11`, for a register the office's with a year, for a report with its name `2026-slow`. */
const wanted = { form, subject: id(), period: period().optional(), language }

/** A rendered PDF. `name` is a file name; `pdf` the bytes in Base64; `print` which print it is (第 n 次打印). */
const rendered = z.object({
  number: z.string(),
  name: z.string(),
  pages: z.int(),
  print: z.int(),
  hash: z.string(),
  pdf: z.string(),
})

/** How a print left the office. */
export const outlets = ['printer', 'viewer', 'file'] as const

const recentRow = z.object({
  document: z.string(),
  form,
  subject: z.string(),
  period: z.string().optional(),
  number: z.string(),
  title: z.string(),
  pages: z.int(),
  prints: z.int(),
  /** Local time `2026-11-23 13:05` of the last print. */
  printedAt: z.string(),
  printedBy: z.string(),
})
export type RecentDocument = z.infer<typeof recentRow>

/**
 * What a scanned code or a file says about itself and what this office knows of it.
 * - `signature`: whether a desk of this office signed it; `unknown-desk` where its key is not known here; `entered` where
 *   it carries none, being somebody else's file that was stamped here: its hash stands in the journal.
 * - `content`: for files, whether every byte is as issued (`appended` where all of them are, and more behind; `unchecked` where the desk's key is not known here); a code
 *   has no file.
 * - `record`: `same` as the record now, `later-changed` where the record has had entries since (void, correction),
 *   `unknown` where this desk has no such document.
 */
const verification = z.object({
  source: z.enum(['code', 'file']),
  signature: z.enum(['valid', 'invalid', 'unknown-desk', 'entered']),
  content: z.enum(['unchanged', 'changed', 'appended', 'unchecked', 'not-in-code']),
  record: z.enum(['same', 'later-changed', 'differs', 'unknown']),
  desk: z.string(),
  form: form.optional(),
  number: z.string(),
  print: z.int(),
  hash: z.string(),
  document: z.string().optional(),
  subject: z.string().optional(),
  title: z.string().optional(),
  printedAt: z.string().optional(),
  printedBy: z.string().optional(),
  /** The facts as the paper or file carries them, as canonical JSON. */
  facts: z.string().optional(),
})
export type Verification = z.infer<typeof verification>

export const documentOperations = {
  'documents.render': task({
    summary: 'Render a document as it would print now, without counting a print',
    permission: 'documents.read',
    input: z.object(wanted),
    output: rendered,
  }),
  'documents.issue': task({
    summary: 'Issue a document: number, next print count, PDF; entered in the journal',
    permission: 'documents.issue',
    input: z.object(wanted),
    output: rendered.extend({ document: z.string() }),
  }),
  'documents.printed': command({
    summary: 'Note that an issued print went to a printer, a viewer or a file',
    permission: 'documents.issue',
    input: z.object({ document: id(), print: count(1), outlet: z.enum(outlets) }),
    output: z.object({ document: z.string(), print: z.int() }),
  }),
  'documents.recent': query({
    summary: 'The documents printed last, newest first',
    permission: 'documents.read',
    input: z.object({ limit: count(1, 100).default(10), subject: id().optional() }),
    output: z.object({ rows: z.array(recentRow) }),
  }),
  'documents.get': query({
    summary: 'One document with every print of it: when, by whom, from which state of the journal, and where it went',
    permission: 'documents.read',
    input: z.object({ id: id() }),
    output: z.object({
      document: recentRow,
      printings: z.array(
        z.object({
          print: z.int(),
          at: z.string(),
          by: z.string(),
          pages: z.int(),
          hash: z.string(),
          head: z.string(),
          language: z.string(),
          outlets: z.array(z.enum(outlets)),
        }),
      ),
      heads: z.array(z.string()),
    }),
  }),
  'documents.verify': task({
    summary: 'Check a scanned code or a PDF file against its signature and its record',
    permission: 'documents.read',
    input: z.union([
      z.object({ code: text(400) }),
      z.object({ file: z.base64({ error: 'invalid.file' }).max(24_000_000, { error: 'invalid.too-long' }) }),
    ]),
    output: verification,
  }),
} as const satisfies Operations
