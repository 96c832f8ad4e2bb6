/**
 * The page's end of its line to the engine: matches answers to calls, and lays unanswered calls on the next line when the engine died.
 *
 * Repeating is safe because every call carries a command id: what was done already is answered, not done again.
 */
import type { BridgeEvent, Reply } from '../../shared/api/bridge.ts'
import type { Answer, Call } from '../wire.ts'

/** The part of a MessagePort that is used; the preload is compiled without the DOM. */
type Port = {
  postMessage(message: unknown): void
  close(): void
  onmessage: ((event: { data: unknown }) => void) | null
}

type Waiting = { readonly call: Call; readonly answer: (reply: Reply) => void; attempts: number }

/** A call that ended this many engines is likely the cause. */
const mostAttempts = 3

export type Line = {
  readonly connect: (port: Port) => void
  readonly call: (operation: string, input: unknown, command: string) => Promise<Reply>
}

export function openLine(tell: (event: BridgeEvent) => void): Line {
  const waiting = new Map<number, Waiting>()
  let port: Port | undefined
  let lastId = 0

  const send = (entry: Waiting) => {
    if (port === undefined) return
    entry.attempts += 1
    port.postMessage(entry.call)
  }

  const receive = (message: Answer | BridgeEvent) => {
    if ('event' in message) return tell(message)
    const entry = waiting.get(message.id)
    waiting.delete(message.id)
    entry?.answer(message.ok ? { ok: true, value: message.value } : { ok: false, fault: message.fault })
  }

  return {
    connect: (next) => {
      port?.close()
      port = next
      next.onmessage = (event) => receive(event.data as Answer | BridgeEvent)
      for (const [id, entry] of waiting) {
        if (entry.attempts < mostAttempts) send(entry)
        else {
          waiting.delete(id)
          entry.answer({ ok: false, fault: { code: 'engine-lost' } })
        }
      }
    },
    call: (operation, input, command) =>
      new Promise((answer) => {
        const entry = { call: { id: (lastId += 1), operation, input, command }, answer, attempts: 0 }
        waiting.set(entry.call.id, entry)
        send(entry)
      }),
  }
}
