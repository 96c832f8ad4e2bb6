/** What a handler works with: reading, deciding and entering inside one transaction, with time and ids handed in. */
import type { Draft } from '../../shared/journal/entry.ts'
import type { NumberClass, Numbered } from '../../shared/office/numbers.ts'
import type { Language } from '../../shared/office/words.ts'
import type { Operation, Operations, OutputOf, ValidInputOf } from '../../shared/api/operation.ts'
import type { Refusal } from '../../shared/api/fault.ts'
import type { Permission } from '../../shared/api/permission.ts'
import type { Read } from './store/sql.ts'

/** Who is asking: a signed-in person at this connection. */
export type Actor = { person: string; name: string; permissions: ReadonlySet<Permission> }

/** For queries: a consistent view of the office, and who asks. */
export type Reading = {
  db: Read
  /** Milliseconds since 1970, UTC; one value for the whole call. */
  now: number
  /** The office's calendar date at `now`. */
  today: string
  zone: string
  language: Language
  actor: Actor
  session: Session
}

/** Who is signed in at this connection; it lasts with the connection, not with a token that could be copied. */
export type Session = { open: (person: string) => void; close: () => void; isOpen: () => boolean }

/** For commands: a reading inside one immediate transaction that can also enter. */
export type Act = Reading & {
  newId: () => string
  /** The heads of a subject as this desk holds them now, hex hashes; compare with what the page saw to answer `stale`. */
  headsOf: (subject: string) => string[]
  /**
   * The next number of a book, given in this transaction; opens the book where it is the first of its year.
   * @param holder the desk's letter (default) or a seal's code
   */
  number: (numberClass: NumberClass, holder?: string) => Numbered
  /** Appends the drafts and folds them into their rows at once, so that later reads of this act see them. */
  enter: (...drafts: Draft[]) => void
}

/** For tasks: asynchronous work with progress and cancel, which enters through short acts of its own. */
export type Work = {
  read: <T>(reading: (reading: Reading) => T) => T
  /** One immediate transaction; a refusal rolls it back. */
  act: <T>(acting: (act: Act) => T) => T
  progress: (done: number, total: number, step?: string) => void
  signal: AbortSignal
  actor: Actor
  language: Language
  session: Session
}

type Answer<Op> = OutputOf<Op> | Refusal

export type Handler<Op extends Operation> = Op['kind'] extends 'query'
  ? (reading: Reading, input: ValidInputOf<Op>) => Answer<Op>
  : Op['kind'] extends 'command'
    ? (act: Act, input: ValidInputOf<Op>) => Answer<Op>
    : (work: Work, input: ValidInputOf<Op>) => Promise<Answer<Op>>

/** One handler per operation of a room; forgetting one does not compile. */
export type Handlers<Ops extends Operations> = { [K in keyof Ops]: Handler<Ops[K]> }
