/** Writing an explanation, or what was decided and what is done about it. */
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Field, Fields } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { MiddleSheet } from '../ui/middle-sheet.tsx'

type Props = {
  readonly act: 'explain' | 'settle'
  readonly title: string
  readonly exception: string
  readonly onDone: () => void
}

export const AnswerSheet = ({ act, title, exception, onDone }: Props) => {
  const { t } = useWords()
  const explaining = useCommand('exceptions.explain')
  const settling = useCommand('exceptions.settle')
  const [text, setText] = useState('')
  const [measure, setMeasure] = useState('')
  const { isActing, fault } = act === 'explain' ? explaining : settling
  const submit = async (): Promise<void> => {
    if (isActing) return
    const answer =
      act === 'explain' ? await explaining.act({ exception, text }) : await settling.act({ exception, text, measure })
    if (answer.ok) onDone()
  }
  return (
    <MiddleSheet title={title} onClose={onDone}>
      <div className="confirm-reason">
        <Fields>
          <Field span={12} label={t(`exceptions.${act}.text`)} path="text" fault={fault}>
            <Input.TextArea
              autoFocus
              rows={3}
              value={text}
              onChange={(event) => setText(event.target.value)}
              data-testid="answer-text"
            />
          </Field>
          {act === 'settle' && (
            <Field span={12} label={t('exceptions.measure')} path="measure" fault={fault}>
              <TextInput value={measure} onChange={setMeasure} testId="answer-measure" />
            </Field>
          )}
        </Fields>
        <FaultNote fault={fault} />
        <div className="confirm-acts">
          <ActButton onAct={onDone} keyName="Escape">
            {t('ui.cancel')}
          </ActButton>
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isDisabled={text.trim() === ''}
            isActing={isActing}
            onAct={() => void submit()}
            testId="answer-do"
          >
            {t(`exceptions.${act}`)}
          </ActButton>
        </div>
      </div>
    </MiddleSheet>
  )
}
