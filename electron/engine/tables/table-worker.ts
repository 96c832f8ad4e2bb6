/** Reads and writes table files off the engine's loop, so that a big file never keeps anybody waiting. One job per worker. */
import { parentPort } from 'node:worker_threads'
import { createJob, type FromWorker, type ToWorker } from './jobs.ts'

const port = parentPort
if (port) {
  const take = createJob((message: FromWorker) => port.postMessage(message))
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(() => take(message))
    last.catch((error: unknown) => {
      throw error
    })
  })
}
