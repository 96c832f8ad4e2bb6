/** Sets a password at this desk: one's own with the present one, another's as an administrator. */
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../ui/form.tsx'
import type { PersonRecord } from './person-drawer.tsx'

export const SetPassword = ({ record, onDone }: { record: PersonRecord; onDone: () => void }) => {
  const { t } = useWords()
  const { me } = useSession()
  const [present, setPresent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const setting = useCommand('people.setPassword')
  const isOwn = me.person.id === record.person.id && record.hasPassword
  const differs = again !== '' && again !== password
  const submit = async () => {
    if (differs || again === '') return
    const { id } = record.person
    const answer = await setting.act({ id, password, ...(isOwn ? { present } : {}) })
    if (answer.ok) onDone()
  }
  const secret = (value: string, onChange: (value: string) => void) => (
    <Input.Password value={value} visibilityToggle={false} onChange={(event) => onChange(event.target.value)} />
  )
  return (
    <EntryForm label={t('people.set-password')} onSubmit={() => void submit()}>
      <Fields>
        {isOwn && (
          <Field label={t('people.password.present')} path="present" fault={setting.fault} span={12}>
            {secret(present, setPresent)}
          </Field>
        )}
        <Field
          label={t('found.password')}
          hint={t('found.password.hint')}
          path="password"
          fault={setting.fault}
          span={6}
        >
          {secret(password, setPassword)}
        </Field>
        <Field label={t('found.password-again')} problem={differs ? t('found.password-differs') : undefined} span={6}>
          {secret(again, setAgain)}
        </Field>
      </Fields>
      <FaultNote fault={setting.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={setting.isActing} onAct={() => void submit()}>
          {t('ui.save')}
        </ActButton>
        <ActButton keyName="Escape" onAct={onDone}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
