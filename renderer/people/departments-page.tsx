/** The departments of the company, and adding one. */
import { useState } from 'react'
import type { RowOf } from '../shell/contract.ts'
import { useCommand, useOperation, type Pages } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { EntryForm, Field, Fields, useForm } from '../ui/form.tsx'
import { TextInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { RecordDrawer } from '../ui/record-drawer.tsx'
import { SideSheet } from '../ui/side-sheet.tsx'

type Department = RowOf<'departments.list'>
type Values = { name: string; code: string; costCentre: string; head: Chosen | undefined }

const none: Values = { name: '', code: '', costCentre: '', head: undefined }

const AddDepartment = ({ onDone }: { onDone: () => void }) => {
  const { t } = useWords()
  const form = useForm<Values>('people.departments.add', none)
  const add = useCommand('departments.add')
  const { fault } = add
  const submit = async () => {
    const { head, ...values } = form.values
    const answer = await add.act({ ...values, ...(head === undefined ? {} : { head: head.id }) })
    if (!answer.ok) return
    form.clear()
    onDone()
  }
  return (
    <EntryForm label={t('people.departments.add')} onSubmit={() => void submit()}>
      <Fields>
        <Field label={t('people.department')} isRequired path="name" fault={fault} span={12}>
          <TextInput {...form.bind('name')} autoFocus testId="department-name" />
        </Field>
        <Field label={t('field.code')} hint={t('found.optional')} path="code" fault={fault} span={6}>
          <TextInput {...form.bind('code')} />
        </Field>
        <Field label={t('field.costCentre')} hint={t('found.optional')} path="costCentre" fault={fault} span={6}>
          <TextInput {...form.bind('costCentre')} />
        </Field>
        <Field label={t('field.head')} hint={t('found.optional')} path="head" fault={fault} span={12}>
          <PersonPicker {...form.bind('head')} />
        </Field>
      </Fields>
      <FaultNote fault={fault} />
      <div className="form-acts">
        <ActButton kind="primary" keyName="Ctrl+Enter" isActing={add.isActing} onAct={() => void submit()}>
          {t('people.departments.add')}
        </ActButton>
      </div>
    </EntryForm>
  )
}

export const DepartmentsPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const [isAdding, setIsAdding] = useState(false)
  const [open, setOpen] = useState<Department>()
  const { data, fault, isLoading, again } = useOperation('departments.list', {}, { subjects: ['department'] })
  const pages: Pages<Department> = {
    rows: data?.rows ?? [],
    fault,
    isLoading,
    isLoadingMore: false,
    hasMore: false,
    more: () => undefined,
    again,
  }
  const columns: readonly Column<Department>[] = [
    { key: 'name', title: t('people.department'), width: 'minmax(160px, 2fr)', cell: (row) => row.name },
    { key: 'code', title: t('field.code'), width: '160px', cell: (row) => row.code },
    { key: 'costCentre', title: t('field.costCentre'), width: '160px', cell: (row) => row.costCentre },
  ]
  return (
    <Page
      title={t('people.departments')}
      actions={
        may('people.manage') && (
          <ActButton kind="primary" keyName="n" onAct={() => setIsAdding(true)}>
            {t('people.departments.add')}
          </ActButton>
        )
      }
    >
      <DataTable
        label={t('people.departments')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        empty={t('people.departments.empty')}
      />
      {open !== undefined && (
        <RecordDrawer title={open.name} subject={open.id} onClose={() => setOpen(undefined)}>
          <Facts
            facts={[
              [t('field.code'), open.code],
              [t('field.costCentre'), open.costCentre],
            ]}
          />
        </RecordDrawer>
      )}
      {isAdding && (
        <SideSheet title={t('people.departments.add')} onClose={() => setIsAdding(false)}>
          <AddDepartment onDone={() => setIsAdding(false)} />
        </SideSheet>
      )}
    </Page>
  )
}
