/** The office's name; a change is an entry like any other. */
import { useCommand } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'

export const OfficeSheet = () => {
  const { t } = useWords()
  const { office, may } = useSession()
  return (
    <section className="panel settings-sheet" aria-label={t('settings.office')}>
      <h2>{t('settings.office')}</h2>
      {may('office.manage') ? (
        <NameForm name={office.name ?? ''} />
      ) : (
        <Facts facts={[[t('settings.office.name'), office.name]]} />
      )}
      <Facts facts={[[t('settings.office.zone'), office.zone]]} />
    </section>
  )
}

const NameForm = ({ name }: { name: string }) => {
  const { t } = useWords()
  const form = useForm('settings.office', { name, creditCode: '' })
  const change = useCommand('office.change')
  const submit = async () => {
    const { values } = form
    await change.act({ name: values.name, ...(values.creditCode === '' ? {} : { creditCode: values.creditCode }) })
  }
  return (
    <EntryForm label={t('settings.office')} onSubmit={() => void submit()}>
      <Fields>
        <Field label={t('settings.office.name')} isRequired path="name" fault={change.fault} span={8}>
          <TextInput {...form.bind('name')} testId="office-name" />
        </Field>
        <Field
          label={t('found.credit-code')}
          hint={t('found.optional')}
          path="creditCode"
          fault={change.fault}
          span={4}
        >
          <TextInput {...form.bind('creditCode')} />
        </Field>
      </Fields>
      <FaultNote fault={change.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={change.isActing} onAct={() => void submit()}>
          {t('ui.save')}
        </ActButton>
        {change.value !== undefined && <span role="status">{t('settings.saved')}</span>}
      </div>
    </EntryForm>
  )
}
