/** The seal cabinet: every seal as a card with its impression, state, custodian and place. */
import { useState, type KeyboardEvent } from 'react'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import type { PageProps } from '../../shell/registers.ts'
import { useOperation, useRows } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Page } from '../../ui/page.tsx'
import { SealPicture } from '../use/impression.tsx'
import { SealDrawer } from './seal-drawer.tsx'
import '../seals.css'
import { ExportButton } from '../../tables/export-button.tsx'

type Seal = Output<'seals.list'>['rows'][number]

type Outing = Output<'seals.outings'>['rows'][number]

const Card = ({ seal, outing, onOpen }: { seal: Seal; outing: Outing | undefined; onOpen: () => void }) => {
  const { t } = useWords()
  return (
    <button type="button" className="plain panel seal-card" onClick={onOpen} data-seal={seal.code}>
      <SealPicture impression={seal.impression} name={seal.name} />
      <span>
        <strong>{seal.name}</strong>
        <small>
          {seal.code} · {t(`seals.type.${seal.type}`)}
        </small>
        <small className={`seal-state is-${seal.status}`}>{t(`seals.status.${seal.status}`)}</small>
        {outing !== undefined && (
          <small className={outing.isOverdue ? 'is-overdue' : 'is-care'}>
            {outing.isOverdue && `${t('seals.out.overdue')} · `}
            {t('seals.out.card-due', { name: outing.taker.name, due: outing.dueBackAt.slice(5) })}
          </small>
        )}
        <small>{[seal.custodian?.name, seal.place].filter(Boolean).join(' · ')}</small>
        <small>
          {t('seals.cabinet.home-desk')} {seal.homeDesk}
        </small>
      </span>
    </button>
  )
}

/** Arrow keys go from card to card as they lie: beside, or above and below. */
const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-seal]')]
  const at = cards.findIndex((card) => card === event.target)
  const here = cards[at]
  if (here === undefined) return
  const column = cards.filter((card) => card.offsetLeft === here.offsetLeft)
  const row = column.indexOf(here)
  const next = {
    ArrowRight: cards[at + 1],
    ArrowLeft: cards[at - 1],
    ArrowDown: column[row + 1],
    ArrowUp: column[row - 1],
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

export const CabinetPage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const { go } = usePlaces()
  const [open, setOpen] = useState<string | undefined>(params['seal'])
  const act = params['act']
  const [isClosed, setIsClosed] = useState(false)
  const { rows, fault, again, isLoading, hasMore, more } = useRows('seals.list', { limit: 100 }, { subjects: ['seal'] })
  const out = useRows('seals.outings', { status: 'out', limit: 100 }, { subjects: ['seal_outing'] })
  const named = useOperation('seals.lifeAct', { id: act ?? '' }, { enabled: act !== undefined, subjects: [] })
  const shown = open ?? (isClosed ? undefined : named.data?.act.seal.id)
  const close = () => {
    setOpen(undefined)
    setIsClosed(true)
  }
  return (
    <Page
      title={t('seals.cabinet.title')}
      about={rows.length > 0 ? t('seals.cabinet.count', { count: rows.length }) : undefined}
      actions={
        <>
          <ExportButton list="seals" />
          {may('seals.manage') && (
            <ActButton keyName="n" kind="primary" onAct={() => go('seals.seal-form')} testId="seal-new">
              {t('seals.cabinet.register')}
            </ActButton>
          )}
        </>
      }
    >
      <FaultNote fault={fault} onRetry={again} />
      {rows.length === 0 && fault === undefined && (
        <p className="quiet">{t(isLoading ? 'ui.loading' : 'seals.cabinet.empty')}</p>
      )}
      <div className="cabinet" role="group" aria-label={t('seals.cabinet.title')} onKeyDown={walk}>
        {rows.map((seal) => (
          <Card
            key={seal.id}
            seal={seal}
            outing={out.rows.find((one) => one.seal.id === seal.id)}
            onOpen={() => setOpen(seal.id)}
          />
        ))}
        {hasMore && <ActButton onAct={more}>{t('ui.more')}</ActButton>}
      </div>
      {shown !== undefined && <SealDrawer id={shown} act={isClosed ? undefined : act} onClose={close} />}
    </Page>
  )
}
