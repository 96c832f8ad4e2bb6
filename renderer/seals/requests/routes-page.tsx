/** Approval routes in the order in which they are tried, and who is away with who stands in meanwhile. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { moneyText, type Currency } from '../../../shared/office/money.ts'
import type { Output } from '../../shell/contract.ts'
import { useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Page } from '../../ui/page.tsx'
import { Absences } from './absences.tsx'
import { approversText } from './approvers.ts'
import { RouteSheet } from './route-sheet.tsx'

export type Route = Output<'seals.routes'>['rows'][number]

const amountOf = ({ t }: Say, { amountFrom, amountTo, currency }: Route): string | undefined => {
  const money = (amount: number) => moneyText(amount, currency as Currency)
  if (amountFrom !== undefined && amountTo !== undefined)
    return t('seals.routes.amount-between', { from: money(amountFrom), to: money(amountTo) })
  if (amountFrom !== undefined) return t('seals.routes.amount-least', { from: money(amountFrom) })
  return amountTo === undefined ? undefined : t('seals.routes.amount-below', { to: money(amountTo) })
}

const appliesTo = (say: Say, route: Route): string => {
  const { t, list } = say
  const seals = [...route.seals.map(({ name }) => name), ...route.sealTypes.map((type) => t(`seals.type.${type}`))]
  return [
    seals.length > 0 ? list(seals) : t('seals.routes.any-seal'),
    list(route.categories.map((category) => t(`seals.category.${category}`))),
    amountOf(say, route),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

const stepsText = (say: Say, { steps }: Route): string =>
  steps
    .map(({ mode, approvers }) => {
      const names = approversText(say, approvers)
      return approvers.length > 1 ? `${names}（${say.t(`seals.approvals.${mode}`)}）` : names
    })
    .join(' → ')

const columnsOf = (say: Say): Column<Route>[] => {
  const { t } = say
  return [
    { key: 'order', title: t('seals.routes.precedence'), width: '60px', align: 'right', cell: (row) => row.precedence },
    { key: 'name', title: t('seals.routes.name'), width: 'minmax(120px, 1fr)', cell: (row) => row.name },
    { key: 'for', title: t('seals.routes.applies'), width: 'minmax(200px, 2fr)', cell: (row) => appliesTo(say, row) },
    { key: 'steps', title: t('seals.routes.steps'), width: 'minmax(220px, 3fr)', cell: (row) => stepsText(say, row) },
    {
      key: 'state',
      title: t('seals.requests.status'),
      width: '90px',
      cell: (row) => t(row.isRetired ? 'seals.routes.retired' : 'seals.routes.active'),
    },
  ]
}

type ListProps = { readonly isNew: boolean; readonly onNewClose: () => void }

const Routes = ({ isNew, onNewClose }: ListProps) => {
  const say = useWords()
  const { t } = say
  const { may } = useSession()
  const pages = useRows('seals.routes', {}, { subjects: ['approval_route'] })
  const [open, setOpen] = useState<Route>()
  return (
    <>
      <DataTable
        label={t('seals.routes.list')}
        columns={columnsOf(say)}
        pages={pages}
        rowKey={(row) => row.id}
        isStruck={(row) => row.isRetired}
        empty={t('seals.routes.empty')}
        {...(may('seals.manage') ? { onOpen: setOpen } : {})}
      />
      {isNew && <RouteSheet route={undefined} onClose={onNewClose} />}
      {open !== undefined && <RouteSheet route={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

export const RoutesPage = () => {
  const { t } = useWords()
  const { may } = useSession()
  const [shown, setShown] = useState<'list' | 'absences'>('list')
  const [isNew, setIsNew] = useState(false)
  const other = shown === 'list' ? 'absences' : 'list'
  // One's own absence is an approver's; anyone's is entered by who keeps the people.
  const mayEnter = shown === 'list' ? may('seals.manage') : may('seals.approve') || may('people.manage')
  const list = { isNew, onNewClose: () => setIsNew(false) }
  return (
    <Page
      title={t('seals.routes.title')}
      about={
        <Segmented
          value={shown}
          onChange={setShown}
          options={(['list', 'absences'] as const).map((value) => ({ value, label: t(`seals.routes.${value}`) }))}
        />
      }
      actions={
        <>
          <ActButton keyName="j" onAct={() => setShown(other)} testId="routes-switch">
            {t(`seals.routes.${other}`)}
          </ActButton>
          {mayEnter && (
            <ActButton
              keyName="n"
              kind="primary"
              onAct={() => setIsNew(true)}
              testId={shown === 'list' ? 'route-new' : 'absence-new'}
            >
              {t(shown === 'list' ? 'seals.routes.new' : 'seals.absence.new')}
            </ActButton>
          )}
        </>
      }
    >
      {shown === 'list' ? <Routes {...list} /> : <Absences {...list} />}
    </Page>
  )
}
