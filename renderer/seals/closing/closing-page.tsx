/** 结账: choose seal and period, see what the closing would say, close it and print it; beside it the closings so far. */
import { Input, Select } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import type { Output, RowOf } from '../../shell/contract.ts'
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
import { ClosingSays } from './closing-content.tsx'
import { ClosingDrawer } from './closing-drawer.tsx'
import '../seals.css'
import './closing.css'

type Row = RowOf<'seals.closings'>
type Preview = Output<'seals.closingPreview'>
type Closed = { readonly id: string; readonly number: string; readonly seal: string; readonly period: string }

const renewing = { subjects: ['seal_closing', 'seal_use', 'seal', 'exception_answer', 'seal_outing'] }

const columnsOf = ({ t }: Say): Column<Row>[] => [
  { key: 'period', title: t('seals.closing.period'), width: '76px', cell: (row) => row.period },
  { key: 'seal', title: t('seals.book.seal'), width: 'minmax(110px, 1fr)', cell: (row) => row.seal.name },
  { key: 'uses', title: t('seals.closing.uses'), width: '72px', align: 'right', cell: (row) => row.totals.uses },
  { key: 'closed', title: t('seals.closing.closed'), width: '80px', cell: (row) => row.closed.by.name },
  {
    key: 'signed',
    title: t('seals.closing.countersigned'),
    width: '112px',
    cell: (row) => row.countersigned?.by.name ?? t('seals.closing.awaits'),
  },
]

const isPeriod = (period: string): boolean => /^(19|2[01])\d\d(-(0[1-9]|1[0-2]))?$/.test(period)

const Warnings = ({ warnings }: Pick<Preview, 'warnings'>) => {
  const { t } = useWords()
  if (warnings.length === 0) return null
  return (
    <section className="closing-warnings" data-testid="closing-warnings">
      <strong>{t('seals.closing.warnings')}</strong>
      <ul>
        {warnings.map(({ code, count }) => (
          <li key={code}>{t(`seals.closing.warning.${code}`, { count })}</li>
        ))}
      </ul>
    </section>
  )
}

/** The line after closing: its number, who is to sign, and the sheet by one key. */
const ClosedLine = ({ closed }: { closed: Closed }) => {
  const { t } = useWords()
  const { print, isPrinting, isPrinted, fault } = usePrinting()
  return (
    <>
      <SuccessLine
        number={closed.number}
        onPrint={() => void print({ form: 'seal-closing', subject: closed.id })}
        isPrinting={isPrinting}
        isPrinted={isPrinted}
      >
        {t('seals.closing.done', closed)}
      </SuccessLine>
      <FaultNote fault={fault} />
    </>
  )
}

/** Seal and period: what is due first stands there until something else is chosen. */
const useChoice = () => {
  const due = useOperation('seals.closingsDue', {}, renewing).data?.rows ?? []
  const seals = useOperation('seals.list', { limit: 200 }, { subjects: ['seal'] }).data?.rows ?? []
  const [seal, setSeal] = useState<string>()
  const [period, setPeriod] = useState<string>()
  const next = due.find((row) => seal === undefined || row.seal.id === seal)
  return {
    due,
    seals,
    seal: seal ?? next?.seal.id,
    period: period ?? next?.period ?? '',
    name: seals.find(({ id }) => id === (seal ?? next?.seal.id))?.name ?? '',
    choose: (chosen: string) => {
      setSeal(chosen)
      setPeriod(undefined)
    },
    setPeriod,
    goOn: () => {
      setSeal(undefined)
      setPeriod(undefined)
    },
  }
}

type BarProps = { readonly choice: ReturnType<typeof useChoice>; readonly onClose: () => void }

const ChoiceBar = ({ choice, onClose }: BarProps) => {
  const { t } = useWords()
  const { seals, seal, period, choose, setPeriod } = choice
  // A closed list claims every Enter for opening itself; Ctrl+Enter in it still closes the month.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <div className="book-bar" role="presentation" onKeyDownCapture={onKeyDownCapture}>
      <Select
        style={{ width: 240 }}
        value={seal ?? null}
        placeholder={t('seals.book.seal')}
        onChange={(chosen: string | null) => chosen !== null && choose(chosen)}
        options={seals.map((one) => ({ value: one.id, label: `${one.code} ${one.name}` }))}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('seals.book.seal')}
        data-testid="closing-seal"
      />
      <Input
        style={{ width: 120 }}
        value={period}
        placeholder={t('seals.closing.period')}
        onChange={(event) => setPeriod(event.target.value.trim())}
        status={period === '' || isPeriod(period) ? '' : 'error'}
        aria-label={t('seals.closing.period')}
        data-testid="closing-period"
      />
    </div>
  )
}

const useClosing = (choice: ReturnType<typeof useChoice>) => {
  const { seal, period, name, goOn } = choice
  const isAsked = seal !== undefined && isPeriod(period)
  const preview = useOperation(
    'seals.closingPreview',
    { seal: seal ?? '', period },
    { ...renewing, enabled: isAsked, keep: isAsked },
  )
  const closing = useCommand('seals.close')
  const [closed, setClosed] = useState<Closed>()
  const close = async (): Promise<void> => {
    if (!isAsked || closing.isActing) return
    const answer = await closing.act({ seal, period })
    if (!answer.ok) return
    setClosed({ ...answer.value, seal: name, period })
    goOn()
  }
  return { preview, closing, closed, close, isAsked }
}

export const ClosingPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const choice = useChoice()
  const { preview, closing, closed, close, isAsked } = useClosing(choice)
  const [open, setOpen] = useState<string | undefined>(params['closing'])
  const pages = useRows('seals.closings', { limit: 100 }, renewing)
  const { data, fault } = preview
  const mayClose = may('seals.use') && isAsked && data !== undefined && data.stop === undefined
  return (
    <Page
      title={t('seals.closing.title')}
      about={t('seals.closing.due', { count: choice.due.length })}
      actions={
        may('seals.use') && (
          <ActButton
            kind="primary"
            keyName="Ctrl+Enter"
            isDisabled={!mayClose}
            isActing={closing.isActing}
            onAct={() => void close()}
            testId="closing-do"
          >
            {t('seals.closing.do')} {isAsked ? choice.period : ''}
          </ActButton>
        )
      }
    >
      <ChoiceBar choice={choice} onClose={() => mayClose && void close()} />
      {closed !== undefined && <ClosedLine key={closed.id} closed={closed} />}
      <FaultNote fault={closing.fault ?? fault} />
      <div className="closing-columns">
        <div className="closing-side is-preview" data-testid="closing-preview">
          {!isAsked && <p className="quiet">{t('seals.closing.nothing-due')}</p>}
          {isAsked && data !== undefined && (
            <>
              <FaultNote fault={data.stop as Parameters<typeof FaultNote>[0]['fault']} />
              <Warnings warnings={data.warnings} />
              <ClosingSays content={data.content} period={choice.period} />
            </>
          )}
        </div>
        <div className="closing-side">
          <DataTable
            label={t('seals.closing.title')}
            isMain={!may('seals.use')}
            columns={columnsOf(say)}
            pages={pages}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            empty={t('seals.closing.empty')}
          />
        </div>
      </div>
      {open !== undefined && <ClosingDrawer id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
