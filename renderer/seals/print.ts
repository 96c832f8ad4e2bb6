/** Printing what the seal desk hands out: issued with its print count, sent to the printer, and noted where it went. */
import { useState } from 'react'
import { bridge } from '../shell/bridge.ts'
import { call, type DeskFault } from '../shell/call.ts'
import { useCommand } from '../shell/queries.ts'

export type SealForm = 'seal-use' | 'seal-book'

export type Printing = {
  /** @param period month `2026-11`, for the book */
  readonly print: (form: SealForm, subject: string, period?: string) => Promise<boolean>
  readonly isPrinting: boolean
  readonly fault: DeskFault | undefined
  /** Name and count of the last print. */
  readonly printed: { readonly name: string; readonly print: number } | undefined
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

export const usePrinting = (): Printing => {
  const issue = useCommand('documents.issue')
  const [printed, setPrinted] = useState<Printing['printed']>()
  return {
    print: async (form, subject, period) => {
      const answer = await issue.act({ form, subject, period })
      if (!answer.ok) return false
      const { name, pdf, document, print } = answer.value
      const outlet = await bridge().shell.printPdf(name, bytesOf(pdf))
      await call('documents.printed', { document, print, outlet })
      setPrinted({ name, print })
      return true
    },
    isPrinting: issue.isActing,
    fault: issue.fault,
    printed,
  }
}
