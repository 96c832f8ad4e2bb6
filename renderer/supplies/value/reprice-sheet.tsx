/** 进价更正: what lines of a receipt cost by an invoice that came later; lines left blank stay as they were entered. */
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { Output } from '../../shell/contract.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import type { ValueSlip } from './value-done.tsx'

type Props = {
  readonly slip: Output<'supplies.slip'>['slip']
  readonly heads: string[]
  readonly onDone: (slip: ValueSlip) => void
  readonly onClose: () => void
}

/** Render it only while it is asked. */
export const RepriceSheet = ({ slip, heads, onDone, onClose }: Props) => {
  const { t } = useWords()
  const reprice = useCommand('supplies.reprice')
  const [amounts, setAmounts] = useState<Readonly<Record<number, number | undefined>>>({})
  const [reason, setReason] = useState('')
  const lines = slip.lines.flatMap((_, line) => {
    const amount = amounts[line]
    return amount === undefined ? [] : [{ line, amount }]
  })
  const submit = async () => {
    if (reprice.isActing) return
    const answer = await reprice.act({ id: slip.id, basedOn: heads, lines, reason })
    if (answer.ok) onDone(answer.value.slip)
  }
  return (
    <SideSheet title={t('supplies.reprice.title', { number: slip.numbered.number })} onClose={onClose}>
      <EntryForm label={t('supplies.reprice')} onSubmit={() => void submit()}>
        <p className="quiet">{t('supplies.reprice.what')}</p>
        <Fields>
          {slip.lines.map(({ item: { name }, quantity, unit, amount }, line) => (
            <Field
              key={line}
              label={t('supplies.reprice.line', { name, quantity, unit })}
              hint={t('supplies.reprice.entered', { amount: moneyText(amount) })}
              // Only filled lines are sent, so that a line's problem stands at its place among them.
              path={`lines.${lines.findIndex((sent) => sent.line === line)}`}
              fault={reprice.fault}
            >
              <MoneyInput
                value={amounts[line]}
                onChange={(changed) => setAmounts((before) => ({ ...before, [line]: changed }))}
                autoFocus={line === 0}
                testId={`reprice-${line}`}
              />
            </Field>
          ))}
          <Field label={t('ui.reason')} path="reason" fault={reprice.fault} span={12}>
            <TextInput value={reason} onChange={setReason} testId="reprice-reason" />
          </Field>
        </Fields>
        <FaultNote fault={reprice.fault} />
        <div className="form-acts">
          <ActButton keyName="Escape" onAct={onClose}>
            {t('ui.cancel')}
          </ActButton>
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            onAct={() => void submit()}
            isActing={reprice.isActing}
            testId="reprice-do"
          >
            {t('supplies.reprice')}
          </ActButton>
        </div>
      </EntryForm>
    </SideSheet>
  )
}
