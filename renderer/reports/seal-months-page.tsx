/** How often each seal was used in each month of a year: a plot, and the table that says the same. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../shared/office/dates.ts'
import type { Output, RowOf } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation, useOperations } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { Page } from '../ui/page.tsx'
import { BarPlot } from './bar-plot.tsx'
import './reports.css'

type Seal = RowOf<'seals.list'>
type Months = Output<'seals.months'>
type Line = { readonly seal: Seal; readonly totals: Months }

const monthNumbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** Uses of a seal in a month; those that were voided are counted apart. */
const countIn = (totals: Months, year: number, month: string): { standing: number; voided: number } => {
  const found = totals.months.find((one) => one.month === `${year}-${month}`)
  return { standing: found?.uses ?? 0, voided: found?.voided ?? 0 }
}

const MonthTable = ({ lines, year }: { lines: readonly Line[]; year: number }) => {
  const { t, tOf } = useWords()
  const { go } = usePlaces()
  const sum = (month: string) => lines.reduce((total, { totals }) => total + countIn(totals, year, month).standing, 0)
  return (
    <table className="month-table" aria-label={t('reports.seals.plot', { year })}>
      <thead>
        <tr>
          <th scope="col">{t('type.seal')}</th>
          {monthNumbers.map((month) => (
            <th key={month} scope="col">
              {tOf(`reports.month.${Number(month)}`)}
            </th>
          ))}
          <th scope="col">{t('reports.total')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seal, totals }) => (
          <tr key={seal.id}>
            <td>
              <button type="button" className="plain" onClick={() => go('seals.book', { seal: seal.id })}>
                {seal.name} <span className="quiet">{seal.code}</span>
              </button>
            </td>
            {monthNumbers.map((month) => {
              const { standing, voided } = countIn(totals, year, month)
              return (
                <td key={month}>
                  {standing === 0 ? '' : standing} {voided > 0 && <span className="quiet">({voided})</span>}
                </td>
              )
            })}
            <td>{totals.year.uses}</td>
          </tr>
        ))}
        <tr className="is-total">
          <td>{t('reports.total')}</td>
          {monthNumbers.map((month) => (
            <td key={month}>{sum(month)}</td>
          ))}
          <td>{monthNumbers.reduce((total, month) => total + sum(month), 0)}</td>
        </tr>
      </tbody>
    </table>
  )
}

export const SealMonthsPage = () => {
  const { t, tOf } = useWords()
  const { office } = useSession()
  const thisYear = yearOf(office.today ?? '2000-01-01')
  const [year, setYear] = useState(thisYear)
  const seals = useOperation('seals.list', { limit: 200 }, { subjects: ['seal'] })
  const rows = seals.data?.rows ?? []
  const months = useOperations(
    'seals.months',
    rows.map((seal) => ({ seal: seal.id, year })),
    { subjects: ['seal_use'] },
  )
  const lines = rows.flatMap((seal, index) => {
    const totals = months[index]?.data
    return totals === undefined || totals.year.uses + totals.year.voided === 0 ? [] : [{ seal, totals }]
  })
  const bars = monthNumbers.map((month) => ({
    name: tOf(`reports.month.${Number(month)}`),
    value: lines.reduce((total, { totals }) => total + countIn(totals, year, month).standing, 0),
  }))
  const fault = seals.fault ?? months.find((one) => one.fault !== undefined)?.fault
  const isReady = seals.data !== undefined && months.every((one) => one.data !== undefined)
  return (
    <Page
      title={t('reports.seals')}
      about={t('reports.seals.lead')}
      actions={<Segmented value={year} options={[thisYear - 2, thisYear - 1, thisYear]} onChange={setYear} />}
    >
      <FaultNote fault={fault} onRetry={seals.again} />
      {isReady && lines.length === 0 && <p className="quiet">{t('reports.seals.none')}</p>}
      {lines.length > 0 && (
        <>
          <BarPlot label={t('reports.seals.plot', { year })} bars={bars} />
          <div className="month-scroll">
            <MonthTable lines={lines} year={year} />
          </div>
        </>
      )}
    </Page>
  )
}
