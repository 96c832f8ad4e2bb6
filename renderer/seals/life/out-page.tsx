/** Out and back: seals that are out, due first seen, and handovers that wait to be accepted. */
import { Segmented } from 'antd'
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useKeys } from '../../shell/keys.tsx'
import { useRows } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { HandoverDrawer } from './handover-drawer.tsx'
import { OutingDrawer } from './outing-drawer.tsx'
import '../seals.css'

type Outing = Output<'seals.outings'>['rows'][number]
type Handover = Output<'seals.handovers'>['rows'][number]

const outingColumns = ({ t }: Say): Column<Outing>[] => [
  { key: 'number', title: t('seals.out.number'), width: '130px', cell: (row) => row.number },
  { key: 'seal', title: t('seals.out.seal'), width: 'minmax(80px, 1fr)', cell: (row) => row.seal.name },
  {
    key: 'who',
    title: t('seals.out.taker'),
    width: 'minmax(100px, 1fr)',
    cell: (row) => `${row.taker.name} / ${row.escort.name}`,
  },
  { key: 'where', title: t('seals.out.address'), width: 'minmax(50px, 2fr)', cell: (row) => row.address },
  { key: 'out', title: t('seals.out.out-at'), width: '130px', cell: (row) => row.outAt ?? '' },
  { key: 'due', title: t('seals.out.due-back'), width: '130px', cell: (row) => row.dueBackAt },
  { key: 'back', title: t('seals.out.back-at'), width: '130px', cell: (row) => row.backAt ?? '' },
  {
    key: 'state',
    title: t('seals.out.state'),
    width: '90px',
    cell: (row) =>
      row.isOverdue ? (
        <span className="is-overdue">{t('seals.out.overdue')}</span>
      ) : (
        t(`seals.outing-status.${row.status}`)
      ),
  },
]

const handoverColumns = ({ t }: Say): Column<Handover>[] => [
  { key: 'number', title: t('seals.out.number'), width: '140px', cell: (row) => row.number },
  { key: 'seal', title: t('seals.out.seal'), width: 'minmax(120px, 1fr)', cell: (row) => row.seal.name },
  {
    key: 'who',
    title: t('seals.out.from'),
    width: 'minmax(160px, 1fr)',
    cell: (row) => `${row.from.name} → ${row.to.name}`,
  },
  { key: 'desk', title: t('seals.out.to-desk'), width: '90px', cell: (row) => row.toDesk },
  { key: 'witness', title: t('seals.part.handover-witness'), width: '100px', cell: (row) => row.witness.name },
  { key: 'reason', title: t('seals.out.reason'), width: 'minmax(140px, 2fr)', cell: (row) => row.reason },
  { key: 'at', title: t('seals.out.offered-at'), width: '136px', cell: (row) => row.offeredAt },
  {
    key: 'state',
    title: t('seals.out.state'),
    width: '100px',
    cell: (row) => t(`seals.handover-status.${row.status}`),
  },
]

type ListProps = { readonly isOpen: boolean; readonly onOpen: (id: string) => void }

const Outings = ({ isOpen, onOpen }: ListProps) => {
  const say = useWords()
  const pages = useRows('seals.outings', isOpen ? { isOpen } : {}, { subjects: ['seal_outing'] })
  return (
    <DataTable
      label={say.t('seals.out.outings')}
      columns={outingColumns(say)}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      isStruck={(row) => row.status === 'cancelled'}
      empty={say.t('seals.out.none')}
    />
  )
}

const Handovers = ({ isOpen, onOpen }: ListProps) => {
  const say = useWords()
  const pages = useRows('seals.handovers', isOpen ? { status: 'offered' as const } : {}, {
    subjects: ['seal_handover'],
  })
  return (
    <DataTable
      label={say.t('seals.out.handovers')}
      columns={handoverColumns(say)}
      pages={pages}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      isStruck={(row) => row.status === 'declined' || row.status === 'ended'}
      empty={say.t('seals.out.no-handover')}
    />
  )
}

type List = 'outings' | 'handovers'

export const OutPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [list, setList] = useState<List>(
    params['handover'] !== undefined || params['list'] === 'handovers' ? 'handovers' : 'outings',
  )
  const [isOpen, setIsOpen] = useState(true)
  const [shown, setShown] = useState<string | undefined>(params['outing'] ?? params['handover'])
  useKeys({ a: () => setIsOpen(!isOpen) })
  const show = (next: List) => {
    setShown(undefined)
    setList(next)
  }
  const List = list === 'outings' ? Outings : Handovers
  return (
    <Page
      title={t('seals.out.title')}
      about={
        <>
          <Segmented
            value={list}
            onChange={show}
            options={[
              { value: 'outings' as const, label: t('seals.out.outings') },
              { value: 'handovers' as const, label: t('seals.out.handovers') },
            ]}
          />{' '}
          <Segmented
            value={isOpen}
            onChange={setIsOpen}
            options={[
              { value: true, label: t('seals.out.open') },
              { value: false, label: t('seals.out.all') },
            ]}
          />{' '}
          <KeyCap name="a" />
        </>
      }
      actions={
        <>
          <ActButton keyName="j" onAct={() => show(list === 'outings' ? 'handovers' : 'outings')} testId="out-switch">
            {t(list === 'outings' ? 'seals.out.handovers' : 'seals.out.outings')}
          </ActButton>
          {may('seals.manage') && (
            <ActButton keyName="h" onAct={() => go('seals.handover-new')} testId="handover-new">
              {t('seals.out.new-handover')}
            </ActButton>
          )}
          {may('seals.use') && (
            <ActButton keyName="n" kind="primary" onAct={() => go('seals.outing-new')} testId="outing-new">
              {t('seals.out.new-outing')}
            </ActButton>
          )}
        </>
      }
    >
      <List isOpen={isOpen} onOpen={setShown} />
      {shown !== undefined && list === 'outings' && <OutingDrawer id={shown} onClose={() => setShown(undefined)} />}
      {shown !== undefined && list === 'handovers' && <HandoverDrawer id={shown} onClose={() => setShown(undefined)} />}
    </Page>
  )
}
