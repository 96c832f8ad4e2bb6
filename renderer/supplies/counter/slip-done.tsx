/** After a slip was entered: its number, what it says in a line, and the keys that print, sign and undo it. */
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import { stockFormOf } from '../../../shared/documents/stock-forms.ts'
import type { Output } from '../../shell/contract.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { UndoSheet } from './undo-sheet.tsx'

type Slip = Output<'supplies.slip'>['slip']

export const SlipDone = ({ slip }: { slip: Slip }) => {
  const { t, list } = useWords()
  const { may } = useSession()
  const printing = usePrinting()
  const [asking, setAsking] = useState<'sign' | 'undo'>()
  const [signed, setSigned] = useState<string>()
  const [reversal, setReversal] = useState<Slip>()
  const shown = reversal ?? slip
  const { number } = shown.numbered
  const said = [
    t(`supplies.verb.${shown.verb}`),
    reversal === undefined ? (slip.recipient?.name ?? slip.supplier) : slip.numbered.number,
    list(shown.lines.map(({ item, quantity, unit }) => `${item.name} ${quantity} ${unit}`)),
    moneyText(shown.amount),
    shown.promised === undefined ? undefined : t('supplies.request.promised-for', { date: shown.promised }),
    signed === slip.id ? t('supplies.sign.done') : undefined,
  ].filter((part) => part !== undefined)
  const mayUndo = reversal === undefined && slip.verb !== 'reverse' && may('supplies.issue')
  return (
    <>
      <SuccessLine
        number={number}
        onPrint={() => void printing.print({ form: stockFormOf(shown.verb), subject: shown.id })}
        isPrinting={printing.isPrinting}
        isPrinted={printing.isPrinted}
      >
        {said.join(' · ')}
      </SuccessLine>
      <div className="done-acts">
        {slip.recipient !== undefined && reversal === undefined && signed !== slip.id && (
          <ActButton keyName="F8" onAct={() => setAsking('sign')} testId="sign">
            {t('supplies.sign')}
          </ActButton>
        )}
        {mayUndo && (
          <ActButton keyName="F9" onAct={() => setAsking('undo')} testId="undo-last">
            {t('supplies.slip.reverse')}
          </ActButton>
        )}
      </div>
      <FaultNote fault={printing.fault} />
      {asking === 'sign' && (
        <SignaturePad
          slip={{ id: slip.id, number: slip.numbered.number, name: slip.recipient?.name ?? '' }}
          onSigned={() => {
            setSigned(slip.id)
            setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'undo' && (
        <UndoSheet
          slip={slip}
          onDone={(undone) => {
            setReversal(undone)
            setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
