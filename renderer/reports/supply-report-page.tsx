/** 物资报表: one report of the supplies at a time, for a year; a plot where it goes by months, and the table. */
import { InputNumber, Select, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { yearOf } from '../../shared/office/dates.ts'
import { reportPeriod, reportSpan, supplyReports, type SupplyReport } from '../../shared/supplies/reports/operations.ts'
import { DocumentPreview } from '../documents/document-preview.tsx'
import { useKeys } from '../shell/keys.tsx'
import { usePlaces } from '../shell/places.tsx'
import { useOperation } from '../shell/queries.ts'
import type { PageProps, Params } from '../shell/registers.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { ExportButton } from '../tables/export-button.tsx'
import { ActButton } from '../ui/act-button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Page } from '../ui/page.tsx'
import { BarPlot } from './bar-plot.tsx'
import { ReportView } from './report-view.tsx'
import './reports.css'

const reportIn = ({ report }: Params): SupplyReport => supplyReports.find((one) => one === report) ?? 'department'

/** @param params `report` and `year` to begin with, as the budgets' page asks for */
export const SupplyReportPage = ({ params }: PageProps) => {
  const { t, tOf } = useWords()
  const { office, may } = useSession()
  const { go } = usePlaces()
  const [isPrinting, setPrinting] = useState(false)
  const [report, setReport] = useState<SupplyReport>(reportIn(params))
  const [year, setYear] = useState(Number(params['year'] ?? yearOf(office.today ?? '2000-01-01')))
  const [isChoosing, setChoosing] = useState(false)
  const chooser = useRef<RefSelectProps>(null)
  useKeys({
    F7: () => {
      chooser.current?.focus()
      setChoosing(true)
    },
  })
  const subjects = ['supply_slip', 'supply_item', 'supply_budget']
  const { data, fault, again } = useOperation('supplies.report', { report, year }, { subjects })
  // Where nothing was planned there is nothing to hold the bars against.
  const plan = data?.plan?.some((amount) => amount !== 0) === true ? data.plan : undefined
  const bars = data?.plot?.map((amount, index) => ({
    name: tOf(`reports.month.${index + 1}`),
    // In whole yuan: the table beside it says the 分.
    value: Math.round(amount / 100),
    mark: plan?.[index] === undefined ? undefined : Math.round(plan[index] / 100),
  }))
  return (
    <Page
      title={t('supplies.report.title')}
      about={t(`supplies.report.lead.${reportSpan[report]}`)}
      actions={
        <>
          <KeyCap name="F7" />
          <Select
            ref={chooser}
            open={isChoosing}
            onOpenChange={setChoosing}
            value={report}
            onChange={(chosen: SupplyReport) => {
              setReport(chosen)
              // The keys of the page are those of the report, not of its chooser.
              chooser.current?.blur()
            }}
            options={supplyReports.map((value) => ({ value, label: t(`supplies.report.name.${value}`) }))}
            aria-label={t('field.report')}
            data-testid="report-chooser"
            style={{ width: 200 }}
          />
          <InputNumber
            min={1990}
            max={2199}
            value={year}
            onChange={(value) => value !== null && setYear(value)}
            aria-label={t('reports.year')}
            data-testid="report-year"
            style={{ width: 84 }}
          />
          {report === 'budget' && (
            <ActButton keyName="b" onAct={() => go('supplies.budgets', { year: String(year) })} testId="to-budgets">
              {t('supplies.budget.open')}
            </ActButton>
          )}
          {data !== undefined && may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setPrinting(true)} testId="report-print">
              {t('supplies.report.print')}
            </ActButton>
          )}
          <ExportButton list="supply-report" filter={{ report, year: String(year) }} />
        </>
      }
    >
      <FaultNote fault={fault} onRetry={again} />
      {data?.rows.length === 0 && <p className="quiet">{t('supplies.report.empty')}</p>}
      {data !== undefined && data.rows.length > 0 && (
        <>
          {bars !== undefined && (
            <BarPlot label={t('supplies.report.plot', { year })} bars={bars} isLow={data.totals.length > 1} />
          )}
          {data.plan !== undefined && <p className="quiet plot-legend">{t('supplies.report.plot.plan')}</p>}
          <ReportView key={report} table={data} label={t(`supplies.report.name.${report}`)} />
          {data.more > 0 && <p className="quiet">{t('supplies.report.more', { count: data.more })}</p>}
        </>
      )}
      {data !== undefined && isPrinting && (
        <DocumentPreview
          form="supply-report"
          subject={data.office}
          period={reportPeriod(report, year)}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  )
}
