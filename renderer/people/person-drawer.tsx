/** One person from the side: what is known, roles, password, and history. */
import { useState } from 'react'
import type { Output } from '../shell/contract.ts'
import { useOperation } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { ChangePerson } from './change-person.tsx'
import { SetPassword } from './set-password.tsx'
import { SetRoles } from './set-roles.tsx'

export type PersonRecord = Output<'people.get'>
type Panel = 'change' | 'roles' | 'password'

const PersonFacts = ({ record }: { record: PersonRecord }) => {
  const { t } = useWords()
  const { office } = useSession()
  const { person } = record
  const withoutPassword =
    office.example === true && person.roles.length > 0 ? 'people.account.example' : 'people.account.no'
  const account = t(record.hasPassword ? 'people.account.yes' : withoutPassword)
  return (
    <Facts
      facts={[
        [t('people.staff-no'), person.staffNo],
        [t('people.department'), person.department?.name],
        [t('people.post'), person.post],
        [t('people.phone'), person.phone],
        [t('people.employed-from'), person.employedFrom],
        [t('people.employed-to'), person.employedTo],
        [t('people.roles'), person.roles.map((role) => t(`people.role.${role}`)).join(' · ')],
        [t('people.account'), account],
      ]}
    />
  )
}

export const PersonDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useWords()
  const { may, me } = useSession()
  const [panel, setPanel] = useState<Panel>()
  const { data, fault, again } = useOperation('people.get', { id })
  const done = () => setPanel(undefined)
  const isManaging = may('people.manage')
  return (
    <RecordDrawer
      title={data?.person.name ?? t('ui.loading')}
      subject={id}
      onClose={onClose}
      actions={
        <>
          {isManaging && (
            <ActButton keyName="e" onAct={() => setPanel('change')}>
              {t('people.change')}
            </ActButton>
          )}
          {isManaging && (
            <ActButton keyName="r" onAct={() => setPanel('roles')}>
              {t('people.set-roles')}
            </ActButton>
          )}
          {(isManaging || me.person.id === id) && (
            <ActButton keyName="w" onAct={() => setPanel('password')}>
              {t('people.set-password')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && panel === 'change' && <ChangePerson record={data} onDone={done} />}
      {data !== undefined && panel === 'roles' && <SetRoles record={data} onDone={done} />}
      {data !== undefined && panel === 'password' && <SetPassword record={data} onDone={done} />}
      {data !== undefined && panel === undefined && <PersonFacts record={data} />}
    </RecordDrawer>
  )
}
