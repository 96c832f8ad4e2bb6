/** 物资预算: every department with its year, what was used of it and where it is over; Enter opens its twelve months. */
import { InputNumber } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../../shared/office/dates.ts'
import { figures } from '../../../shared/office/money.ts'
import type { BudgetRow } from '../../../shared/supplies/budget/budget-operations.ts'
import { useKept } from '../../shell/kept.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useOperation, type Pages } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import '../supplies.css'
import { sumOf } from './amounts.ts'
import { BudgetSheet } from './budget-sheet.tsx'

const touching = { subjects: ['supply_budget', 'supply_slip', 'department'], keep: true }

/** Months in which more was used than planned. */
const monthsOver = ({ amounts, used }: BudgetRow): number[] =>
  amounts === undefined ? [] : used.flatMap((amount, month) => (amount > (amounts[month] ?? 0) ? [month + 1] : []))

const Figure = ({ amount }: { amount: number }) => (
  <span className={amount < 0 ? 'is-care' : ''}>{figures(amount)}</span>
)

const useColumns = (): Column<BudgetRow>[] => {
  const { t, tOf, list } = useWords()
  return [
    {
      key: 'department',
      title: t('supplies.field.department'),
      width: 'minmax(140px, 2fr)',
      cell: ({ department }) => department.name,
    },
    {
      key: 'planned',
      title: t('supplies.budget.planned'),
      width: '130px',
      align: 'right',
      cell: ({ amounts }) => amounts && figures(sumOf(amounts)),
    },
    {
      key: 'used',
      title: t('supplies.budget.used'),
      width: '130px',
      align: 'right',
      cell: ({ used }) => figures(sumOf(used)),
    },
    {
      key: 'left',
      title: t('supplies.budget.left'),
      width: '130px',
      align: 'right',
      cell: ({ amounts, used }) => amounts && <Figure amount={sumOf(amounts) - sumOf(used)} />,
    },
    {
      key: 'over',
      title: t('supplies.budget.over'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => (
        <span className="is-care">{list(monthsOver(row).map((month) => tOf(`reports.month.${month}`)))}</span>
      ),
    },
    {
      key: 'set',
      title: t('supplies.budget.set-by'),
      width: '220px',
      cell: ({ set }) => set && `${set.by.name} ${set.at}`,
    },
  ]
}

export const BudgetsPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const { office, may } = useSession()
  const [year, setYear] = useKept(
    'supplies.budgets.year',
    Number(params['year'] ?? yearOf(office.today ?? '2000-01-01')),
  )
  const [open, setOpen] = useState<BudgetRow['department']>()
  const [done, setDone] = useState<string>()
  const { data, fault, isLoading, again } = useOperation('supplies.budgets', { year }, touching)
  const pages: Pages<BudgetRow> = {
    rows: data?.rows ?? [],
    fault,
    isLoading,
    isLoadingMore: false,
    hasMore: false,
    more: () => undefined,
    again,
  }
  return (
    <Page
      title={t('supplies.budget.title')}
      about={t('supplies.budget.about')}
      actions={
        <>
          <ActButton keyName="r" onAct={() => go('reports.supplies', { report: 'budget', year: String(year) })}>
            {t('supplies.budget.report')}
          </ActButton>
          {may('tables.import') && may('supplies.manage') && (
            <ActButton keyName="i" onAct={() => go('tables.import', { target: 'budgets' })} testId="budgets-import">
              {t('tables.import.title')}
            </ActButton>
          )}
          <ExportButton list="budgets" filter={{ year: String(year) }} />
          <InputNumber
            min={1990}
            max={2199}
            value={year}
            onChange={(value) => value !== null && setYear(value)}
            aria-label={t('reports.year')}
            data-testid="budget-year"
            style={{ width: 84 }}
          />
        </>
      }
    >
      {done !== undefined && (
        <div className="success-line" role="status" data-testid="budget-done">
          <span className="success-mark" aria-hidden="true">
            ✓
          </span>
          <strong>{done}</strong>
        </div>
      )}
      {data?.isClosed === true && <p className="quiet">{t('supplies.budget.closed', { year })}</p>}
      <DataTable
        label={t('supplies.budget.title')}
        columns={useColumns()}
        pages={pages}
        rowKey={({ department }) => department.id}
        onOpen={({ department }) => {
          setDone(undefined)
          setOpen(department)
        }}
        empty={t('supplies.budget.none')}
        isMain
      />
      {open !== undefined && (
        <BudgetSheet
          department={open}
          year={year}
          onDone={(said) => {
            setDone(said)
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
