/** Enters the changed fields of a person; what stayed the same is not sent. */
import { useCommand } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, useForm } from '../ui/form.tsx'
import type { PersonRecord } from './person-drawer.tsx'
import { PersonFields, type PersonValues } from './person-fields.tsx'

const valuesOf = ({ person }: PersonRecord): PersonValues => ({
  name: person.name,
  staffNo: person.staffNo,
  department: person.department?.id,
  post: person.post ?? '',
  phone: person.phone ?? '',
  employedFrom: person.employedFrom,
  employedTo: person.employedTo,
})

const changed = (before: PersonValues, after: PersonValues): Partial<PersonValues> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before[name as keyof PersonValues]))

export const ChangePerson = ({ record, onDone }: { record: PersonRecord; onDone: () => void }) => {
  const { t } = useWords()
  const before = valuesOf(record)
  const form = useForm(`people.change.${record.person.id}`, before)
  const change = useCommand('people.change')
  const submit = async () => {
    const changes = changed(before, form.values)
    const answer = await change.act({ id: record.person.id, basedOn: record.heads, changes })
    if (!answer.ok) return
    form.clear()
    onDone()
  }
  const leave = () => {
    form.clear()
    onDone()
  }
  return (
    <EntryForm label={t('people.change')} onSubmit={() => void submit()}>
      <PersonFields form={form} fault={change.fault} under="changes." />
      <FaultNote fault={change.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={change.isActing} onAct={() => void submit()}>
          {t('ui.save')}
        </ActButton>
        <ActButton keyName="Escape" onAct={leave}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </EntryForm>
  )
}
