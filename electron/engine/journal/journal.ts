/** The append-only journal: one immediate transaction per act, chained, folded into rows, closed by one checkpoint signature. */
import { isRefusal, type Refusal } from '../../../shared/api/fault.ts'
import { canonical } from '../../../shared/journal/canonical.ts'
import { mayPull, nextStamp } from '../../../shared/journal/clock.ts'
import type { Draft, Entry } from '../../../shared/journal/entry.ts'
import { isFoldable } from '../../../shared/journal/fold.ts'
import { createSearchIndex } from '../search/search-index.ts'
import type { Write } from '../store/sql.ts'
import type { DeskKey } from './desk-key.ts'
import { deskIdOf, insertCheckpoint, insertEntry, positions, type FullEntry } from './entries.ts'
import { digestOf, entryHash, noHash } from './hash.ts'
import type { AnyType, Kinds } from './kinds.ts'
import { pooledRandom } from './random-pool.ts'
import { foldIn, rowOf, type Row } from './rows.ts'

export type Journal = {
  readonly db: Write
  readonly kinds: Kinds
  readonly office: string
  readonly deskKey: DeskKey
  readonly index: ReturnType<typeof createSearchIndex>
  /**
   * Runs `acting` in one immediate transaction and closes it with one checkpoint. A refusal or an exception leaves
   * the journal and every row as they were.
   */
  transact: <T>(now: number, acting: (entering: Entering) => T) => T
  /** This desk's last position. */
  head: () => Position
  /** How many entries of all desks are here. */
  count: () => number
  /** Another desk's stamp: this desk's next one is later, unless it comes from too far ahead. */
  observe: (stamp: string, now: number) => void
  /** Reads the chain's end again, after something else than `transact` wrote to it. */
  reload: () => void
}

export type Entering = {
  /**
   * Appends a draft under an actor's name and folds it in; returns the entry as it stands in the chain.
   * @param at milliseconds since 1970, UTC; the transaction's `now` unless a history is being written
   */
  enter: (actor: string, draft: Draft, at?: number) => Entry
  /** Runs at the end of the transaction, before the checkpoint; throwing undoes everything. */
  beforeCommit: (check: () => void) => void
  /** Names of the subject types that changed so far. */
  changed: ReadonlySet<string>
}

export type Position = { n: number; hash: string; at: string }

export type JournalOptions = {
  db: Write
  kinds: Kinds
  /** Subject id of the office, part of every hash. */
  office: string
  deskKey: DeskKey
  random?: (bytes: number) => Uint8Array
}

/** What a draft is entered onto: the subject's row as it stands, and when. */
type Onto = { at: number; type: AnyType; row: Row | undefined }

export const createJournal = ({ db, kinds, office, deskKey, random = pooledRandom }: JournalOptions): Journal => {
  const index = createSearchIndex()
  const deskId = deskIdOf(db, deskKey.desk, deskKey.publicKey)
  const readHead = (): Position => {
    const own = positions(db).find((position) => position.desk === deskKey.desk)
    return { n: own?.n ?? 0, hash: own?.hash ?? '', at: own?.at ?? '' }
  }
  let head = readHead()
  let observed = ''

  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')

  const transact = <T>(now: number, acting: (entering: Entering) => T): T => {
    const before = head
    const checks: (() => void)[] = []
    const changed = new Set<string>()
    const enter = (actor: string, draft: Draft, at = now): Entry => {
      const type = kinds.of(draft.kind)
      if (!type) throw new Error(`no subject type has the kind ${draft.kind}`)
      const row = rowOf(db, type, draft.subject)
      const { entry, full } = author(draft, actor, { at, type, row })
      insertEntry(db, deskId, full)
      head = { n: entry.n, hash: entry.hash, at: entry.at }
      foldIn(db, index, type, entry, row)
      changed.add(type.name)
      return entry
    }
    begin.run()
    try {
      const answer = acting({ enter, changed, beforeCommit: (check) => checks.push(check) })
      if (isRefusal(answer)) return undo(before, answer)
      for (const check of checks) check()
      if (head.n > before.n) closeWithCheckpoint(head)
      commit.run()
      return answer
    } catch (error) {
      undo(before, undefined)
      throw error
    }
  }

  const undo = <T>(before: Position, answer: T): T => {
    if (db.inTransaction) db.exec('ROLLBACK')
    head = before
    index.forget()
    return answer
  }

  const author = (draft: Draft, actor: string, { at, type, row }: Onto): { entry: Entry; full: FullEntry } => {
    const text = canonical(draft.body)
    const body = JSON.parse(text) as Entry['body']
    const basedOn = row?.heads.toSorted() ?? []
    const salt = random(16)
    const digest = digestOf(salt, text)
    const header = {
      desk: deskKey.desk,
      n: head.n + 1,
      at: nextStamp(head.at > observed ? head.at : observed, at),
      actor,
      kind: draft.kind,
      subject: draft.subject,
      basedOn,
      generation: (row?.generation ?? 0) + 1,
    }
    const previous = head.hash === '' ? noHash : Buffer.from(head.hash, 'hex')
    const hash = entryHash(office, previous, header, digest).toString('hex')
    const entry = { ...header, body, hash }
    if (!isFoldable(type, entry))
      throw new Error(`the body of ${draft.kind} does not meet its schema: ${whyNot(type, entry)}`)
    return { entry, full: { ...header, hash, salt, digest, body: text } }
  }

  const closeWithCheckpoint = ({ n, hash }: Position): void => {
    insertCheckpoint(db, deskId, {
      desk: deskKey.desk,
      n,
      hash,
      signature: deskKey.sign(checkpointBytes(office, deskKey.desk, n, hash)),
    })
  }

  return {
    db,
    kinds,
    office,
    deskKey,
    index,
    transact,
    head: () => head,
    count: () => positions(db).reduce((sum, { n }) => sum + n, 0),
    observe: (stamp, now) => {
      if (stamp > observed && mayPull(stamp, now)) observed = stamp
    },
    reload: () => {
      head = readHead()
      index.forget()
    },
  }
}

const whyNot = (type: AnyType, entry: Entry): string => {
  const problem = type.kinds[entry.kind]?.safeParse(entry.body).error?.issues[0]
  return `${problem?.path.join('.') ?? ''} ${problem?.message ?? ''}`
}

/** What a checkpoint signs: that this desk's chain in this office stands at `n` with this hash. */
export const checkpointBytes = (office: string, desk: string, n: number, hash: string): Buffer =>
  Buffer.from(`sealbook-checkpoint-1\n${office}\n${desk}\n${n}\n${hash}`)

/** Whether an answer means that nothing was entered. */
export type Answered<T> = T | Refusal
