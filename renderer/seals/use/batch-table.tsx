/** The table of a batch: a cell that differs from the last request like it is red and says what it was then. */
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { variesAmong, type Compared } from '../../../shared/seals/requests/differences.ts'
import { useWords, type Say } from '../../shell/words.tsx'
import type { BatchRow } from './batch-page.tsx'
import { amountText } from './use-request.tsx'
import './batch.css'

type Shown = NonNullable<BatchRow['last']>
type Column = {
  readonly field: Compared
  readonly title: string
  readonly value: (row: Shown) => string
  readonly isNumber?: boolean
}

const columnsOf = ({ t, list }: Say): Column[] => {
  return [
    {
      field: 'counterparty',
      title: t('seals.requests.counterparty'),
      value: (row) => row.counterparty ?? t('seals.approvals.nothing'),
    },
    {
      field: 'seals',
      title: t('seals.requests.seals'),
      value: (row) => list(row.lines.map(({ seal }) => seal.name)),
    },
    { field: 'category', title: t('seals.requests.category'), value: (row) => t(`seals.category.${row.category}`) },
    {
      field: 'amount',
      title: t('seals.requests.amount'),
      value: (row) => amountText(row.contract?.amount, row.contract?.currency) ?? t('seals.approvals.nothing'),
      isNumber: true,
    },
    { field: 'copies', title: t('seals.use.copies'), value: (row) => String(row.copies), isNumber: true },
    {
      field: 'impressions',
      title: t('seals.approvals.impressions'),
      value: (row) => String(row.lines.reduce((sum, { approved }) => sum + approved, 0)),
      isNumber: true,
    },
    { field: 'mode', title: t('seals.requests.mode'), value: (row) => t(`seals.mode.${row.mode}`) },
    {
      field: 'file',
      title: t('seals.approvals.file'),
      value: (row) => row.document.sha256?.slice(0, 8) ?? t('seals.approvals.no-file'),
    },
  ]
}

const Cell = ({ row, column }: { row: BatchRow; column: Column }) => {
  const { t } = useWords()
  const { last } = row
  const isOther = last !== undefined && row.differs.includes(column.field)
  const kind = [column.isNumber === true ? 'number' : '', isOther ? 'is-other' : ''].join(' ')
  return (
    <td className={kind} data-field={column.field}>
      {column.value(row)}
      {isOther && <small>{t('seals.approvals.last', { value: column.value(last) })}</small>}
    </td>
  )
}

const Against = ({ row }: { row: BatchRow }) => {
  const { t } = useWords()
  if (row.last === undefined) return <span className="quiet">{t('seals.approvals.first')}</span>
  const { number } = row.last
  if (row.differs.length === 0) return <span className="quiet">{t('seals.approvals.same', { number })}</span>
  return <span className="batch-other">{t('seals.approvals.differs', { number, count: row.differs.length })}</span>
}

type Props = {
  readonly tableRef: Ref<HTMLDivElement>
  readonly rows: readonly BatchRow[]
  readonly chosen: readonly BatchRow[]
  readonly onToggle: (id: string) => void
  readonly onToggleAll: () => void
  readonly onOpen: (id: string) => void
  readonly empty: ReactNode
}

export const BatchTable = ({ tableRef, rows, chosen, onToggle, onToggleAll, onOpen, empty }: Props) => {
  const say = useWords()
  const { t } = say
  const [place, setPlace] = useState(0)
  const active = Math.min(place, Math.max(0, rows.length - 1))
  const columns = columnsOf(say)
  const varies = variesAmong(chosen.length > 1 ? chosen : rows)
  const row = rows[active]
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setPlace(Math.min(rows.length - 1, active + 1)),
    ArrowUp: () => setPlace(Math.max(0, active - 1)),
    ' ': () => row && onToggle(row.id),
    Enter: () => row && onOpen(row.id),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey ? undefined : acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div
      ref={tableRef}
      className="batch"
      role="grid"
      tabIndex={0}
      aria-label={t('seals.approvals.batch')}
      onKeyDown={onKeyDown}
    >
      <table>
        <thead>
          <tr>
            <th onClick={onToggleAll}>{t('seals.approvals.choose')}</th>
            <th>{t('seals.requests.document')}</th>
            {columns.map(({ field, title, isNumber }) => (
              <th key={field} className={isNumber === true ? 'number' : ''} data-varies={varies.includes(field)}>
                {title}
                {varies.includes(field) && <span className="batch-other"> ≠</span>}
              </th>
            ))}
            <th>{t('seals.approvals.compared')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, index) => (
            <tr
              key={one.id}
              className={index === active ? 'is-active' : ''}
              aria-selected={chosen.includes(one)}
              data-request={one.number}
              onClick={() => {
                setPlace(index)
                onToggle(one.id)
              }}
            >
              <td className="batch-box">{chosen.includes(one) ? '☑' : '☐'}</td>
              <td>
                {one.document.title}
                <small>
                  {[one.number, one.applicant.name, one.isUrgent && t('seals.requests.urgent')]
                    .filter(Boolean)
                    .join(' · ')}
                  {one.standsFor && ` · ${t('seals.approvals.stands-for', { name: one.standsFor.name })}`}
                </small>
              </td>
              {columns.map((column) => (
                <Cell key={column.field} row={one} column={column} />
              ))}
              <td>
                <Against row={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="table-empty">{empty}</p>}
    </div>
  )
}
