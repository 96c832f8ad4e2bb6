/** Founding an office: its name, this desk's letter, the first administrator, and the recovery sheet. */
import { Input } from 'antd'
import { useState } from 'react'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { Progress } from '../ui/progress.tsx'
import { call } from './call.ts'
import { Card } from './card.tsx'
import { KeyScope } from './keys.tsx'
import { useCommand } from './queries.ts'
import { RecoverySheet } from './recovery-sheet.tsx'
import { useWords } from './words.tsx'

const empty = { name: '', creditCode: '', deskLetter: 'A', deskName: '', person: '', staffNo: '' }

export const FoundOffice = ({ onReady, onBack }: { onReady: () => void; onBack: () => void }) => {
  const { t } = useWords()
  const form = useForm('office.found', { ...empty, deskName: t('found.desk-name.first') })
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [recoveryKey, setRecoveryKey] = useState<string>()
  const found = useCommand('office.found')
  const { fault } = found
  const { values, bind } = form
  const differs = again !== '' && again !== password

  const submit = async () => {
    if (differs || again === '') return
    const { name, creditCode, deskLetter, deskName, person, staffNo } = values
    const administrator = { name: person, staffNo, password }
    const answer = await found.act({ name, creditCode, deskLetter: deskLetter.toUpperCase(), deskName, administrator })
    if (!answer.ok) return
    setRecoveryKey(answer.value.recoveryKey)
  }
  const enter = async () => {
    await call('people.signIn', { staffNo: values.staffNo, password })
    form.clear()
    onReady()
  }
  if (recoveryKey !== undefined)
    return <RecoverySheet office={values.name} recoveryKey={recoveryKey} onDone={() => void enter()} />

  return (
    <Card label={t('found.title')} isWide>
      <KeyScope>
        <EntryForm label={t('found.title')} onSubmit={() => void submit()}>
          <h1>{t('found.title')}</h1>
          <Fields title={t('found.office')}>
            <Field label={t('found.name')} isRequired hint={t('found.name.hint')} path="name" fault={fault} span={8}>
              <TextInput {...bind('name')} autoFocus testId="found-name" />
            </Field>
            <Field label={t('found.credit-code')} hint={t('found.optional')} path="creditCode" fault={fault} span={4}>
              <TextInput {...bind('creditCode')} />
            </Field>
            <Field
              label={t('found.letter')}
              isRequired
              hint={t('found.letter.hint')}
              path="deskLetter"
              fault={fault}
              span={4}
            >
              <TextInput {...bind('deskLetter')} testId="found-letter" />
            </Field>
            <Field label={t('found.desk-name')} isRequired path="deskName" fault={fault} span={8}>
              <TextInput {...bind('deskName')} />
            </Field>
          </Fields>
          <Fields title={t('found.admin')}>
            <Field label={t('found.person')} isRequired path="administrator.name" fault={fault} span={6}>
              <TextInput {...bind('person')} testId="found-person" />
            </Field>
            <Field label={t('found.staff-no')} isRequired path="administrator.staffNo" fault={fault} span={6}>
              <TextInput {...bind('staffNo')} testId="found-staff-no" />
            </Field>
            <Field
              label={t('found.password')}
              isRequired
              hint={t('found.password.hint')}
              path="administrator.password"
              fault={fault}
              span={6}
            >
              <Input.Password
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                visibilityToggle={false}
                data-testid="found-password"
              />
            </Field>
            <Field
              label={t('found.password-again')}
              isRequired
              problem={differs ? t('found.password-differs') : undefined}
              span={6}
            >
              <Input.Password
                value={again}
                onChange={(event) => setAgain(event.target.value)}
                visibilityToggle={false}
                data-testid="found-password-again"
              />
            </Field>
          </Fields>
          <FaultNote fault={fault} />
          {found.isActing && <Progress command={found.command} title={t('found.making')} isCancellable={false} />}
          <div className="form-acts">
            <ActButton kind="primary" keyName="Ctrl+Enter" isActing={found.isActing} onAct={() => void submit()}>
              {t('found.do')}
            </ActButton>
            <ActButton keyName="Escape" onAct={onBack}>
              {t('nav.back')}
            </ActButton>
          </div>
        </EntryForm>
      </KeyScope>
    </Card>
  )
}
