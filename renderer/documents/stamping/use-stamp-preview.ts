/** The file as it would be with the stamps chosen now: made anew when something changes, put together with the bytes at hand. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { call, faultOf, type DeskFault } from '../../shell/call.ts'
import type { Input, Output } from '../../shell/contract.ts'
import { bytesOf } from '../../ui/printing.ts'
import { openPdf } from '../open-pdf.ts'

export type PreviewInput = Input<'documents.stampPreview'>
export type Made = Omit<Output<'documents.stampPreview'>, 'pdf'>
export type Preview = {
  readonly made: Made
  readonly pdf: PDFDocumentProxy
  readonly close: () => void
  readonly for: string
  /** The stamps it was made with, in their order. */
  readonly stamps: PreviewInput['stamps']
}

/** A number that is typed goes through its first digits, an arrow key is pressed again: only what stands for a moment is made. */
const rest = 250

type Life = { isGone: boolean }

const whole = (original: Uint8Array, from: number, rest: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(from + rest.length)
  bytes.set(original.subarray(0, from))
  bytes.set(rest, from)
  return bytes
}

const make = async (
  wanted: string,
  original: Uint8Array,
  command: string,
  life: Life,
): Promise<Preview | DeskFault | undefined> => {
  const input = JSON.parse(wanted) as PreviewInput
  const answer = await call('documents.stampPreview', input, command)
  if (!answer.ok || life.isGone) return answer.ok ? undefined : answer.fault
  const { pdf: added, ...made } = answer.value
  const { pdf, close } = await openPdf(whole(original, made.from, bytesOf(added)))
  if (life.isGone) close()
  return { made, pdf, close, for: wanted, stamps: input.stamps }
}

/**
 * @param input undefined while there is nothing to show
 * @param original the file as it came
 */
export const useStampPreview = (input: PreviewInput | undefined, original: Uint8Array | undefined) => {
  const wanted = input === undefined ? undefined : JSON.stringify({ ...input, onlyAdded: true })
  const [shown, setShown] = useState<Preview>()
  const [fault, setFault] = useState<DeskFault>()
  useEffect(() => {
    if (wanted === undefined || original === undefined) return undefined
    const life: Life = { isGone: false }
    const command = crypto.randomUUID()
    const timer = setTimeout(() => {
      make(wanted, original, command, life).then(
        (made) => {
          if (life.isGone || made === undefined) return
          const isFault = 'code' in made
          setFault(isFault ? made : undefined)
          // What stood before stays in sight while a field is being corrected.
          if (!isFault) setShown(made)
        },
        (error: unknown) => (life.isGone ? undefined : setFault(faultOf(error))),
      )
    }, rest)
    return () => {
      life.isGone = true
      clearTimeout(timer)
      void call('office.cancel', { command })
    }
  }, [wanted, original])
  useEffect(() => shown?.close, [shown])
  return { shown, fault, isCurrent: shown !== undefined && shown.for === wanted && fault === undefined }
}
