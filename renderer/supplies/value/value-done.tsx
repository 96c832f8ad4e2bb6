/** After a slip of cost differences was entered: its number, whose value it changed by how much, and the key that prints it. */
import { moneyText } from '../../../shared/office/money.ts'
import { stockFormOf } from '../../../shared/documents/stock-forms.ts'
import type { Output } from '../../shell/contract.ts'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'

export type ValueSlip = Output<'supplies.revalue'>['slip']

export const ValueDone = ({ slip }: { slip: ValueSlip }) => {
  const { t, list } = useWords()
  const { print, isPrinting, isPrinted, fault } = usePrinting()
  const used = slip.lines.reduce((sum, { difference }) => sum + (difference?.used ?? 0), 0)
  const said = t('supplies.value.done', {
    verb: t(`supplies.verb.${slip.verb}`),
    items: list(slip.lines.map(({ item }) => `${item.code} ${item.name}`)),
    amount: moneyText(slip.amount),
  })
  return (
    <>
      <SuccessLine
        number={slip.numbered.number}
        onPrint={() => void print({ form: stockFormOf(slip.verb), subject: slip.id })}
        isPrinting={isPrinting}
        isPrinted={isPrinted}
      >
        {used === 0 ? said : `${said} · ${t('supplies.value.used', { amount: moneyText(used) })}`}
      </SuccessLine>
      <FaultNote fault={fault} />
    </>
  )
}
