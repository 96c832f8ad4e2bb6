/** 月结: what closing the month would say, closing and printing it; beside it the closings so far. */
import { Input } from 'antd'
import { useState } from 'react'
import { figures } from '../../../shared/office/money.ts'
import type { RowOf } from '../../shell/contract.ts'
import { useCommand, useOperation, useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Page } from '../../ui/page.tsx'
import { usePrinting } from '../../ui/printing.ts'
import { SuccessLine } from '../../ui/success-line.tsx'
import { RevalueButton } from './revalue-button.tsx'
import { MethodButton, MethodDone, type Method } from './method-button.tsx'
import { ValueDone, type ValueSlip } from './value-done.tsx'
import { StockClosingSays } from './stock-closing-content.tsx'
import { StockClosingDrawer } from './stock-closing-drawer.tsx'
import '../supplies.css'
import './stock-closing.css'

type Row = RowOf<'supplies.closings'>
type Closed = { readonly id: string; readonly number: string; readonly month: string }

const renewing = { subjects: ['stock_closing', 'supply_slip', 'stock_method'] }

const columnsOf = ({ t }: Say): Column<Row>[] => [
  { key: 'month', title: t('supplies.closing.month'), width: '72px', cell: (row) => row.month },
  {
    key: 'closing',
    title: t('supplies.closing.closing'),
    width: 'minmax(92px, 1fr)',
    align: 'right',
    cell: (row) => figures(row.totals.closing),
  },
  { key: 'closed', title: t('supplies.closing.closed'), width: 'minmax(68px, 1fr)', cell: (row) => row.closed.by.name },
  {
    key: 'signed',
    title: t('supplies.closing.countersigned'),
    width: 'minmax(68px, 1fr)',
    cell: (row) => row.countersigned?.by.name ?? t('supplies.closing.awaits'),
  },
]

const isMonth = (month: string): boolean => /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(month)

/** The line after closing: its number, who is to sign, and the sheet by one key. */
const ClosedLine = ({ closed }: { closed: Closed }) => {
  const { t } = useWords()
  const { print, isPrinting, isPrinted, fault } = usePrinting()
  return (
    <>
      <SuccessLine
        number={closed.number}
        onPrint={() => void print({ form: 'stock-closing', subject: closed.id })}
        isPrinting={isPrinting}
        isPrinted={isPrinted}
      >
        {t('supplies.closing.done', { month: closed.month })}
      </SuccessLine>
      <FaultNote fault={fault} />
    </>
  )
}

/** The month that is looked at: the earliest due one until another is typed. */
const useMonth = () => {
  const [typed, setTyped] = useState<string>()
  const isAsked = typed === undefined || isMonth(typed)
  const asked = typed !== undefined && isMonth(typed) ? { month: typed } : {}
  const preview = useOperation('supplies.closingPreview', asked, { ...renewing, enabled: isAsked, keep: true })
  const closing = useCommand('supplies.closeMonth')
  const [closed, setClosed] = useState<Closed>()
  const month = preview.data?.month
  const close = async (): Promise<void> => {
    if (month === undefined || closing.isActing || !isAsked) return
    const answer = await closing.act({ month })
    if (!answer.ok) return
    setClosed({ ...answer.value, month })
    setTyped(undefined)
  }
  return { typed, setTyped, isAsked, preview, closing, closed, close, month }
}

export const StockClosingPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may, office } = useSession()
  const { typed, setTyped, isAsked, preview, closing, closed, close, month } = useMonth()
  const [open, setOpen] = useState<string | undefined>(params['closing'])
  const [revalued, setRevalued] = useState<ValueSlip>()
  const [method, setMethod] = useState<Method>()
  const pages = useRows('supplies.closings', { limit: 50 }, renewing)
  const { data, fault } = preview
  return (
    <Page
      title={t('supplies.closing.title')}
      about={t('supplies.closing.due', { count: data?.due.length ?? 0 })}
      actions={
        <>
          <MethodButton month={data?.due[0]} onDone={setMethod} />
          <RevalueButton onDone={setRevalued} />
          {may('supplies.manage') && (
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              isDisabled={!isAsked || month === undefined || data?.stop !== undefined}
              isActing={closing.isActing}
              onAct={() => void close()}
              testId="stock-close"
            >
              {t('supplies.closing.do')} {month ?? ''}
            </ActButton>
          )}
        </>
      }
    >
      {closed !== undefined && <ClosedLine key={closed.id} closed={closed} />}
      {revalued !== undefined && <ValueDone key={revalued.id} slip={revalued} />}
      {method !== undefined && <MethodDone method={method} />}
      <FaultNote fault={closing.fault ?? fault} />
      <div className="stock-closing">
        <div className="stock-closing-side" data-testid="stock-preview">
          <Input
            style={{ width: 120 }}
            // Where nothing is due, the running month: the one that will be.
            value={typed ?? month ?? (office.today ?? '').slice(0, 7)}
            onChange={(event) => setTyped(event.target.value.trim())}
            status={isAsked ? '' : 'error'}
            aria-label={t('supplies.closing.month')}
            data-testid="stock-month"
          />
          {data !== undefined && month === undefined && <p className="quiet">{t('supplies.closing.nothing-due')}</p>}
          <FaultNote fault={data?.stop as Parameters<typeof FaultNote>[0]['fault']} />
          {(data?.differences ?? 0) > 0 && data?.stop === undefined && (
            <p>{t('supplies.closing.will-enter', { count: data?.differences })}</p>
          )}
          {data?.content !== undefined && month !== undefined && (
            <StockClosingSays content={data.content} month={month} />
          )}
        </div>
        <div className="stock-closing-side">
          <DataTable
            label={t('supplies.closing.title')}
            columns={columnsOf(say)}
            pages={pages}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            empty={t('supplies.closing.empty')}
          />
        </div>
      </div>
      {open !== undefined && <StockClosingDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
