/** Issuing a document and sending it to the printer, counted as one print. */
import type { Fault } from '../../shared/api/fault.ts'
import { useState } from 'react'
import { bridge } from '../shell/bridge.ts'
import { call, faultOf, type DeskFault } from '../shell/call.ts'
import type { Input } from '../shell/contract.ts'

export type Wanted = Pick<Input<'documents.issue'>, 'form' | 'subject' | 'period'>

/** Bytes of a PDF as the engine hands them over in Base64. */
export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)

/** Issues, prints and notes one document; the answer is the fault that stood in the way, if any. */
export const printDocument = async (wanted: Wanted): Promise<DeskFault | Fault | undefined> => {
  const issued = await call('documents.issue', wanted)
  if (!issued.ok) return issued.fault
  const { name, pdf, document, print } = issued.value
  try {
    const outlet = await bridge().shell.printPdf(name, bytesOf(pdf))
    await call('documents.printed', { document, print, outlet })
    return undefined
  } catch (error) {
    return faultOf(error)
  }
}

/** `const printing = usePrinting()`, then `printing.print({ form: 'seal-use', subject })`. */
export const usePrinting = () => {
  const [isPrinting, setIsPrinting] = useState(false)
  const [isPrinted, setIsPrinted] = useState(false)
  const [fault, setFault] = useState<DeskFault>()
  const print = async (wanted: Wanted) => {
    setIsPrinting(true)
    const refused = await printDocument(wanted)
    setIsPrinting(false)
    setFault(refused)
    if (refused === undefined) setIsPrinted(true)
  }
  return { print, isPrinting, isPrinted, fault }
}
