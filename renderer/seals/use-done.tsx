/** After the chop: the register number, and one key to print its slip. */
import { useState } from 'react'
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { SuccessLine } from '../ui/success-line.tsx'
import { usePrinting } from './print.ts'

type Uses = Output<'seals.use'>['uses']

export const UseDone = ({ uses }: { uses: Uses }) => {
  const { t } = useWords()
  const { print, isPrinting, fault, printed } = usePrinting()
  const [isPrinted, setIsPrinted] = useState(false)
  const printAll = async () => {
    for (const { id } of uses) if (!(await print('seal-use', id))) return
    setIsPrinted(true)
  }
  return (
    <>
      <SuccessLine
        number={uses.map(({ number }) => number).join('、')}
        onPrint={() => void printAll()}
        isPrinting={isPrinting}
        isPrinted={isPrinted}
      >
        {uses.map(({ seal }) => seal.name).join('、')}
        {printed !== undefined && ` · ${t('seals.print.done', printed)}`}
      </SuccessLine>
      <FaultNote fault={fault} />
    </>
  )
}
