/** A seal's life as a line of acts, newest first; each opens its record. */
import { useState } from 'react'
import type { Output } from '../../shell/contract.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useWords, type Say } from '../../shell/words.tsx'

type Life = Output<'seals.life'>
type Line = {
  readonly id: string
  readonly type: 'seal_life_act' | 'seal_outing' | 'seal_handover'
  readonly at: string
  readonly number: string
  readonly what: string
  readonly detail: string
  readonly isCare: boolean
}

/** Shown at once; the rest opens on asking, so that the master stays near. */
const few = 6

const linesOf = ({ t, list }: Say, { acts, handovers, outings }: Life): Line[] => [
  ...acts.map((act) => ({
    id: act.id,
    type: 'seal_life_act' as const,
    at: act.on,
    number: act.number,
    what: t(`seals.act.${act.act}`),
    detail: [act.reason, act.place, act.method, act.receivedBy?.name, act.approver?.name].filter(Boolean).join(' · '),
    isCare: act.act === 'lost' || act.act === 'destroyed',
  })),
  ...handovers.map((handover) => ({
    id: handover.id,
    type: 'seal_handover' as const,
    at: handover.offeredAt.slice(0, 10),
    number: handover.number,
    what: t('seals.life.handover'),
    detail: `${handover.from.name} → ${handover.to.name} · ${t(`seals.handover-status.${handover.status}`)}`,
    isCare: handover.status === 'offered',
  })),
  ...outings.map((outing) => ({
    id: outing.id,
    type: 'seal_outing' as const,
    at: outing.plannedOutAt.slice(0, 10),
    number: outing.number,
    what: t('seals.act.taken-out'),
    detail: `${list([outing.taker.name, outing.escort.name])} · ${outing.address} · ${t(`seals.outing-status.${outing.status}`)}`,
    isCare: outing.status === 'out',
  })),
]

export const LifeTimeline = ({ life, onAct }: { life: Life; onAct: (id: string) => void }) => {
  const say = useWords()
  const { go } = usePlaces()
  const lines = linesOf(say, life).toSorted((one, other) =>
    `${one.at}${one.number}` < `${other.at}${other.number}` ? 1 : -1,
  )
  const [isWhole, setIsWhole] = useState(false)
  if (lines.length === 0) return null
  const open = (line: Line) => {
    if (line.type === 'seal_life_act') return onAct(line.id)
    go('seals.out', line.type === 'seal_outing' ? { outing: line.id } : { handover: line.id })
  }
  return (
    <section className="life" aria-label={say.t('seals.life.title')}>
      <h3>{say.t('seals.life.title')}</h3>
      <ol>
        {(isWhole ? lines : lines.slice(0, few)).map((line) => (
          <li key={line.id}>
            <button type="button" className="plain life-line" onClick={() => open(line)} data-number={line.number}>
              <time>{line.at}</time>
              <strong className={line.isCare ? 'is-care' : ''}>{line.what}</strong>
              <span>{line.detail}</span>
              <span className="quiet">{line.number}</span>
            </button>
          </li>
        ))}
      </ol>
      {!isWhole && lines.length > few && (
        <button type="button" className="plain quiet" onClick={() => setIsWhole(true)}>
          {say.t('desk.group.rest', { count: lines.length - few })}
        </button>
      )}
    </section>
  )
}
