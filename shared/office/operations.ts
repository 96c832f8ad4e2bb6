/** The office itself: whether there is one, founding it, the example office, proving the journal. */
import { z } from 'zod'
import * as field from '../api/fields.ts'
import { command, query, task, type Operations } from '../api/operation.ts'
import { isRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { leastPasswordLength } from '../people/operations.ts'

/** Operations that work before there is an office; the engine's folder answers them. */
export const folderOperations = {
  'office.state': query({
    summary: 'Whether this data folder holds an office, and which',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({
      state: z.enum(['none', 'ready']),
      name: z.string().optional(),
      zone: z.string().optional(),
      today: z.string().optional(),
      example: z.boolean().optional(),
      desk: z.object({ letter: z.string(), name: z.string(), fingerprint: z.string() }).optional(),
      idleMinutes: z.number(),
    }),
  }),
  'office.found': task({
    summary: 'Found a new office in an empty data folder, with its first desk and administrator',
    permission: 'anyone',
    input: z.object({
      name: field.text(100),
      creditCode: field.optionalText(18),
      deskLetter: z.string().regex(/^[A-Z]$/, { error: 'invalid.desk-letter' }),
      deskName: field.text(60),
      administrator: z.object({
        name: field.text(60),
        staffNo: field.text(30),
        password: z
          .string()
          .min(leastPasswordLength, { error: 'invalid.too-short' })
          .max(200, { error: 'invalid.too-long' }),
      }),
    }),
    output: z.object({ recoveryKey: z.string() }),
  }),
  'office.example': task({
    summary: 'Make the example office in an empty data folder: a company with a year of activity',
    permission: 'anyone',
    input: z.object({
      /** About how many; 0 leaves the office empty but for its founder. */
      entries: field.count(0, 5_000_000).default(5000),
      seed: field.count(0, 2_147_483_647).default(1),
    }),
    output: z.object({ entries: z.number() }),
  }),
  'office.unlock': task({
    summary: 'Open an office whose key is missing or wrong with the key on its recovery sheet, and keep that key',
    permission: 'anyone',
    input: z.object({
      recoveryKey: z
        .string()
        .max(400, { error: 'invalid.too-long' })
        .transform(readRecoveryKey)
        .refine(isRecoveryKey, { error: 'invalid.recovery-key' }),
    }),
    output: z.object({}),
  }),
  'office.leaveExample': task({
    summary: 'Leave the example office: its file is removed and the folder is empty again',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({}),
  }),
  'office.cancel': query({
    summary: 'Cancel a running task of this connection by its command id',
    permission: 'anyone',
    input: z.object({ command: z.string().max(64) }),
    output: z.object({ cancelled: z.boolean() }),
  }),
} as const satisfies Operations

/** Operations on the office as a whole. */
export const officeOperations = {
  'office.change': command({
    summary: 'Enter a new name or credit code of the office',
    permission: 'office.manage',
    input: z.object({ name: field.text(100).optional(), creditCode: field.optionalText(18) }),
    output: z.object({}),
  }),
  'office.verify': task({
    summary: 'Check every hash and signature of the journal, and all rows against a rebuild',
    permission: 'audit.read',
    input: z.object({}),
    output: z.object({
      entries: z.number(),
      checkpoints: z.number(),
      rows: z.number(),
      findings: z.array(z.object({ what: z.string(), where: z.string() })),
    }),
  }),
  'office.rebuild': task({
    summary: 'Drop all derived rows and fold them anew from the journal',
    permission: 'office.manage',
    input: z.object({}),
    output: z.object({ entries: z.number() }),
  }),
} as const satisfies Operations
