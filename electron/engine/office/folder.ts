/** The data folder an engine runs on: locked, opened or refused, founded, filled with the example, closed. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { isRefusal, refuse, type Fault, type Refusal } from '../../../shared/api/fault.ts'
import type { InputOf, OutputOf } from '../../../shared/api/operation.ts'
import { dateAt } from '../../../shared/office/dates.ts'
import type { folderOperations } from '../../../shared/office/operations.ts'
import { keepVerifier, type Passwords } from '../people/credentials.ts'
import type { Kinds } from '../journal/kinds.ts'
import { lockFolder, type FolderLock } from '../store/lock.ts'
import { faultOf } from '../store/faults.ts'
import { isEmptied, officeFile, openReader, openStore } from '../store/open.ts'
import { one, run, sql, type Write } from '../store/sql.ts'
import { exampleFounding, exampleSpanMs, filling } from '../example/founding.ts'
import { fileSecret } from '../store/office-secret.ts'
import { createVault } from '../store/vault.ts'
import { remember, rememberedAnswer, type Once } from './answers.ts'
import { foundOffice, type Founding } from './found.ts'
import { openOffice, type Clock, type OpenOffice, type Random } from './office.ts'
import { tryKey, type KeepKey } from './unlock.ts'
import { idleMinutes, type AnyHandler, type Progress } from '../serve.ts'

type Ops = typeof folderOperations
type Early = { progress: Progress; signal: AbortSignal; command: string; closeSession: () => void }
type FolderHandlers = {
  [K in Exclude<keyof Ops, 'office.cancel'>]: (
    early: Early,
    input: InputOf<Ops[K]>,
  ) => Promise<OutputOf<Ops[K]> | Refusal>
}

export type FolderKeeper = {
  readonly folder: string
  readonly clock: Clock
  readonly handlers: FolderHandlers
  readonly roomHandlers: Readonly<Record<string, AnyHandler>>
  /** The open office, or why there is none. */
  office: () => OpenOffice | Refusal
  isExample: () => boolean
  close: () => void
}

/** Fills an empty office with the example's entries; handed in, since most engines never need it. */
export type FillExample = (
  office: OpenOffice,
  options: {
    entries: number
    seed: number
    progress: Progress
    handlers: Readonly<Record<string, AnyHandler>>
    /** Milliseconds since 1970, UTC; the year of activity ends here. */
    now: number
  },
) => Promise<number>

export type FolderOptions = {
  folder: string
  key: string | undefined
  keepKey?: KeepKey
  clock: Clock
  random?: Random
  passwords: Passwords
  kinds: Kinds
  roomHandlers: (keeper: () => FolderKeeper) => Record<string, AnyHandler>
  fillExample: FillExample
  synchronous?: 'FULL' | 'OFF'
}

/** Opens a data folder. It never throws on what it finds there: the reason is answered to every call instead. */
export const openFolder = (options: FolderOptions): FolderKeeper => {
  const { folder, clock, kinds } = options
  let { key } = options
  const parts = {
    kinds,
    clock,
    reader: () => openReader({ folder, key: key ?? '' }),
    ...(options.random ? { random: options.random } : {}),
    vault: createVault({ folder, key: () => key ?? '', secret: () => fileSecret(db as Write) }),
  }
  let lock: FolderLock | undefined
  let db: Write | undefined
  let office: OpenOffice | undefined
  let refused: Refusal | undefined

  const open = (): void => {
    refused = undefined
    db?.close()
    db = undefined
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const taken = lock ?? lockFolder(folder)
      if (isRefusal(taken)) return void (refused = taken)
      lock = taken
      if (isEmptied(folder)) return void (refused = refuse({ code: 'empty-file', folder }))
      if (key === undefined) return void (refused = refuse({ code: 'key-missing' }))
      const store = openStore({
        folder,
        key,
        ...(options.synchronous ? { synchronous: options.synchronous } : {}),
      })
      if (isRefusal(store)) return void (refused = store)
      db = store
      if (one(db, sql`select value from local_setting where name = ${filling}`)) return remove()
      office = openOffice({ db, ...parts })
    } catch (error) {
      refused = refuse(faultOf(error, folder) ?? unexpectedIn(folder, error))
    }
  }

  const isExample = (): boolean =>
    db !== undefined &&
    office !== undefined &&
    one<{ value: string }>(db, sql`select value from local_setting where name = 'example'`)?.value === '1'

  /** Synchronous from looking to founding: a second call that came meanwhile must find the first one's office. */
  const found = (founding: Founding, foundedAt: Clock = clock): OpenOffice | Refusal => {
    if (refused) return refused
    if (office || !db) return refuse({ code: 'office-exists' })
    foundOffice({ db, ...parts, clock: foundedAt }, founding)
    office = openOffice({ db, ...parts })
    return office ?? refuse({ code: 'no-office' })
  }

  /** The founder whose reply was lost asks again, and must not miss the recovery key. */
  const foundBefore = (once: Once): OutputOf<Ops['office.found']> | undefined =>
    office && db && (rememberedAnswer(db, once, '')?.answer as OutputOf<Ops['office.found']> | undefined)

  const remove = (): void => {
    db?.close()
    db = undefined
    office = undefined
    parts.vault.clear()
    for (const ending of ['', '-wal', '-shm']) rmSync(`${officeFile(folder)}${ending}`, { force: true })
    open()
  }

  const handlers: FolderHandlers = {
    'office.state': async () => {
      // The page asks again when the person says that the obstacle is gone: the other program closed, the disk mended.
      if (refused) open()
      if (refused) return refused
      if (!office) return { state: 'none', idleMinutes }
      const { name, zone } = office.office()
      const desk = office.desk()
      return {
        state: 'ready',
        name,
        zone,
        today: dateAt(clock.now(), zone),
        example: isExample(),
        desk: { letter: desk.letter, name: desk.name, fingerprint: desk.desk.slice(0, 16) },
        idleMinutes,
      }
    },
    'office.found': async ({ command }, { administrator: { password, ...administrator }, ...rest }) => {
      const once = { id: command, operation: 'office.found' }
      const before = foundBefore(once)
      if (before) return before
      const verifier = await options.passwords.make(password)
      const answer = { recoveryKey: key ?? '' }
      const made = found({
        ...rest,
        administrator,
        example: false,
        alongside: (file, person) => {
          keepVerifier(file, person, verifier)
          remember(file, once, '', { at: clock.now(), answer })
        },
      })
      return isRefusal(made) ? (foundBefore(once) ?? made) : answer
    },
    'office.example': async ({ progress, signal }, { entries = 5000, seed = 1 }) => {
      // A desk's times only rise, so an office with a year behind it is founded a year ago.
      const start = clock.now() - (entries === 0 ? 0 : exampleSpanMs)
      const mark = (file: Write): void =>
        void run(file, sql`insert into local_setting (name, value) values (${filling}, '1')`)
      const made = found({ ...exampleFounding, alongside: entries === 0 ? undefined : mark }, { now: () => start })
      if (isRefusal(made)) return made
      if (entries === 0) return { entries: made.journal.head().n }
      const { db: file } = made.journal
      try {
        const told: Progress = (done, total) => {
          signal.throwIfAborted()
          progress(done, total)
        }
        const filled = await options.fillExample(made, {
          entries,
          seed,
          progress: told,
          handlers: keeper.roomHandlers,
          now: clock.now(),
        })
        run(file, sql`delete from local_setting where name = ${filling}`)
        return { entries: filled }
      } catch (error) {
        // Unless somebody left it meanwhile: what stands in the folder then is not this one.
        if (office === made) remove()
        throw error
      }
    },

    'office.unlock': async (_early, { recoveryKey }) => {
      if (!refused) return refuse({ code: 'office-exists' })
      if (!isKeyFault(refused)) return refused
      const unfit = await tryKey(folder, recoveryKey, options.keepKey)
      if (unfit) return unfit
      key = recoveryKey
      open()
      return refused ?? {}
    },

    'office.leaveExample': async ({ closeSession }) => {
      if (!isExample()) return refuse({ code: 'no-office' })
      closeSession()
      remove()
      return {}
    },
  }

  const keeper: FolderKeeper = {
    folder,
    clock,
    handlers,
    roomHandlers: options.roomHandlers(() => keeper),
    office: () => refused ?? office ?? refuse({ code: 'no-office' }),
    isExample,
    close: () => {
      db?.close()
      lock?.release()
    },
  }
  open()
  return keeper
}

/** What nobody foresaw is told under a reference too: an engine that died of it would only be started again to die again. */
const unexpectedIn = (folder: string, error: unknown): Fault => {
  const ref = randomUUID().slice(0, 8)
  console.error(ref, folder, error)
  return { code: 'unexpected', ref }
}

const isKeyFault = ({ refused: { code } }: Refusal): boolean => code === 'wrong-key' || code === 'key-missing'
