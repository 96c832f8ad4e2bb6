/** The PDF of the labels as they are chosen now, made anew when something changes. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { openPdf } from '../../documents/open-pdf.ts'
import { call, faultOf, type DeskFault } from '../../shell/call.ts'
import type { Input, Output } from '../../shell/contract.ts'
import { bytesOf } from '../../ui/printing.ts'

export type LabelInput = Input<'supplies.labels'>
export type LabelPdf = {
  readonly made: Output<'supplies.labels'>
  readonly pdf: PDFDocumentProxy
  readonly close: () => void
  /** The input it was made of. */
  readonly for: string
}

/** Typing a number goes through its first digits; only what stands for a moment is made. */
const rest = 200

/** @param input undefined while there is nothing to print */
export const useLabelPdf = (input: LabelInput | undefined) => {
  const wanted = input === undefined ? undefined : JSON.stringify(input)
  const [shown, setShown] = useState<LabelPdf>()
  const [fault, setFault] = useState<DeskFault>()
  useEffect(() => {
    if (wanted === undefined) {
      setShown(undefined)
      setFault(undefined)
      return
    }
    const life = { isGone: false }
    const id = crypto.randomUUID()
    const timer = setTimeout(() => {
      make(wanted, id, life).then(
        (made) => {
          if (life.isGone) return
          setFault(made && 'code' in made ? made : undefined)
          setShown(made && 'code' in made ? undefined : made)
        },
        (error: unknown) => (life.isGone ? undefined : setFault(faultOf(error))),
      )
    }, rest)
    return () => {
      life.isGone = true
      clearTimeout(timer)
      void call('office.cancel', { command: id })
    }
  }, [wanted])
  // What is on screen stays open until the next one stands in its place.
  useEffect(() => shown?.close, [shown])
  return { shown, isCurrent: shown !== undefined && shown.for === wanted && fault === undefined, fault }
}

const make = async (
  wanted: string,
  id: string,
  life: { isGone: boolean },
): Promise<LabelPdf | DeskFault | undefined> => {
  const answer = await call('supplies.labels', JSON.parse(wanted) as LabelInput, id)
  if (!answer.ok || life.isGone) return answer.ok ? undefined : answer.fault
  const { pdf, close } = await openPdf(bytesOf(answer.value.pdf))
  if (life.isGone) close()
  return { made: answer.value, pdf, close, for: wanted }
}
