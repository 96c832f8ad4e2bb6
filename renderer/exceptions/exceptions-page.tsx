/** The register of exceptions: by state, the open ones first; one opens beside the list to be explained or settled. */
import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { exceptionText } from '../../shared/exceptions/text.ts'
import {
  exceptionKinds,
  exceptionStates,
  type ExceptionKind,
  type ExceptionState,
} from '../../shared/office/exceptions.ts'
import { endOfMonth } from '../../shared/office/dates.ts'
import type { RowOf } from '../shell/contract.ts'
import { useKeys } from '../shell/keys.tsx'
import { useOperation, useRows } from '../shell/queries.ts'
import type { PageProps } from '../shell/registers.ts'
import { useWords, type Say } from '../shell/words.tsx'
import { ExportButton } from '../tables/export-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Page } from '../ui/page.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { ExceptionDrawer } from './exception-drawer.tsx'
import { stateText } from './state-text.ts'
import './exceptions.css'

type Row = RowOf<'exceptions.list'>
type Shown = ExceptionState | 'all'

const shownStates: readonly Shown[] = [...exceptionStates, 'all']
const allKinds: readonly ExceptionKind[] = Object.values(exceptionKinds).flat()

const columnsOf = (say: Say): Column<Row>[] => {
  const { t } = say
  return [
    { key: 'on', title: t('exceptions.on'), width: '100px', cell: (row) => row.on },
    { key: 'kind', title: t('exceptions.kind'), width: '140px', cell: (row) => t(`exception.kind.${row.kind}`) },
    {
      key: 'text',
      title: t('exceptions.text'),
      width: 'minmax(240px, 3fr)',
      cell: (row) => exceptionText(t, row),
    },
    { key: 'record', title: t('exceptions.record'), width: 'minmax(120px, 1fr)', cell: (row) => row.title },
    { key: 'person', title: t('exceptions.person'), width: '84px', cell: (row) => row.person?.name },
    { key: 'state', title: t('exceptions.state'), width: '120px', cell: (row) => stateText(say, row) },
  ]
}

const isMonth = (month: string): boolean => /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(month)

/** What narrows the list beside its state. */
const useFilter = () => {
  const { t } = useWords()
  const [kind, setKind] = useState<ExceptionKind>()
  const [month, setMonth] = useState('')
  const [person, setPerson] = useState<Chosen>()
  const period = isMonth(month) ? { from: `${month}-01`, to: endOfMonth(month) } : {}
  const filter = { kind, person: person?.id, ...period }
  const bar = (
    <div className="exceptions-bar">
      <Select
        allowClear
        style={{ width: 220 }}
        value={kind}
        onChange={(next: ExceptionKind | undefined) => setKind(next)}
        placeholder={t('exceptions.all-kinds')}
        options={allKinds.map((value) => ({ value, label: t(`exception.kind.${value}`) }))}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('exceptions.kind')}
        data-testid="exceptions-kind"
      />
      <Input
        style={{ width: 130 }}
        value={month}
        onChange={(event) => setMonth(event.target.value.trim())}
        placeholder={t('seals.book.all-months')}
        status={month === '' || isMonth(month) ? '' : 'error'}
        aria-label={t('seals.book.month')}
      />
      <div className="exceptions-person">
        <PersonPicker value={person} onChange={setPerson} placeholder={t('exceptions.all-people')} />
      </div>
    </div>
  )
  return { filter, bar }
}

export const ExceptionsPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const [shown, setShown] = useState<Shown>(params['exception'] === undefined ? 'open' : 'all')
  const [open, setOpen] = useState<string | undefined>(params['exception'])
  const { filter, bar } = useFilter()
  const asked = shown === 'all' ? filter : { ...filter, state: shown }
  // Any entry may make one or take one away, so every change renews the list.
  const pages = useRows('exceptions.list', { ...asked, limit: 100 })
  const counts = useOperation('exceptions.counts', filter, { keep: true }).data
  useKeys(Object.fromEntries(shownStates.map((state, index) => [`${index + 1}`, () => setShown(state)])))
  const countOf = (state: Shown): number =>
    counts === undefined ? 0 : state === 'all' ? counts.open + counts.explained + counts.settled : counts[state]
  return (
    <Page
      title={t('exceptions.title')}
      about={
        <Segmented
          value={shown}
          onChange={setShown}
          options={shownStates.map((value, index) => ({
            value,
            label: (
              <span data-testid={`exceptions-${value}`}>
                {t(`exceptions.state.${value}`)} {countOf(value)} <KeyCap name={`${index + 1}`} />
              </span>
            ),
          }))}
        />
      }
      actions={<ExportButton list="exceptions" filter={asked} />}
    >
      {bar}
      <div className="exceptions-list">
        <DataTable
          label={t('exceptions.title')}
          isMain
          columns={columnsOf(say)}
          pages={pages}
          rowKey={(row) => row.id}
          onOpen={(row) => setOpen(row.id)}
          empty={t(shown === 'open' ? 'exceptions.none-open' : 'exceptions.none')}
        />
      </div>
      {open !== undefined && <ExceptionDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
