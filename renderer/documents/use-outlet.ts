/** Sending a document out: issued once with its print count, then to the printer or a file, and noted where it went. */
import { useRef, useState } from 'react'
import { bridge } from '../shell/bridge.ts'
import { call, faultOf, type DeskFault } from '../shell/call.ts'
import type { Input, Output } from '../shell/contract.ts'
import { useCommand } from '../shell/queries.ts'
import { bytesOf } from '../ui/printing.ts'

export type Wanted = Pick<Input<'documents.issue'>, 'form' | 'subject' | 'period'>
type Issued = Output<'documents.issue'>

/** What came of sending: where it went, under which number and count. */
export type Sent = {
  readonly outlet: 'printer' | 'viewer' | 'file'
  readonly number: string
  readonly print: number
  readonly path?: string
}

export type Outlet = {
  readonly print: () => Promise<void>
  readonly save: () => Promise<void>
  readonly isSending: boolean
  readonly fault: DeskFault | undefined
  readonly sent: Sent | undefined
  /** Id of the issue under way, for progress and Cancel. */
  readonly command: string | undefined
}

export const useOutlet = (wanted: Wanted): Outlet => {
  const issue = useCommand('documents.issue')
  // Issued but not gone anywhere yet (the person closed the file dialog): the next way out takes the same print.
  const waiting = useRef<Issued | undefined>(undefined)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<DeskFault>()
  const [sent, setSent] = useState<Sent>()

  const issued = async (): Promise<Issued | undefined> => {
    if (waiting.current !== undefined) return waiting.current
    const answer = await issue.act(wanted)
    if (!answer.ok) setFault(answer.fault)
    else waiting.current = answer.value
    return waiting.current
  }

  const note = async (what: Issued, outlet: Sent['outlet'], path?: string): Promise<void> => {
    waiting.current = undefined
    const { number, print, document } = what
    setSent({ outlet, number, print, ...(path === undefined ? {} : { path }) })
    const answer = await call('documents.printed', { document, print, outlet })
    if (!answer.ok) setFault(answer.fault)
  }

  const send = async (out: (what: Issued) => Promise<void>): Promise<void> => {
    if (isSending) return
    setSending(true)
    setFault(undefined)
    try {
      const what = await issued()
      if (what !== undefined) await out(what)
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setSending(false)
    }
  }

  return {
    print: () => send(async (what) => note(what, await bridge().shell.printPdf(what.name, bytesOf(what.pdf)))),
    save: () =>
      send(async (what) => {
        const path = await bridge().shell.saveFile(what.name, bytesOf(what.pdf))
        if (path !== undefined) await note(what, 'file', path)
      }),
    isSending,
    fault,
    sent,
    command: issue.command,
  }
}
