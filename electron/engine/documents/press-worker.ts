/** The press in a thread of its own: lays out and prints what it is sent, says how far it is, and reads foreign files. */
import { parentPort } from 'node:worker_threads'
import { isRefusal } from '../../../shared/api/fault.ts'
import { openFace, type Face } from './font.ts'
import type { FromPress, ToPress } from './press-line.ts'
import { readSheet } from './read-sheet.ts'
import { layOutDraft, pressOrder } from './render.ts'
import { stampFile } from './stamping/stamp-file.ts'

const port = parentPort
const say = (message: FromPress): void => port?.postMessage(message)

let opened: Face | undefined

const work = async (message: ToPress): Promise<void> => {
  if (message.wants === 'read') return say({ said: 'read', sheet: await readSheet(Buffer.from(message.file)) })
  const face = (opened ??= openFace(message.font))
  if (message.wants === 'stamp')
    return say({ said: 'stamped', answer: await stampFile(Buffer.from(message.file), message.order, face) })
  if (message.wants === 'check') {
    const layout = layOutDraft(message.draft, face)
    return say({ said: 'checked', answer: isRefusal(layout) ? layout : { pages: layout.pages.length } })
  }
  const layout = layOutDraft(message.order, face)
  if (isRefusal(layout)) throw new Error('an order is checked before it is printed')
  const total = layout.pages.length
  const pdf = await pressOrder(message.order, layout, face, (done) => say({ said: 'pages', done, total }))
  say({ said: 'pressed', pdf })
}

port?.on('message', (message: ToPress) => {
  work(message).catch((error: unknown) => {
    // Thrown outside the promise, it reaches the engine as this worker's error.
    setImmediate(() => {
      throw error
    })
  })
})
