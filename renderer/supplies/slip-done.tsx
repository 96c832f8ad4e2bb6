/** After a slip was entered: its number, what it says in a line, and the key that prints it. */
import { moneyText } from '../../shared/office/money.ts'
import type { Output } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { usePrinting } from '../ui/printing.ts'
import { SuccessLine } from '../ui/success-line.tsx'

type Slip = Output<'supplies.slip'>['slip']

/** Only issue slips have a printed form so far. */
export const isPrintable = ({ verb }: Pick<Slip, 'verb'>): boolean => verb === 'issue'

export const SlipDone = ({ slip }: { slip: Slip }) => {
  const { t } = useWords()
  const printing = usePrinting()
  const said = [
    t(`supplies.verb.${slip.verb}`),
    slip.recipient?.name ?? slip.supplier,
    slip.lines.map(({ item, quantity, unit }) => `${item.name} ${quantity} ${unit}`).join('、'),
    moneyText(slip.amount),
  ].filter((part) => part !== undefined)
  return (
    <>
      <SuccessLine
        number={slip.numbered.number}
        onPrint={isPrintable(slip) ? () => void printing.print({ form: 'issue-slip', subject: slip.id }) : undefined}
        isPrinting={printing.isPrinting}
        isPrinted={printing.isPrinted}
      >
        {said.join(' · ')}
      </SuccessLine>
      <FaultNote fault={printing.fault} />
    </>
  )
}
