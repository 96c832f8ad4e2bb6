/** The engine's own process: takes the folder from the shell, serves each window over its port, stays up when the folder cannot. */
import type { MessagePort } from 'node:worker_threads'
import type { BridgeEvent } from '../../shared/api/bridge.ts'
import type { Call, EngineInit, FromEngine, ToEngine } from '../wire.ts'
import { alarmsAt, watchAlarms } from './alarm.ts'
import { openEngine } from './engine.ts'
import type { FolderKeeper } from './office/folder.ts'
import { connect, type KeptSession } from './serve.ts'

/** The parts of Electron's parent port that are used; this file never imports electron. */
type ParentPort = {
  on: (event: 'message', listener: (message: { data: ToEngine; ports: Port[] }) => void) => void
  postMessage: (message: FromEngine) => void
}
type Port = Pick<MessagePort, 'postMessage' | 'start' | 'close'> & {
  on: ((event: 'message', listener: (message: { data: Call }) => void) => void) &
    ((event: 'close', listener: () => void) => void)
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const ports = new Set<Port>()
let keeper: FolderKeeper | undefined
let language: EngineInit['language'] = 'zh-CN'

const tell = (event: BridgeEvent): void => ports.forEach((port) => port.postMessage(event))

/** Whoever waits for the shell to have kept a key. */
let onKept: (problem: { code: string } | undefined) => void = () => undefined

const keepKey = (key: string): Promise<void> =>
  new Promise((resolve, reject) => {
    onKept = (problem) =>
      problem === undefined ? resolve() : reject(Object.assign(new Error('The key was not kept'), problem))
    parent.postMessage({ type: 'keep-key', key })
  })

const serveWindow = (window: number, memo: unknown, port: Port): void => {
  if (!keeper) return
  const connection = connect({
    folder: keeper,
    language,
    ...(memo as KeptSession | undefined),
    onSession: (session) => parent.postMessage({ type: 'remember', window, memo: session }),
    onChanged: (subjects) => tell({ event: 'changed', subjects }),
    log: (message) => console.error(message),
  })
  ports.add(port)
  port.on('message', ({ data }) => {
    const progress = (done: number, total: number): void =>
      port.postMessage({ event: 'progress', command: data.command, done, total } satisfies BridgeEvent)
    void connection.call(data, progress).then((reply) => port.postMessage({ id: data.id, ...reply }))
  })
  // A page that was loaded anew or closed leaves its old line behind.
  port.on('close', () => ports.delete(port))
  port.start()
}

/** Soon after the start, when the window stands, and then every minute. */
const firstLookMs = 5000
const minuteMs = 60_000

const watch = (folder: FolderKeeper): void => {
  const clock = { now: Date.now }
  watchAlarms({
    alarms: () => alarmsAt(folder, clock),
    tell: (alarms) => {
      parent.postMessage({ type: 'alarm', alarms })
      // What the pages say of them changed by the clock alone.
      tell({ event: 'changed', subjects: ['seal_outing', 'seal_handover', 'exception'] })
    },
    everyMinute: (look) => {
      const first = setTimeout(look, firstLookMs)
      const later = setInterval(look, minuteMs)
      return () => {
        clearTimeout(first)
        clearInterval(later)
      }
    },
  })
}

parent.on('message', ({ data, ports: [port] }) => {
  if (data.type === 'init') {
    language = data.language
    const { folder, key, resources } = data
    keeper = openEngine({ folder, key, keepKey, resources, clock: { now: Date.now } })
    watch(keeper)
    parent.postMessage({ type: 'ready' })
  } else if (data.type === 'window' && port) serveWindow(data.window, data.memo, port)
  else if (data.type === 'key-kept') onKept(data.problem)
  else if (data.type === 'close') {
    keeper?.close()
    process.exit(0)
  }
})
