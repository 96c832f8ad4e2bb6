/**
 * Keeps the engine alive: starts it as a process of its own, starts it again when it dies, and gives every window a line to it.
 *
 * A window asks for its line; after a restart all lines are laid anew, with what the last engine asked to remember for
 * that window. Calls that were on their way are repeated by the page's side under the same command id.
 */
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { BridgeEvent } from '../../shared/api/bridge.ts'
import type { SealAlarm } from '../../shared/shell/alarm-words.ts'
import type { EngineInit, FromEngine, ToEngine } from '../wire.ts'

export type Engine = {
  /** Gives this page a line of its own; an older one of the same page is replaced. */
  readonly connect: (page: WebContents) => void
  readonly isReady: () => boolean
  readonly tell: (event: BridgeEvent) => void
  readonly close: (withinMs: number) => Promise<void>
}

type Setup = {
  readonly script: string
  /** Asked at every start: the key may have been found meanwhile. */
  readonly init: () => EngineInit
  readonly env: Readonly<Record<string, string>>
  /** Keeps the recovery key that opened the office; throws what the file system says. */
  readonly keepKey: (key: string) => void
  /** Seals that should be back by now; the engine tells of each once. */
  readonly onAlarm: (alarms: readonly SealAlarm[]) => void
}
type Line = { readonly page: WebContents; memo: unknown }

const firstDelayMs = 100
const longestDelayMs = 5000
/** An engine that ran this long died of something new: the next restart is immediate again. */
const steadyMs = 30_000

export function startEngine(setup: Setup): Engine {
  const lines = new Map<number, Line>()
  let child: UtilityProcess | undefined
  let isReady = false
  let isClosing = false
  let delay = firstDelayMs

  const tell = (event: BridgeEvent) => {
    for (const { page } of lines.values()) if (!page.isDestroyed()) page.send('event', event)
  }

  const lay = (window: number, line: Line) => {
    if (child === undefined || line.page.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ type: 'window', window, memo: line.memo } satisfies ToEngine, [port1])
    line.page.postMessage('line', null, [port2])
  }

  const keep = (key: string): ToEngine => {
    try {
      setup.keepKey(key)
      return { type: 'key-kept', problem: undefined }
    } catch (problem) {
      console.error('The key was not kept:', problem)
      const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'EACCES'
      return { type: 'key-kept', problem: { code } }
    }
  }

  const launch = () => {
    const begun = Date.now()
    const engine = utilityProcess.fork(setup.script, [], {
      serviceName: 'Sealbook engine',
      env: setup.env,
      stdio: 'inherit',
    })
    child = engine
    engine.on('message', (message: FromEngine) => {
      if (message.type === 'alarm') return setup.onAlarm(message.alarms)
      if (message.type === 'remember') {
        const line = lines.get(message.window)
        if (line !== undefined) line.memo = message.memo
        return
      }
      if (message.type === 'keep-key') return engine.postMessage(keep(message.key))
      isReady = true
      tell({ event: 'engine-ready' })
    })
    engine.once('exit', () => {
      child = undefined
      isReady = false
      if (isClosing) return
      tell({ event: 'engine-restarting' })
      delay = Date.now() - begun > steadyMs ? firstDelayMs : Math.min(delay * 2, longestDelayMs)
      setTimeout(() => {
        if (!isClosing) launch()
      }, delay)
    })
    engine.postMessage(setup.init())
    for (const [window, line] of lines) lay(window, line)
  }

  launch()
  return {
    connect: (page) => {
      const known = lines.get(page.id)
      const line = { page, memo: known?.memo }
      lines.set(page.id, line)
      if (known === undefined) page.once('destroyed', () => lines.delete(page.id))
      lay(page.id, line)
    },
    isReady: () => isReady,
    tell,
    close: (withinMs) => {
      isClosing = true
      const engine = child
      if (engine === undefined) return Promise.resolve()
      return new Promise((resolve) => {
        const impatience = setTimeout(() => engine.kill(), withinMs)
        engine.once('exit', () => {
          clearTimeout(impatience)
          resolve()
        })
        engine.postMessage({ type: 'close' } satisfies ToEngine)
      })
    },
  }
}
