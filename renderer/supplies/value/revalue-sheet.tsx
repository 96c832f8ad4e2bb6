/** 成本差异: amounts added to or taken off the value of items' stock, with a reason; no pieces move. */
import { useState } from 'react'
import { useCommand } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import type { Chosen } from '../../ui/record-picker.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { blankLine, sentLines } from './revalue-draft.ts'
import { RevalueLines } from './revalue-lines.tsx'
import type { ValueSlip } from './value-done.tsx'

/** As many as one slip holds. */
const mostLines = 200

type Props = {
  readonly item?: Chosen | undefined
  readonly onDone: (slip: ValueSlip) => void
  readonly onClose: () => void
}

/** Render it only while it is asked. */
export const RevalueSheet = ({ item: given, onDone, onClose }: Props) => {
  const { t } = useWords()
  const revalue = useCommand('supplies.revalue')
  const [lines, setLines] = useState([blankLine(0, given)])
  const [reason, setReason] = useState('')
  const { fault } = revalue
  const addLine = () => setLines((before) => [...before, blankLine(before.length)])
  const submit = async () => {
    if (revalue.isActing) return
    const answer = await revalue.act({ reason, lines: sentLines(lines) })
    if (answer.ok) onDone(answer.value.slip)
  }
  return (
    <SideSheet title={t('supplies.revalue')} onClose={onClose}>
      <EntryForm label={t('supplies.revalue')} onSubmit={() => void submit()}>
        <p className="quiet">{t('supplies.revalue.what')}</p>
        <RevalueLines lines={lines} fault={fault} onChange={setLines} given={given} />
        <div>
          <ActButton keyName="Alt+n" onAct={addLine} isDisabled={lines.length >= mostLines} testId="revalue-add">
            {t('supplies.revalue.add')}
          </ActButton>
        </div>
        <Fields>
          <Field label={t('ui.reason')} path="reason" fault={fault} span={12} isRequired>
            <TextInput value={reason} onChange={setReason} testId="revalue-reason" />
          </Field>
        </Fields>
        <FaultNote fault={fault} />
        <div className="form-acts">
          <ActButton keyName="Escape" onAct={onClose}>
            {t('ui.cancel')}
          </ActButton>
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            onAct={() => void submit()}
            isActing={revalue.isActing}
            testId="revalue-do"
          >
            {t('supplies.revalue.do')}
          </ActButton>
        </div>
      </EntryForm>
    </SideSheet>
  )
}
