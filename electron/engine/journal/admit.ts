/** Taking entries that another desk wrote: form, chain and signature are checked, content never (architecture §3). */
import { z } from 'zod'
import { instantOf } from '../../../shared/journal/clock.ts'
import type { Journal } from './journal.ts'
import { checkpointBytes } from './journal.ts'
import { deskOf, isSignedBy } from './desk-key.ts'
import {
  deskIdOf,
  hashAt,
  insertCheckpoint,
  insertEntry,
  positions,
  type Checkpoint,
  type FullEntry,
} from './entries.ts'
import { digestOf, entryHash, noHash } from './hash.ts'
import { refoldSubject } from './rows.ts'

export type Batch = { desk: string; publicKey: Uint8Array; entries: readonly FullEntry[]; checkpoint: Checkpoint }

/** Why a batch was not taken; nothing of it was. */
export type AdmissionFault = {
  code: 'batch-refused'
  reason: 'form' | 'key' | 'gap' | 'chain' | 'body' | 'signature' | 'own-desk'
  n?: number
}

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}$/
const hex = z.string().regex(/^[0-9a-f]{64}$/)
const header = z.object({
  desk: hex,
  n: z.int().min(1),
  // A stamp is shown as a time wherever its entry is, so it has to be one.
  at: z
    .string()
    .regex(stamp)
    .refine((at) => Number.isFinite(instantOf(at))),
  actor: z.string().max(64),
  kind: z.string().max(64),
  subject: z.string().min(1).max(64),
  basedOn: z.array(hex).max(64),
  generation: z.int().min(1),
  hash: hex,
  body: z.string().max(16_000_000).nullable(),
})

/**
 * Takes a run of one desk's entries that ends at a checkpoint. What is here already is verified and skipped.
 * Folding never fails on content: an unknown kind or a body that does not meet its schema is kept and waits.
 * @param now milliseconds since 1970, UTC: stamps from too far ahead do not pull this desk's clock
 * @returns how many entries were new, or why none was taken
 */
export const admit = (journal: Journal, batch: Batch, now: number): { taken: number } | AdmissionFault => {
  const { db, deskKey } = journal
  if (batch.desk === deskKey.desk) return { code: 'batch-refused', reason: 'own-desk' }
  const position = positions(db).find((known) => known.desk === batch.desk)
  const fault = check(journal.office, batch, position ?? { n: 0, hash: '' }, (n) => hashAt(db, batch.desk, n))
  if (fault) return fault
  const fresh = batch.entries.filter((entry) => entry.n > (position?.n ?? 0))
  if (fresh.length === 0) return { taken: 0 }
  db.transaction(() => {
    const deskId = deskIdOf(db, batch.desk, batch.publicKey)
    for (const entry of fresh) insertEntry(db, deskId, entry)
    insertCheckpoint(db, deskId, batch.checkpoint)
    // Once a subject, however many of its entries arrived; entries without parents wait.
    for (const subject of new Set(fresh.map((entry) => entry.subject)))
      refoldSubject(db, journal.index, journal.kinds, subject)
  }).immediate()
  journal.observe(fresh.at(-1)?.at ?? '', now)
  return { taken: fresh.length }
}

/** @param heldHash what is here at a position of that desk, which a batch must not tell otherwise (a fork) */
const check = (
  office: string,
  batch: Batch,
  { n: known, hash: knownHash }: { n: number; hash: string },
  heldHash: (n: number) => string | undefined,
): AdmissionFault | undefined => {
  const refused = (reason: AdmissionFault['reason'], n?: number): AdmissionFault => ({
    code: 'batch-refused',
    reason,
    ...(n === undefined ? {} : { n }),
  })
  if (deskOf(batch.publicKey) !== batch.desk) return refused('key')
  let previous: string | undefined
  let previousN = known
  for (const entry of batch.entries) {
    if (!header.safeParse(entry).success || entry.desk !== batch.desk) return refused('form', entry.n)
    if (entry.n <= known) {
      if (entry.hash !== heldHash(entry.n)) return refused('chain', entry.n)
      previous = entry.hash
      previousN = entry.n
      continue
    }
    if (entry.n !== previousN + 1) return refused('gap', entry.n)
    if (entry.body !== null && !digestOf(entry.salt ?? noHash, entry.body).equals(entry.digest))
      return refused('body', entry.n)
    if (entry.body !== null && !isJsonObject(entry.body)) return refused('form', entry.n)
    const before = previous ?? knownHash
    const hash = entryHash(office, before === '' ? noHash : Buffer.from(before, 'hex'), entry, entry.digest)
    if (hash.toString('hex') !== entry.hash) return refused('chain', entry.n)
    previous = entry.hash
    previousN = entry.n
  }
  const last = batch.entries.at(-1)
  const { n, hash, signature } = batch.checkpoint
  if (!last || last.n !== n || last.hash !== hash) return refused('signature')
  if (!isSignedBy(batch.publicKey, checkpointBytes(office, batch.desk, n, hash), signature))
    return refused('signature', n)
  return undefined
}

/** Deeper than any record; a body nested without end would overflow the stack of whoever writes it out again. */
const deepest = 64

const isShallow = (json: string): boolean => {
  let depth = 0
  for (let at = 0, isText = false; at < json.length; at++) {
    const char = json[at]
    if (char === '"') isText = !isText
    else if (isText && char === '\\') at += 1
    else if (!isText && (char === '[' || char === '{') && (depth += 1) > deepest) return false
    else if (!isText && (char === ']' || char === '}')) depth -= 1
  }
  return true
}

const isJsonObject = (text: string): boolean => {
  if (!isShallow(text)) return false
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
