/** 存货明细账: an item's movements of a year with what lay there after each, recounted against the balances. */
import { InputNumber } from 'antd'
import { useState } from 'react'
import { figures } from '../../../shared/office/money.ts'
import type { LedgerRow } from '../../../shared/supplies/movement-operations.ts'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import { call } from '../../shell/call.ts'
import type { Output } from '../../shell/contract.ts'
import { useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordPicker, type Chosen } from '../../ui/record-picker.tsx'
import { RevalueButton } from './revalue-button.tsx'
import { SlipDrawer } from '../counter/slip-drawer.tsx'
import { ValueDone, type ValueSlip } from './value-done.tsx'
import '../supplies.css'
import './stock-closing.css'

type Ledger = Output<'supplies.ledger'>
type Recounted = Output<'supplies.recountStock'>

const isOut = ({ quantity, amount }: LedgerRow): boolean => quantity < 0 || (quantity === 0 && amount < 0)

const columnsOf = ({ t }: Say): Column<LedgerRow>[] => {
  const moved = (key: 'in' | 'out'): Column<LedgerRow>[] => [
    {
      key: `${key}-quantity`,
      title: t(`supplies.ledger.${key}-quantity`),
      width: '52px',
      align: 'right',
      cell: (row) => (isOut(row) === (key === 'out') && row.quantity !== 0 ? Math.abs(row.quantity) : ''),
    },
    {
      key,
      title: t(`supplies.ledger.${key}`),
      width: '84px',
      align: 'right',
      cell: (row) => (isOut(row) === (key === 'out') ? figures(Math.abs(row.amount)) : ''),
    },
  ]
  const what = ({ verb, isReversal }: LedgerRow): string =>
    isReversal ? t('supplies.ledger.reversal', { kind: t(`supplies.verb.${verb}`) }) : t(`supplies.verb.${verb}`)
  return [
    { key: 'date', title: t('supplies.ledger.date'), width: '92px', cell: (row) => row.date },
    { key: 'number', title: t('supplies.ledger.number'), width: '128px', cell: (row) => row.number },
    {
      key: 'what',
      title: t('supplies.ledger.what'),
      width: 'minmax(104px, 1.4fr)',
      cell: (row) => [what(row), row.party].filter(Boolean).join(' '),
    },
    { key: 'location', title: t('supplies.field.location'), width: 'minmax(90px, 0.7fr)', cell: (row) => row.location },
    ...moved('in'),
    ...moved('out'),
    {
      key: 'balance',
      title: t('supplies.ledger.balance-quantity'),
      width: '56px',
      align: 'right',
      cell: (row) => row.balance,
    },
    {
      key: 'value',
      title: t('supplies.ledger.balance'),
      width: '92px',
      align: 'right',
      cell: (row) => figures(row.value),
    },
  ]
}

const Recount = ({ recount }: { recount: Ledger['recount'] }) => {
  const { t } = useWords()
  const { movements, value, locations, isSame } = recount
  const worth = { kept: figures(value.kept), counted: figures(value.counted) }
  return (
    <div className={isSame ? 'ledger-recount' : 'ledger-recount is-care'} data-testid="ledger-recount">
      <strong>{t(isSame ? 'supplies.ledger.same' : 'supplies.ledger.differs')}</strong>
      <span>{t('supplies.ledger.recounted', { movements })}</span>
      {locations.map((place) => (
        <span key={place.location}>{t('supplies.ledger.place', place)}</span>
      ))}
      <span>{t('supplies.ledger.value', worth)}</span>
    </div>
  )
}

/** Pieces of a place as they are; what has no place is the item's value, in yuan. */
const placeOf = ({ location, kept, counted }: Recounted['differing'][number]) =>
  location === undefined
    ? { location: '¥', kept: figures(kept), counted: figures(counted) }
    : { location, kept, counted }

/** The whole stock: one sentence where all is the same, else what differs. */
const WholeStock = ({ found }: { found: Recounted }) => {
  const { t } = useWords()
  const { differing, ...counts } = found
  if (differing.length === 0) return <p data-testid="stock-recounted">{t('supplies.ledger.all-same', counts)}</p>
  return (
    <div className="is-care" data-testid="stock-recounted">
      {t('supplies.ledger.all-differ', { count: differing.length })}
      {differing.slice(0, 20).map((each) => (
        <div key={`${each.item} ${each.location ?? ''}`}>
          {each.name} {t('supplies.ledger.place', placeOf(each))}
        </div>
      ))}
    </div>
  )
}

const useWholeStock = () => {
  const [found, setFound] = useState<Recounted>()
  const [isActing, setActing] = useState(false)
  const recount = async (): Promise<void> => {
    setActing(true)
    const answer = await call('supplies.recountStock', {})
    setActing(false)
    if (answer.ok) setFound(answer.value)
  }
  return { found, isActing, recount }
}

const useLedger = (item: Chosen | undefined, year: number) => {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const asked = { item: item?.id ?? '', ...span }
  const read = useOperation('supplies.ledger', asked, { subjects: ['supply_slip'], enabled: item !== undefined })
  const pages = {
    rows: read.data?.rows ?? [],
    fault: read.fault,
    isLoading: read.isLoading,
    isLoadingMore: false,
    hasMore: false,
    more: () => undefined,
    again: read.again,
  }
  return { span, ledger: item === undefined ? undefined : read.data, pages }
}

/** What was looked for is found: the keys of the page are heard again. */
const focusTable = (): void => document.querySelector<HTMLElement>('.frame-page .table-body')?.focus()

export const LedgerPage = ({ params }: PageProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const given = params['item']
  const [item, setItem] = useState<Chosen | undefined>(
    given === undefined ? undefined : { id: given, name: params['name'] ?? '' },
  )
  const today = useOperation('office.state', {}).data?.today
  const [typed, setYear] = useState<number>()
  const year = typed ?? Number((today ?? '2026').slice(0, 4))
  const { span, ledger, pages } = useLedger(item, year)
  const whole = useWholeStock()
  const [slip, setSlip] = useState<string>()
  const [isPrinting, setPrinting] = useState(false)
  const [revalued, setRevalued] = useState<ValueSlip>()
  return (
    <Page
      title={t('supplies.ledger.title')}
      about={ledger && [ledger.item.code, ledger.item.name, ledger.item.spec].filter(Boolean).join(' ')}
      actions={
        <>
          <ActButton onAct={() => void whole.recount()} isActing={whole.isActing} keyName="r" testId="recount-stock">
            {t('supplies.ledger.recount-all')}
          </ActButton>
          {item !== undefined && <RevalueButton item={item} onDone={setRevalued} />}
          {item !== undefined && may('documents.read') && (
            <ActButton keyName="Ctrl+p" onAct={() => setPrinting(true)} testId="ledger-print">
              {t('supplies.ledger.print')}
            </ActButton>
          )}
          {item !== undefined && <ExportButton list="item-ledger" filter={{ item: item.id, ...span }} />}
        </>
      }
    >
      {revalued !== undefined && <ValueDone key={revalued.id} slip={revalued} />}
      <div className="ledger-bar">
        <div className="ledger-item">
          <RecordPicker
            types={['supply_item']}
            value={item}
            onChange={(chosen) => {
              setItem(chosen)
              if (chosen !== undefined) focusTable()
            }}
            placeholder={t('supplies.ledger.pick')}
            autoFocus={item === undefined}
            label={t('supplies.field.name')}
            testId="ledger-item"
          />
        </div>
        <InputNumber
          min={1990}
          max={2199}
          value={year}
          onChange={(value) => setYear(value ?? undefined)}
          aria-label={t('supplies.ledger.year')}
          style={{ width: 90 }}
        />
      </div>
      {whole.found !== undefined && <WholeStock found={whole.found} />}
      {ledger !== undefined && (
        <>
          <Recount recount={ledger.recount} />
          <div className="quiet">
            {t('supplies.ledger.opening')} {ledger.opening.balance} {ledger.item.unit} · {figures(ledger.opening.value)}
            {ledger.isCut && ` · ${t('supplies.ledger.cut')}`}
          </div>
        </>
      )}
      <DataTable
        label={t('supplies.ledger.title')}
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => `${row.slip} ${row.location} ${row.quantity} ${row.balance}`}
        onOpen={(row) => setSlip(row.slip)}
        autoFocus={item !== undefined}
        empty={item === undefined ? t('supplies.ledger.none') : t('supplies.ledger.empty', { year })}
      />
      {slip !== undefined && <SlipDrawer id={slip} onClose={() => setSlip(undefined)} />}
      {isPrinting && item !== undefined && (
        <DocumentPreview
          form="item-ledger"
          subject={item.id}
          period={String(year)}
          onClose={() => setPrinting(false)}
        />
      )}
    </Page>
  )
}
