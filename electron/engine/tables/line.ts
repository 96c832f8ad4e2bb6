/** The line to a worker: starts it, listens until it is done, ends it when the person cancels. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { limits } from '../../../shared/tables/targets.ts'
import { createJob, type FromWorker, type ToWorker } from './jobs.ts'

/** From source the worker lies beside this file; built, beside the engine or, from a shared part, one folder up. */
const places = ['table-worker.ts', 'table-worker.js', '../table-worker.js']

const workerFile = (): string | undefined =>
  places.map((place) => join(import.meta.dirname, place)).find((path) => existsSync(path))

/** A file that takes longer than this was made to; 100,000 rows take some seconds. */
const longestMs = 300_000

export type Line = {
  send: (message: ToWorker) => void
  /** Resolves when the worker said that it is done. */
  done: Promise<Refusal | undefined>
  /** Ends the worker where its answer is no longer wanted; `done` then resolves. */
  close: () => void
}

/**
 * @param hear takes what the worker says, portion by portion
 * @param signal ends the worker at once; `done` then rejects with the signal's reason
 */
export const openLine = (hear: (message: FromWorker) => void, signal: AbortSignal): Line => {
  const file = workerFile()
  return file === undefined ? withoutWorker(hear) : withWorker(file, hear, signal)
}

const withWorker = (file: string, hear: (message: FromWorker) => void, signal: AbortSignal): Line => {
  // A sheet made to eat memory ends the worker, not the engine.
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 1536 } })
  let close: () => void = () => undefined
  const done = new Promise<Refusal | undefined>((resolve, reject) => {
    const timer = setTimeout(() => {
      end()
      resolve(refuse({ code: 'table-too-large', megabytes: limits.unpackedBytes / 1_048_576 }))
    }, longestMs)
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      void worker.terminate()
    }
    const cancel = (): void => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    }
    close = () => {
      end()
      resolve(undefined)
    }
    let refusal: Refusal | undefined
    worker.on('message', (message: FromWorker) => {
      if (message.said === 'refused') refusal = message.refusal
      else if (message.said !== 'done') return hear(message)
      else {
        end()
        resolve(refusal)
      }
    })
    worker.on('error', (error) => {
      end()
      const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (isOutOfMemory) resolve(refuse({ code: 'table-too-large', megabytes: limits.unpackedBytes / 1_048_576 }))
      else reject(error)
    })
    worker.on('exit', () => reject(new Error('the table worker ended before its job was done')))
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
  })
  return { send: (message) => worker.postMessage(message), done, close: () => close() }
}

/** Where the worker's file is missing, the work is done here, and the office waits for it. */
const withoutWorker = (hear: (message: FromWorker) => void): Line => {
  let refusal: Refusal | undefined
  let finish: (refusal: Refusal | undefined) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const done = new Promise<Refusal | undefined>((resolve, reject) => {
    finish = resolve
    fail = reject
  })
  const take = createJob((message) => {
    if (message.said === 'refused') refusal = message.refusal
    else if (message.said === 'done') finish(refusal)
    else hear(message)
  })
  let last = Promise.resolve()
  return {
    done,
    close: () => finish(undefined),
    send: (message) => {
      last = last.then(() => take(message))
      last.catch(fail)
    },
  }
}
