/** The list of people: found by name, pinyin or number; opened from the side. */
import { Input } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../shell/contract.ts'
import type { PageProps } from '../shell/registers.ts'
import { usePlaces } from '../shell/places.tsx'
import { useRows } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { AddPerson } from './add-person.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { ExportButton } from '../tables/export-button.tsx'

type Person = RowOf<'people.list'>

const useColumns = (): readonly Column<Person>[] => {
  const { t } = useWords()
  return [
    { key: 'staffNo', title: t('people.staff-no'), width: '110px', cell: (row) => row.staffNo },
    { key: 'name', title: t('people.name'), width: '130px', cell: (row) => row.name },
    {
      key: 'department',
      title: t('people.department'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => row.department?.name,
    },
    { key: 'post', title: t('people.post'), width: 'minmax(120px, 1fr)', cell: (row) => row.post },
    {
      key: 'roles',
      title: t('people.roles'),
      width: 'minmax(140px, 1.4fr)',
      cell: (row) => row.roles.map((role) => t(`people.role.${role}`)).join(' · '),
    },
    { key: 'employed', title: t('people.employed-to'), width: '110px', cell: (row) => row.employedTo },
  ]
}

export const PeoplePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go, back } = usePlaces()
  const [text, setText] = useState('')
  const [isAdding, setIsAdding] = useState(false)
  const wanted = text.trim()
  const pages = useRows('people.list', { limit: 100, ...(wanted === '' ? {} : { text: wanted }) })
  const columns = useColumns()
  const id = params['id']
  return (
    <Page
      title={t('nav.people')}
      actions={
        <>
          <Input
            className="page-filter"
            allowClear
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t('people.find')}
            data-testid="people-find"
          />
          {wanted === '' && <ExportButton list="people" />}
          {may('people.manage') && (
            <ActButton kind="primary" keyName="n" onAct={() => setIsAdding(true)}>
              {t('people.add')}
            </ActButton>
          )}
        </>
      }
    >
      <DataTable
        label={t('nav.people')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('people.list', { id: row.id })}
        empty={t('people.empty')}
      />
      {id !== undefined && <PersonDrawer id={id} onClose={back} />}
      {isAdding && <AddPerson onClose={() => setIsAdding(false)} />}
    </Page>
  )
}
