/** The line to the press: here for slips, in a worker for long books, so that nobody at the desk waits for them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '../../../shared/api/fault.ts'
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Facts } from '../../../shared/documents/facts.ts'
import type { Work } from '../act.ts'
import type { SignedSheet } from './read-sheet.ts'
import type { Draft, Order } from './sheet.ts'
import type { StampedFile, StampOrder } from './stamping/stamp-file.ts'

export type PressLine = {
  /** Lays a draft out and answers how many pages it takes, or which character the font lacks. */
  check: (draft: Draft) => Promise<{ pages: number } | Refusal>
  /** Prints an order that was checked; the file's proof is still empty. */
  press: (order: Order) => Promise<Buffer>
  close: () => void
}

type Watch = Pick<Work, 'signal' | 'progress'>

/** More than some ten pages: measured, that is where a book begins to take a tenth of a second. */
export const isLong = (facts: Facts): boolean =>
  (facts.form === 'seal-book' || facts.form === 'contract-register' || facts.form === 'supply-report') &&
  facts.rows.length > 140

/** The press with its font, once it is loaded. */
export type PressRoom = Pick<PressLine, 'check' | 'press'>

/**
 * Loads the press and opens its font. That takes a third of a second and 45 MB, so it waits for the first document.
 * @param font path of the font file
 */
export const openRoom = async (font: string): Promise<PressRoom> => {
  const [{ openFace }, { layOutDraft, pressOrder }] = await Promise.all([import('./font.ts'), import('./render.ts')])
  const face = openFace(font)
  return {
    check: async (draft) => {
      const layout = layOutDraft(draft, face)
      return isRefusal(layout) ? layout : { pages: layout.pages.length }
    },
    press: async (order) => {
      const layout = layOutDraft(order, face)
      if (isRefusal(layout)) throw new Error('an order is checked before it is printed')
      return pressOrder(order, layout, face)
    },
  }
}

/** Prints in this thread. */
export const pressHere = (room: () => Promise<PressRoom>, { signal }: Pick<Watch, 'signal'>): PressLine => ({
  check: async (draft) => (await room()).check(draft),
  press: async (order) => {
    signal.throwIfAborted()
    return (await room()).press(order)
  },
  close: () => undefined,
})

export type ToPress =
  | { wants: 'check'; font: string; draft: Draft }
  | { wants: 'press'; font: string; order: Order }
  | { wants: 'read'; file: Uint8Array }
  | { wants: 'stamp'; font: string; file: Uint8Array; order: StampOrder }
export type FromPress =
  | { said: 'checked'; answer: { pages: number } | Refusal }
  | { said: 'pages'; done: number; total: number }
  | { said: 'pressed'; pdf: Uint8Array }
  | { said: 'read'; sheet: SignedSheet | undefined }
  | { said: 'stamped'; answer: (Omit<StampedFile, 'pdf'> & { pdf: Uint8Array }) | Refusal }

/** From source the worker lies beside this file; built, beside the engine or, from a shared part, one folder up. */
const workerFile = (): string => {
  const places = ['press-worker.ts', 'press-worker.js', '../press-worker.js']
  const found = places.map((place) => join(import.meta.dirname, place)).find((path) => existsSync(path))
  if (found === undefined) throw new Error('the press worker is missing from this build')
  return found
}

type Ask = <T extends object>(message: ToPress, take: (said: FromPress) => T | undefined) => Promise<T>

/** Asks a worker one thing at a time; an abort ends it. */
const asking =
  (worker: Worker, { signal, progress }: Watch): Ask =>
  (message, take) => {
    const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof take>>>()
    const hear = (said: FromPress): void => {
      if (said.said === 'pages') return progress(said.done, said.total)
      const answer = take(said)
      if (answer !== undefined) resolve(answer)
    }
    const cancel = (): void => {
      void worker.terminate()
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    }
    const end = (): void => reject(new Error('the press ended before its work was done'))
    worker.on('message', hear).on('error', reject).on('exit', end)
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
    else worker.postMessage(message)
    return promise.finally(() => {
      worker.off('message', hear).off('error', reject).off('exit', end)
      signal.removeEventListener('abort', cancel)
    })
  }

/**
 * Prints in a worker of its own, with progress; Cancel ends it at once.
 * @param font path of the font file
 */
export const pressInWorker = (font: string, watch: Watch): PressLine => {
  const worker = new Worker(workerFile())
  const ask = asking(worker, watch)
  return {
    check: (draft) =>
      ask({ wants: 'check', font, draft }, (said) => (said.said === 'checked' ? said.answer : undefined)),
    press: async (order) => {
      const bytes = await ask({ wants: 'press', font, order }, (said) =>
        said.said === 'pressed' ? said.pdf : undefined,
      )
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    },
    close: () => void worker.terminate(),
  }
}

/** Asks one thing of a worker of its own, bounded in memory, which ends with the answer. */
export const askWorker = async <T extends object>(
  message: ToPress,
  take: (said: FromPress) => T | undefined,
  { signal, megabytes }: { signal: AbortSignal; megabytes: number },
): Promise<T> => {
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  try {
    return await asking(worker, { signal, progress: () => undefined })(message, take)
  } finally {
    void worker.terminate()
  }
}

/** A file made to cost time or memory ends its worker, not the engine. */
const longestReadMs = 20_000

/** Reads what a PDF from outside carries, apart from the engine; undefined where it is none of ours or will not be read. */
export const readInWorker = async (file: Buffer, signal: AbortSignal): Promise<SignedSheet | undefined> => {
  const limit = AbortSignal.timeout(longestReadMs)
  try {
    const said = await askWorker({ wants: 'read', file }, (answer) => (answer.said === 'read' ? answer : undefined), {
      signal: AbortSignal.any([signal, limit]),
      megabytes: 512,
    })
    return said.sheet
  } catch (error) {
    if (signal.aborted) throw error
    return undefined
  }
}
