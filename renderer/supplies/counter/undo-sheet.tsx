/** Undoing a slip by a reversing slip 冲销: what goes back where, Enter does it; the reason may be left out. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'

type Slip = Output<'supplies.slip'>['slip']

type Props = {
  readonly slip: Slip
  readonly heads?: string[] | undefined
  readonly onDone: (reversal: Slip) => void
  readonly onClose: () => void
}

export const UndoSheet = ({ slip, heads, onDone, onClose }: Props) => {
  const { t } = useWords()
  const reverse = useCommand('supplies.reverse')
  const [reason, setReason] = useState('')
  const { number } = slip.numbered
  const submit = async () => {
    if (reverse.isActing) return
    const answer = await reverse.act({ id: slip.id, reason, ...(heads === undefined ? {} : { basedOn: heads }) })
    if (answer.ok) onDone(answer.value.slip)
  }
  return (
    <MiddleSheet title={t('supplies.slip.reverse.title', { number })} onClose={onClose}>
      <EntryForm label={t('supplies.slip.reverse')} onSubmit={() => void submit()}>
        <p>{t('supplies.slip.reverse.what')}</p>
        <ul className="undo-lines">
          {slip.lines.map((line, index) => (
            <li key={index}>
              {line.item.name} {line.quantity} {line.unit}{' '}
              <span className="quiet">{[line.location, line.lot].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        <Field label={t('ui.reason')} span={12}>
          <TextInput value={reason} onChange={setReason} autoFocus testId="undo-reason" />
        </Field>
        <FaultNote fault={reverse.fault} />
        <div className="form-acts">
          <ActButton keyName="Escape" onAct={onClose}>
            {t('ui.cancel')}
          </ActButton>
          <ActButton
            kind="no"
            keyName="Ctrl+Enter"
            onAct={() => void submit()}
            isActing={reverse.isActing}
            testId="undo"
          >
            {t('supplies.slip.reverse')}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}
