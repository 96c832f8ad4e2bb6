/** 盘点: all stocktakes, newest first, with how far each is counted and what came of it; a new one is planned from here. */
import { Segmented } from 'antd'
import { moneyText } from '../../../shared/office/money.ts'
import { stocktakeStates, type StocktakeState } from '../../../shared/supplies/stocktake/states.ts'
import type { RowOf } from '../../shell/contract.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { CountProgress, TakeState, useScopeText, useTimeText } from './parts.tsx'
import './stocktake.css'

type Row = RowOf<'supplies.stocktakes'>

const stateCell = (row: Row) => <TakeState state={row.state} />
const progressCell = (row: Row) => <CountProgress counted={row.counted} lines={row.lines} />

export const StocktakesPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const scopeText = useScopeText()
  const timeText = useTimeText()
  const [state, setState] = useKept<StocktakeState | 'all'>('supplies.stocktakes.state', 'all')
  const pages = useRows(
    'supplies.stocktakes',
    { limit: 100, ...(state === 'all' ? {} : { state }) },
    { subjects: ['stocktake', 'stock_count'] },
  )
  const columns: Column<Row>[] = [
    { key: 'number', title: t('supplies.field.number'), width: '140px', cell: (row) => row.number },
    {
      key: 'state',
      title: t('supplies.stocktake.state'),
      width: '84px',
      cell: stateCell,
    },
    { key: 'scope', title: t('supplies.stocktake.scope'), width: 'minmax(150px, 2fr)', cell: (row) => scopeText(row) },
    { key: 'cutoff', title: t('field.cutoff'), width: '136px', cell: (row) => timeText(row.cutoff) },
    { key: 'progress', title: t('supplies.stocktake.progress'), width: '150px', cell: progressCell },
    {
      key: 'gains',
      title: t('supplies.verb.gain'),
      width: '104px',
      align: 'right',
      cell: (row) => row.totals && moneyText(row.totals.gainAmount),
    },
    {
      key: 'losses',
      title: t('supplies.verb.loss'),
      width: '104px',
      align: 'right',
      cell: (row) => row.totals && moneyText(row.totals.lossAmount),
    },
    { key: 'by', title: t('supplies.stocktake.planned-by'), width: '80px', cell: (row) => row.plannedBy },
    { key: 'note', title: t('supplies.field.remarks'), width: 'minmax(90px, 1fr)', cell: (row) => row.note },
  ]
  return (
    <Page
      title={t('supplies.stocktakes.title')}
      about={
        <Segmented
          value={state}
          options={(['all', ...stocktakeStates] as const).map((value) => ({
            value,
            label: value === 'all' ? t('supplies.slips.all') : t(`supplies.stocktake.state.${value}`),
          }))}
          onChange={(value) => setState(value)}
        />
      }
      actions={
        may('supplies.manage') && (
          <ActButton kind="primary" keyName="n" onAct={() => go('supplies.stocktake.plan')} testId="plan-stocktake">
            {t('supplies.stocktake.plan.title')}
          </ActButton>
        )
      }
    >
      <DataTable
        label={t('supplies.stocktakes.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        onOpen={(row) => go('supplies.stocktake', { id: row.id })}
        empty={t('supplies.stocktakes.none')}
      />
    </Page>
  )
}
