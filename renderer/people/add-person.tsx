/** Adds a person to the office, with roles. */
import { useState } from 'react'
import type { Role } from '../../shared/people/roles.ts'
import { usePlaces } from '../shell/places.tsx'
import { useCommand } from '../shell/queries.ts'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'
import { noPerson, PersonFields } from './person-fields.tsx'
import { RoleChoice } from './role-choice.tsx'

const Body = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const form = useForm('people.add', noPerson)
  const [roles, setRoles] = useState<Role[]>([])
  const add = useCommand('people.add')
  const submit = async () => {
    const answer = await add.act({ ...form.values, roles })
    if (!answer.ok) return
    form.clear()
    onClose()
    go('people.list', { id: answer.value.id })
  }
  return (
    <EntryForm label={t('people.add')} onSubmit={() => void submit()}>
      <PersonFields form={form} fault={add.fault} />
      <Fields>
        <Field label={t('people.roles')} span={12}>
          <RoleChoice value={roles} onChange={setRoles} />
        </Field>
      </Fields>
      <FaultNote fault={add.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={add.isActing} onAct={() => void submit()}>
          {t('people.add')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const AddPerson = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  return (
    <SideSheet title={t('people.add')} onClose={onClose}>
      <Body onClose={onClose} />
    </SideSheet>
  )
}
