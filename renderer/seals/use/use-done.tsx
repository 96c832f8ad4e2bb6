/** After the chop: the register number, what it was, and one key to print its slip. */
import { useEffect, useRef } from 'react'
import type { Output } from '../../shell/contract.ts'
import { FaultNote } from '../../ui/fault-note.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { useWords } from '../../shell/words.tsx'
import { SuccessLine } from '../../ui/success-line.tsx'

export type Done = { readonly uses: Output<'seals.use'>['uses']; readonly title: string; readonly isToPrint: boolean }

export const UseDone = ({ uses, title, isToPrint }: Done) => {
  const { print, isPrinting, isPrinted, fault } = usePrinting()
  const printAll = async () => {
    for (const { id } of uses) await print({ form: 'seal-use', subject: id })
  }
  const { list } = useWords()
  const isSent = useRef(false)
  useEffect(() => {
    if (!isToPrint || isSent.current) return
    isSent.current = true
    void printAll()
  })
  return (
    <>
      <SuccessLine
        number={list(uses.map(({ number }) => number))}
        onPrint={() => void printAll()}
        isPrinting={isPrinting}
        isPrinted={isPrinted}
      >
        {[list(uses.map(({ seal }) => seal.name)), title].join(' · ')}
      </SuccessLine>
      <FaultNote fault={fault} />
    </>
  )
}
