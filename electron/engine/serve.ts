/** The one door to the office: validates, asks who and whether they may, runs the handler, and turns bugs into a reference. */
import { randomUUID } from 'node:crypto'
import { contract, isOperationName, type OperationName } from '../../shared/api/contract.ts'
import { isRefusal, refuse, type Fault, type Refusal } from '../../shared/api/fault.ts'
import type { Operation } from '../../shared/api/operation.ts'
import { permissionsOf } from '../../shared/people/roles.ts'
import type { Language } from '../../shared/office/words.ts'
import type { Act, Actor, Reading, Session, Work } from './act.ts'
import { isCommandId, isSmall, problemsOf } from './input.ts'
import type { FolderKeeper } from './office/folder.ts'
import { rememberedAnswer } from './office/answers.ts'
import type { Caller, OpenOffice } from './office/office.ts'
import { signedInPerson } from './people/sign-in.ts'
import { faultOf } from './store/faults.ts'

/** A handler as the door sees it; the rooms' own types were checked where the handlers were made. */
export type AnyHandler = (context: never, input: never) => unknown

export type Call = { operation: string; input: unknown; command: string }
export type Reply = { ok: true; value: unknown } | { ok: false; fault: Fault }
export type Progress = (done: number, total: number) => void

export type Connection = {
  call: (call: Call, progress?: Progress) => Promise<Reply>
  cancel: (command: string) => boolean
}

export type ConnectionOptions = {
  folder: FolderKeeper
  language: Language
  /** Told whenever somebody signs in or out, and now and then while they work, so that the shell can hand it back after a crash. */
  onSession?: (session: KeptSession | undefined) => void
  /** Signed in already, as told by `onSession` earlier. */
  person?: string | undefined
  /** Milliseconds since 1970, UTC, of that person's last call as far as it was told; now, where it is not known. */
  usedAt?: number | undefined
  onChanged?: (subjects: readonly string[]) => void
  log: (message: string) => void
}

export type KeptSession = { person: string; usedAt: number }

/** How far behind what `onSession` told of the last call may be: half an hour need not be told to the second. */
const toldEveryMs = 60_000

/** Minutes without a call after which a session ends by itself. */
export const idleMinutes = 30

const nobody: Actor = { person: '', name: '', permissions: new Set(['anyone'] as const) }

/** A line to the office, with its own session; one per window or terminal. */
export const connect = (options: ConnectionOptions): Connection => {
  const { folder, language } = options
  const running = new Map<string, AbortController>()
  let person = options.person
  let lastUsed = options.usedAt ?? folder.clock.now()
  let told = lastUsed

  const tell = (): void => {
    told = lastUsed
    options.onSession?.(person === undefined ? undefined : { person, usedAt: lastUsed })
  }

  const session: Session = {
    open: (id) => {
      person = id
      lastUsed = folder.clock.now()
      tell()
    },
    close: () => {
      person = undefined
      tell()
    },
    isOpen: () => person !== undefined,
  }

  const actorNow = (office: OpenOffice): Actor => {
    const now = folder.clock.now()
    if (person !== undefined && now - lastUsed > idleMinutes * 60_000) session.close()
    lastUsed = now
    if (person !== undefined && Math.abs(now - told) > toldEveryMs) tell()
    return person === undefined ? nobody : actorOf(office, person)
  }

  /** What a person may do at this moment. */
  const actorOf = (office: OpenOffice, id: string): Actor => {
    const known = signedInPerson(office.journal.db, id, office.today())
    return known ? { person: known.id, name: known.name, permissions: permissionsOf(known.roles) } : nobody
  }

  const answer = async (call: Call, progress: Progress): Promise<unknown> => {
    if (typeof call.operation !== 'string' || !isOperationName(call.operation))
      return refuse({ code: 'unknown-operation', operation: nameOf(call) })
    if (!isCommandId(call.command))
      return refuse({ code: 'invalid-input', problems: [{ path: 'command', reason: 'invalid.id' }] })
    if (!isSmall(call.input))
      return refuse({ code: 'invalid-input', problems: [{ path: '', reason: 'invalid.too-long' }] })
    const operation: Operation = contract[call.operation]
    const parsed = operation.input.safeParse(call.input ?? {}, { reportInput: true })
    if (!parsed.success) return refuse({ code: 'invalid-input', problems: problemsOf(parsed.error) })
    if (call.operation === 'office.cancel') return { cancelled: cancel((parsed.data as { command: string }).command) }
    const early = folder.handlers[call.operation as keyof typeof folder.handlers] as AnyHandler | undefined
    if (early)
      return cancellable(call.command, (signal) =>
        early({ progress, signal, command: call.command, closeSession: session.close } as never, parsed.data as never),
      )
    const office = folder.office()
    if (isRefusal(office)) return office
    const actor = actorNow(office)
    const refused = mayNot(operation, actor)
    if (refused) return refused
    return run({ office, operation, call, input: parsed.data, caller: { actor, language, session }, progress })
  }

  type Running = {
    office: OpenOffice
    operation: Operation
    call: Call
    input: unknown
    caller: Caller
    progress: Progress
  }

  const run = async ({ office, operation, call, input, caller, progress }: Running): Promise<unknown> => {
    const handler = folder.roomHandlers[call.operation as OperationName] as AnyHandler
    if (operation.kind === 'query') return handler(office.reading(caller) as never, input as never)
    const once = { id: call.command, operation: call.operation }
    if (operation.kind === 'command')
      return actOnce(office, caller, once, (act) => handler(act as never, input as never))
    let acts = 0
    return cancellable(call.command, (signal) => {
      const work: Work = {
        read: (reading) => reading(office.reading(caller)),
        // A repeated task finds each of its acts answered already, and enters nothing twice.
        act: (acting) => {
          signal.throwIfAborted()
          // Long work ends where the person lost the role meanwhile; signing out, or a locked desk, does not end it.
          const refused = mayNot(operation, actorOf(office, caller.actor.person))
          if (refused) throw new Refused(refused)
          return actOnce(office, caller, { ...once, id: `${once.id}#${(acts += 1)}` }, acting)
        },
        progress,
        signal,
        ...caller,
      }
      return handler(work as never, input as never)
    })
  }

  const cancellable = async (command: string, doing: (signal: AbortSignal) => unknown): Promise<unknown> => {
    const controller = new AbortController()
    running.set(command, controller)
    try {
      return await doing(controller.signal)
    } catch (error) {
      if (controller.signal.aborted) return refuse({ code: 'cancelled' })
      throw error
    } finally {
      running.delete(command)
    }
  }

  const actOnce = <T>(
    office: OpenOffice,
    caller: Caller,
    once: { id: string; operation: string },
    acting: (act: Act) => T,
  ): T => {
    const before = rememberedAnswer(office.journal.db, once, caller.actor.person)
    if (before) return before.answer as T
    const { answer: result, changed } = office.act(caller, acting, once)
    if (changed.length > 0) options.onChanged?.(changed)
    return result
  }

  const cancel = (command: string): boolean => {
    const controller = running.get(command)
    controller?.abort()
    return controller !== undefined
  }

  return {
    cancel,
    call: async (call, progress = () => undefined) => {
      try {
        const result = await answer(call, progress)
        return isRefusal(result) ? { ok: false, fault: result.refused } : { ok: true, value: result }
      } catch (error) {
        if (error instanceof Refused) return { ok: false, fault: error.refusal.refused }
        return { ok: false, fault: faultOf(error, folder.folder) ?? unexpected(error, nameOf(call), options.log) }
      }
    },
  }
}

/** Ends a task from inside one of its acts, whose answer is the handler's own. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused.code)
    this.refusal = refusal
  }
}

/** The called name for a person to read; a page that went wrong may have sent anything. */
const nameOf = ({ operation }: { operation: unknown }): string =>
  typeof operation === 'string' ? operation.slice(0, 60) : typeof operation

const mayNot = (operation: Operation, actor: Actor): Refusal | undefined => {
  if (operation.permission === 'anyone' || actor.permissions.has(operation.permission)) return undefined
  return actor === nobody
    ? refuse({ code: 'not-signed-in' })
    : refuse({ code: 'not-permitted', permission: operation.permission })
}

const unexpected = (error: unknown, operation: string, log: (message: string) => void): Fault => {
  const ref = randomUUID().slice(0, 8)
  log(`${ref} ${operation} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { code: 'unexpected', ref }
}

export type { Reading }
