/** Bringing the paper back 扫描归档: which scans are missing, what a scan belongs to, and archiving it. */
import { z } from 'zod'
import { basedOn, date, id, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, type Operations } from '../../api/operation.ts'
import { sha256, stop, useRow } from '../operation-inputs.ts'

/** `certain`: our own signed code; `likely`: the number as typed; `unsure`: a request with several uses. */
export const scanConfidences = ['certain', 'likely', 'unsure'] as const

export const archiveOperations = {
  'seals.missingScans': query({
    summary: 'Uses whose stamped paper has not come back to the archive, newest first; a page may be short or empty',
    permission: 'seals.read',
    input: z.object({ seal: id().optional(), from: date().optional(), to: date().optional(), ...paging }),
    /** `total`: all that are missing in the months asked for. */
    output: page(useRow).extend({ total: z.int() }),
  }),
  'seals.scanMatch': query({
    summary:
      'Which use a scanned paper belongs to, by the code on it or by a number, and what would refuse archiving it',
    permission: 'seals.read',
    input: z.object({
      /** The text of the QR code, spaces included. */
      code: z.string().min(1, { error: 'invalid.required' }).max(400, { error: 'invalid.too-long' }).optional(),
      /** Number of a use, of its request, or an archive number. */
      number: text(60).optional(),
    }),
    output: z.object({
      confidence: z.enum(scanConfidences),
      uses: z.array(z.object({ use: useRow, stop: stop.optional() })),
    }),
  }),
  'seals.archive': command({
    summary: 'Archive the stamped paper of a use, under the next archive number or one of the office’s own',
    permission: 'seals.use',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      archiveNumber: text(60).optional(),
      archivedOn: date().optional(),
      /** The attachment that is the scan. */
      scan: id().optional(),
      /** Of the file that goes to the archive, to be held against the approved one. */
      sha256: sha256().optional(),
      remarks: optionalText(500),
    }),
    output: z.object({
      id: z.string(),
      number: z.string(),
      archiveNumber: z.string(),
      match: z.enum(['same', 'differs', 'not-compared']),
    }),
  }),
} as const satisfies Operations
