/** Prints a slip again: one button, one key. */
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { usePrinting, type Wanted } from '../ui/printing.ts'

type Slip = Output<'desk.lastSlips'>['rows'][number]

/** The printed form of a record; undefined where it has none. */
const formOf = (type: string): Wanted['form'] | undefined =>
  ({ seal_use: 'seal-use', supply_slip: 'issue-slip', authority_check: 'authority-check' } as const)[type]

export const PrintAgain = ({ slip, keyName }: { slip: Slip; keyName: string }) => {
  const { t } = useWords()
  const { print, isPrinting, fault } = usePrinting()
  const form = formOf(slip.type)
  if (form === undefined) return null
  return (
    <span className="print-again">
      <ActButton keyName={keyName} isActing={isPrinting} onAct={() => void print({ form, subject: slip.subject })}>
        {t('ui.print-again')}
      </ActButton>
      <FaultNote fault={fault} />
    </span>
  )
}
