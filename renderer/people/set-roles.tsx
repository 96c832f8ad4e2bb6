/** Enters the roles of a person. */
import { useState } from 'react'
import { useCommand } from '../shell/queries.ts'
import { KeyScope } from '../shell/keys.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import type { PersonRecord } from './person-drawer.tsx'
import { RoleChoice } from './role-choice.tsx'

export const SetRoles = ({ record, onDone }: { record: PersonRecord; onDone: () => void }) => {
  const { t } = useWords()
  const [roles, setRoles] = useState(record.person.roles)
  const setting = useCommand('people.setRoles')
  const submit = async () => {
    const answer = await setting.act({ id: record.person.id, basedOn: record.heads, roles })
    if (answer.ok) onDone()
  }
  return (
    <KeyScope>
      <RoleChoice value={roles} onChange={setRoles} />
      <FaultNote fault={setting.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={setting.isActing} onAct={() => void submit()}>
          {t('ui.save')}
        </ActButton>
        <ActButton keyName="Escape" onAct={onDone}>
          {t('ui.cancel')}
        </ActButton>
      </div>
    </KeyScope>
  )
}
