/** The desk: the one box, what stands today, a record's history. */
import { z } from 'zod'
import * as field from '../api/fields.ts'
import { formNames } from '../documents/forms.ts'
import { query, type Operations } from '../api/operation.ts'

export const hit = z.object({ subject: z.string(), type: z.string(), title: z.string(), detail: z.string() })

export const historyEntry = z.object({
  hash: z.string(),
  at: z.string(),
  time: z.string(),
  kind: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }),
  desk: z.string(),
  n: z.number(),
  body: z.record(z.string(), z.unknown()),
  known: z.boolean(),
  /** The record it is about, where that was asked for beside another. */
  of: z.string().optional(),
})

const slip = z.object({
  subject: z.string(),
  type: z.string(),
  number: z.string(),
  title: z.string(),
  time: z.string(),
  /** False where this kind of slip has no printed form yet. */
  isPrintable: z.boolean().optional(),
  /** Its form, where its type alone does not tell. */
  form: z.enum(formNames).optional(),
  /** Whether a reversing slip may undo it. */
  isReversible: z.boolean().optional(),
})

export const deskOperations = {
  'desk.search': query({
    summary: 'Find anything by Chinese from one character, pinyin, initials, numbers or codes',
    permission: 'signed-in',
    input: z.object({
      text: z.string().max(200, { error: 'invalid.too-long' }),
      types: z.array(z.string().max(40)).max(20).default([]),
      limit: field.count(1, 100).default(50),
    }),
    output: z.object({ rows: z.array(hit) }),
  }),
  'desk.history': query({
    summary: 'Every entry of one record: who, when, at which desk, what; and fields in which desks differ',
    permission: 'signed-in',
    input: z.object({
      subject: field.id(),
      also: z.array(field.id()).max(500).optional().describe('records whose entries are told among its own, by time'),
    }),
    output: z.object({
      entries: z.array(historyEntry),
      conflicts: z.array(
        z.object({
          field: z.string(),
          values: z.array(z.object({ desk: z.string(), at: z.string(), value: z.unknown() })),
        }),
      ),
    }),
  }),
  'desk.today': query({
    summary: 'What waits, what ends soon and what runs low today',
    permission: 'signed-in',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      groups: z.array(
        z.object({
          key: z.enum([
            'requests-waiting',
            'requests-approved',
            'seals-overdue',
            'custody-overdue',
            'handovers-waiting',
            'seals-out',
            'authority-ending',
            'contracts-ending',
            'revocation-notices',
            'originals-out',
            'stock-low',
            'stock-months-due',
            'purchases-waiting',
            'purchases-late',
            'stock-oversold',
            'supply-requests-waiting',
            'supply-promises',
            'supply-to-issue',
            'stocktakes-open',
            'exceptions-open',
          ]),
          count: z.number(),
          /** Not all of it is known yet: what is long is read in portions, one at each asking. */
          isReading: z.boolean().optional(),
          rows: z.array(
            z.object({
              subject: z.string(),
              type: z.string(),
              title: z.string(),
              detail: z.string(),
              /** Its promised day is past. */
              isLate: z.boolean().optional(),
            }),
          ),
        }),
      ),
    }),
  }),
  'desk.lastSlips': query({
    summary: 'The last uses and slips entered here, newest first',
    permission: 'signed-in',
    input: z.object({ limit: field.count(1, 50).default(10) }),
    output: z.object({ rows: z.array(slip) }),
  }),
} as const satisfies Operations
