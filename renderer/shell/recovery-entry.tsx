/** The recovery key typed or pasted from the sheet: counted while it is typed, checked by the engine, kept where keys are kept. */
import { Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { firstBadGroup, isRecoveryKey, keyLength, readRecoveryKey } from '../../shared/office/recovery-key.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import { Field } from '../ui/form.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { useCommand } from './queries.ts'
import { useWords } from './words.tsx'

export const RecoveryEntry = ({ onOpen }: { onOpen: () => void }) => {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const unlock = useCommand('office.unlock')
  const key = readRecoveryKey(typed)
  const group = firstBadGroup(key)
  const excess = key.length - keyLength
  const problem =
    group !== undefined
      ? t('recovery.bad-group', { group })
      : excess > 0
        ? t('recovery.too-long', { count: excess })
        : undefined

  const submit = async () => {
    if (unlock.isActing) return
    const answer = await unlock.act({ recoveryKey: typed })
    if (answer.ok) onOpen()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }
  return (
    <form
      className="recovery-entry"
      aria-label={t('recovery.enter')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label={t('recovery.enter')}
        hint={`${t('recovery.enter.hint')} ${t('recovery.count', { count: key.length })}`}
        problem={problem}
        span={12}
      >
        <Input.TextArea
          className="recovery-input"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            unlock.clear()
          }}
          onKeyDown={onKeyDown}
          rows={2}
          autoFocus
          spellCheck={false}
          autoComplete="off"
          data-testid="recovery-input"
        />
      </Field>
      <FaultNote fault={unlock.fault} />
      <div className="form-acts">
        <Button htmlType="submit" type={isRecoveryKey(key) ? 'primary' : 'default'} loading={unlock.isActing}>
          <span className="act-label">
            {t(unlock.isActing ? 'recovery.doing' : 'recovery.do')}
            <KeyCap name="Enter" />
          </span>
        </Button>
      </div>
    </form>
  )
}
