/** Declared interests: who is tied to which counterparty, entering one, ending one. */
import { useState } from 'react'
import type { RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useCommand, useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { DateInput, TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'

type Interest = RowOf<'interests.list'>
type Values = {
  person: Chosen | undefined
  counterparty: string
  creditCode: string
  nature: string
  declaredOn: string | undefined
}

const useColumns = (): readonly Column<Interest>[] => {
  const { t } = useWords()
  return [
    { key: 'person', title: t('interests.person'), width: '130px', cell: (row) => row.personName },
    {
      key: 'counterparty',
      title: t('contracts.counterparty'),
      width: 'minmax(180px, 2fr)',
      cell: (row) => row.counterparty,
    },
    { key: 'nature', title: t('interests.nature'), width: 'minmax(120px, 1fr)', cell: (row) => row.nature },
    { key: 'declaredOn', title: t('interests.declaredOn'), width: '110px', cell: (row) => row.declaredOn },
    { key: 'withdrawnOn', title: t('interests.withdrawnOn'), width: '110px', cell: (row) => row.withdrawnOn },
  ]
}

const Declare = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const { office } = useSession()
  const form = useForm<Values>('interests.declare', {
    person: undefined,
    counterparty: '',
    creditCode: '',
    nature: '',
    declaredOn: office.today,
  })
  const declare = useCommand('interests.declare')
  const { bind, values } = form
  const submit = async () => {
    if (declare.isActing) return
    const answer = await declare.act({ ...values, person: values.person?.id ?? '' })
    if (!answer.ok) return
    form.clear()
    onClose()
  }
  return (
    <EntryForm label={t('interests.declare')} onSubmit={() => void submit()}>
      <Fields>
        <Field span={12} label={t('interests.person')} path="person" fault={declare.fault}>
          <PersonPicker {...bind('person')} autoFocus testId="interest-person" />
        </Field>
        <Field span={12} label={t('contracts.counterparty')} path="counterparty" fault={declare.fault}>
          <TextInput {...bind('counterparty')} testId="interest-counterparty" />
        </Field>
        <Field span={6} label={t('contracts.creditCode')} path="creditCode" fault={declare.fault}>
          <TextInput {...bind('creditCode')} />
        </Field>
        <Field span={6} label={t('interests.declaredOn')} path="declaredOn" fault={declare.fault}>
          <DateInput {...bind('declaredOn')} />
        </Field>
        <Field span={12} label={t('interests.nature')} path="nature" fault={declare.fault}>
          <TextInput {...bind('nature')} testId="interest-nature" />
        </Field>
      </Fields>
      <FaultNote fault={declare.fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={declare.isActing} onAct={() => void submit()}>
          {t('interests.declare')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

const InterestDrawer = ({ interest, onClose }: { interest: Interest; onClose: () => void }) => {
  const { t } = useWords()
  const { may } = useSession()
  const withdraw = useCommand('interests.withdraw')
  return (
    <RecordDrawer
      title={`${interest.personName} · ${interest.counterparty}`}
      subject={interest.id}
      onClose={onClose}
      actions={
        may('contracts.delegate') &&
        interest.withdrawnOn === undefined && (
          <ActButton keyName="x" isActing={withdraw.isActing} onAct={() => void withdraw.act({ id: interest.id })}>
            {t('interests.withdraw')}
          </ActButton>
        )
      }
    >
      <FaultNote fault={withdraw.fault} />
      <Facts
        facts={[
          [t('interests.person'), interest.personName],
          [t('contracts.counterparty'), interest.counterparty],
          [t('contracts.creditCode'), interest.creditCode],
          [t('interests.nature'), interest.nature],
          [t('interests.declaredOn'), interest.declaredOn],
          [t('interests.withdrawnOn'), interest.withdrawnOn],
        ]}
      />
    </RecordDrawer>
  )
}

export const InterestsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go, back } = usePlaces()
  const [isDeclaring, setIsDeclaring] = useState(false)
  const pages = useRows('interests.list', { limit: 200 }, { subjects: ['interest'] })
  const columns = useColumns()
  const open = pages.rows.find(({ id }) => id === params['id'])
  return (
    <Page
      title={t('interests.title')}
      actions={
        may('contracts.manage') && (
          <ActButton kind="primary" keyName="n" onAct={() => setIsDeclaring(true)}>
            {t('interests.declare')}
          </ActButton>
        )
      }
    >
      <DataTable
        label={t('interests.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.interests', { id: row.id })}
        isStruck={(row) => row.withdrawnOn !== undefined}
        empty={t('interests.none')}
      />
      {open !== undefined && <InterestDrawer interest={open} onClose={back} />}
      {isDeclaring && (
        <SideSheet title={t('interests.declare')} onClose={() => setIsDeclaring(false)}>
          <Declare onClose={() => setIsDeclaring(false)} />
        </SideSheet>
      )}
    </Page>
  )
}
