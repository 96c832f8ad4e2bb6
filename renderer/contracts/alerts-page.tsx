/** What ends soon: contracts before their end or their day of notice, delegations before theirs, the nearest first; then contracts past their end. */
import type { Output } from '../shell/contract.ts'
import { usePlaces } from '../shell/places.tsx'
import { useOperation, useRows, type Pages } from '../shell/queries.ts'
import { useSession } from '../shell/session.tsx'
import { useWords } from '../shell/words.tsx'
import { useKept } from '../shell/kept.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { CountInput } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import './contracts.css'

type Ending = Output<'contracts.ending'>
type Past = Output<'contracts.pastEnd'>['rows'][number]
type Alert = {
  id: string
  page: string
  what: 'ends' | 'renews' | 'notice' | 'authority' | 'past' | 'renewed'
  on: string
  number: string
  name: string
  with: string
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** A contract past its end that nobody ended: one that renews by itself needs its new term entered. */
const pastOf = ({ id, number, name, counterparty, endsOn, autoRenew }: Past): Alert[] =>
  endsOn === undefined
    ? []
    : [
        {
          id,
          page: 'contracts.list',
          what: autoRenew ? 'renewed' : 'past',
          on: endsOn,
          number,
          name,
          with: counterparty,
        },
      ]

/** One line per day on which something is due: a contract may want notice first and end later. */
const alertsOf = ({ contracts, delegations }: Ending, today: string, days: number): Alert[] => {
  const isNear = (on: string | undefined): on is string =>
    on !== undefined && on >= today && daysBetween(today, on) <= days
  const due = contracts.flatMap(({ id, number, name, counterparty, endsOn, noticeOn, autoRenew }): Alert[] => {
    const base = { id, page: 'contracts.list', number, name, with: counterparty }
    return [
      ...(isNear(noticeOn) ? [{ ...base, what: 'notice' as const, on: noticeOn }] : []),
      ...(isNear(endsOn) ? [{ ...base, what: autoRenew ? ('renews' as const) : ('ends' as const), on: endsOn }] : []),
    ]
  })
  const ending = delegations.flatMap(({ id, number, delegateName, post, delegatorName, validTo }): Alert[] => {
    const name = delegateName ?? post ?? ''
    const base = { id, page: 'contracts.delegations', number, name, with: delegatorName }
    return isNear(validTo) ? [{ ...base, what: 'authority' as const, on: validTo }] : []
  })
  return [...due, ...ending].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What can still be met in time first; then what is past, the latest end first, page by page. */
const useAlerts = (today: string, days: number): Pages<Alert> => {
  const ending = useOperation('contracts.ending', { days }, { subjects: ['contract', 'delegation'], keep: true })
  const past = useRows('contracts.pastEnd', { limit: 100 }, { subjects: ['contract'] })
  const near = ending.data === undefined ? [] : alertsOf(ending.data, today, days)
  return {
    ...past,
    rows: [...near, ...past.rows.flatMap(pastOf)],
    fault: ending.fault ?? past.fault,
    isLoading: ending.isLoading || past.isLoading,
    again: () => {
      ending.again()
      past.again()
    },
  }
}

const leftText = (t: ReturnType<typeof useWords>['t'], days: number): string =>
  days < 0 ? t('alerts.days-past', { count: -days }) : t('alerts.days', { count: days })

const useColumns = (today: string): readonly Column<Alert>[] => {
  const { t } = useWords()
  return [
    { key: 'on', title: t('alerts.on'), width: '105px', cell: (row) => row.on },
    {
      key: 'left',
      title: t('alerts.left'),
      width: '110px',
      align: 'right',
      cell: (row) => leftText(t, daysBetween(today, row.on)),
    },
    {
      key: 'what',
      title: t('alerts.what'),
      width: '200px',
      cell: (row) => <span className={`alert-what is-${row.what}`}>{t(`alerts.what.${row.what}`)}</span>,
    },
    { key: 'number', title: t('alerts.number'), width: '160px', cell: (row) => row.number },
    { key: 'name', title: t('alerts.name'), width: 'minmax(160px, 2fr)', cell: (row) => row.name },
    { key: 'with', title: t('alerts.with'), width: 'minmax(140px, 1.4fr)', cell: (row) => row.with },
  ]
}

export const AlertsPage = () => {
  const { t } = useWords()
  const { go } = usePlaces()
  const today = useSession().office.today ?? ''
  const [typed, setDays] = useKept<number | undefined>('contracts.alerts.days', 30)
  const days = Math.min(366, Math.max(1, typed ?? 30))
  const pages = useAlerts(today, days)
  const columns = useColumns(today)
  const count = pages.rows.length
  return (
    <Page
      title={t('alerts.title')}
      about={t(pages.hasMore ? 'ui.rows-and-more' : 'alerts.count', { count })}
      actions={
        <label className="page-days">
          {t('alerts.ahead')}
          <CountInput value={typed} onChange={setDays} testId="alert-days" />
        </label>
      }
    >
      <DataTable
        label={t('alerts.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => `${row.id}${row.what}`}
        onOpen={(row) => go(row.page, { id: row.id })}
        empty={t('alerts.none')}
      />
    </Page>
  )
}
