/** Delegations: as a list by number, or as the tree that grows from the office, or from one delegator. */
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { delegationStates, officeItself, type DelegationState } from '../../shared/contracts/kinds.ts'
import type { Output, RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import type { PageProps } from '../shell/registers.ts'
import { useOperation, useRows, type Pages } from '../shell/queries.ts'
import { useKeys } from '../shell/keys.tsx'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { DateInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { PersonPicker, type Chosen } from '../ui/record-picker.tsx'
import { amountText } from './amount-text.ts'
import { DelegationDrawer } from './delegation-drawer.tsx'
import { StateMark } from './delegation-cells.tsx'
import { knownType } from './known-type.ts'
import { PrintDelegations } from './print-register.tsx'
import { wholePages } from './whole-pages.ts'
import './contracts.css'
import { ExportButton } from '../tables/export-button.tsx'

type Row = RowOf<'delegations.list'>
type TreeRow = Output<'delegations.tree'>['rows'][number]

const useCells = () => {
  const { t, list } = useWords()
  return {
    who: (row: Row) =>
      row.delegateName ?? (row.post === undefined ? '' : t('delegations.holder-of', { post: row.post })),
    from: (row: Row) => (row.delegator === officeItself ? t('delegations.office') : row.delegatorName),
    limit: (row: Row) => amountText(row.limit, row.currency) ?? t('delegations.unlimited'),
    types: (row: Row) =>
      row.contractTypes.length === 0
        ? t('delegations.allTypes')
        : list(row.contractTypes.map((type) => t(`contracts.type.${knownType(type)}`))),
    state: (row: Row) => <StateMark row={row} />,
  }
}

const useColumns = (isTree: boolean): readonly Column<Row | TreeRow>[] => {
  const { t } = useWords()
  const cells = useCells()
  const step = (row: Row | TreeRow) => ('level' in row ? row.level - 1 : 0)
  return [
    {
      key: 'delegate',
      title: t('delegations.delegate'),
      width: isTree ? 'minmax(168px, 2fr)' : 'minmax(96px, 1fr)',
      cell: (row) => (
        <>
          {step(row) > 0 && <span className="tree-step">{`${'　'.repeat(step(row) - 1)}└ `}</span>}
          {cells.who(row)}
        </>
      ),
    },
    { key: 'delegator', title: t('delegations.delegator'), width: 'minmax(92px, 1fr)', cell: cells.from },
    { key: 'number', title: t('delegations.number'), width: 'minmax(132px, 150px)', cell: (row) => row.number },
    { key: 'types', title: t('delegations.contractTypes'), width: 'minmax(96px, 1.4fr)', cell: cells.types },
    { key: 'limit', title: t('delegations.limit'), width: 'minmax(128px, 150px)', align: 'right', cell: cells.limit },
    { key: 'depth', title: t('delegations.depth-brief'), width: '64px', align: 'right', cell: (row) => row.depth },
    {
      key: 'validTo',
      title: t('delegations.validTo'),
      width: '105px',
      cell: (row) => row.validTo ?? t('delegations.openEnded'),
    },
    { key: 'state', title: t('delegations.state'), width: '80px', cell: cells.state },
  ]
}

/** The tree as rows of the table: it comes whole, cut at a bound, and does not go on by key. */
const useTree = (delegator: string, on: string | undefined, isShown: boolean): Pages<TreeRow> => {
  const tree = useOperation(
    'delegations.tree',
    { delegator, depth: 6, limit: 500, on },
    { enabled: isShown, subjects: ['delegation'], keep: true },
  )
  return wholePages(tree.data?.rows ?? [], tree, tree.data?.isCut)
}

const TreeLabel = () => (
  <>
    {useWords().t('delegations.tree')} <KeyCap name="t" />
  </>
)

export const DelegationsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go, back } = usePlaces()
  const [view, setView] = useState<'list' | 'tree'>('list')
  const [state, setState] = useState<DelegationState>()
  const [person, setPerson] = useState<Chosen>()
  const today = useSession().office.today
  const [on, setOn] = useState(today)
  const isTree = view === 'tree'
  const list = useRows(
    'delegations.list',
    { limit: 100, state, delegate: person?.id, on },
    { enabled: !isTree, subjects: ['delegation'] },
  )
  const tree = useTree(person?.id ?? officeItself, on, isTree)
  const columns = useColumns(isTree)
  useKeys({ t: () => setView(isTree ? 'list' : 'tree') })
  const id = params['id']
  return (
    <Page
      title={t('delegations.title')}
      actions={
        <>
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: t('delegations.list') },
              { value: 'tree', label: <TreeLabel /> },
            ]}
          />
          <PersonPicker
            value={person}
            onChange={setPerson}
            placeholder={t(isTree ? 'delegations.of-delegator' : 'delegations.of-delegate')}
            label={t(isTree ? 'delegations.delegator' : 'delegations.delegate')}
          />
          <label className="page-days">
            {t('delegations.on')}
            <DateInput value={on} onChange={setOn} testId="delegations-on" />
          </label>
          <PrintDelegations person={person?.id} />
          {!isTree && <ExportButton list="delegations" filter={{ state, delegate: person?.id }} />}
          {!isTree && (
            <Select
              allowClear
              className="page-filter"
              value={state}
              onChange={setState}
              placeholder={t('delegations.any-state')}
              options={delegationStates.map((value) => ({ value, label: t(`delegations.state.${value}`) }))}
            />
          )}
          {may('contracts.manage') && (
            <ActButton kind="primary" keyName="n" onAct={() => go('contracts.delegate')} testId="delegation-new">
              {t(may('contracts.delegate') ? 'delegations.issue' : 'delegations.paper')}
            </ActButton>
          )}
        </>
      }
    >
      <DataTable<Row | TreeRow>
        key={view}
        label={t('delegations.title')}
        columns={columns}
        pages={isTree ? tree : list}
        rowKey={(row) => row.id}
        onOpen={(row) => go('contracts.delegations', { id: row.id })}
        isStruck={(row) => row.state === 'revoked' || row.fell !== undefined}
        empty={t('delegations.none')}
      />
      {id !== undefined && <DelegationDrawer id={id} onClose={back} />}
    </Page>
  )
}
