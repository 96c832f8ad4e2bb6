/** Enters the changed fields of a person; what stayed the same is not sent. */
import { useState } from 'react'
import { useCommand } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
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
  const { office } = useSession()
  const [since, setSince] = useState<string | undefined>(office.today)
  const isMoved = form.values.post !== before.post
  const submit = async () => {
    const changes = { ...changed(before, form.values), ...(isMoved ? { postSince: since } : {}) }
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
      <PersonFields
        form={form}
        fault={change.fault}
        under="changes."
        {...(isMoved ? { postSince: { value: since, onChange: setSince } } : {})}
      />
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
