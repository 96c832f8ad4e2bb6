/** Who entered what about a record, when and at which desk, newest last; and where desks differ. */
import type { Output } from '../shell/contract.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords, type Say } from '../shell/words.tsx'
import { FaultNote } from './fault-note.tsx'
import './parts.css'

type Entry = Output<'desk.history'>['entries'][number]

const kindText = (say: Say, kind: string): string => (say.has(`kind.${kind}`) ? say.tOf(`kind.${kind}`) : kind)

const Line = ({ entry }: { entry: Entry }) => {
  const say = useWords()
  const reason = entry.body['reason']
  return (
    <li data-kind={entry.kind}>
      <time>{entry.time}</time>
      <div>
        <strong>{kindText(say, entry.kind)}</strong>
        {typeof reason === 'string' && <span> · {reason}</span>}
        <div className="quiet">
          {say.t('ui.history.by', { name: entry.actor.name, desk: entry.desk })} · {say.t('ui.history.saved')} ·{' '}
          <code title={entry.hash}>
            #{entry.n} {entry.hash.slice(0, 8)}
          </code>
        </div>
      </div>
    </li>
  )
}

export const History = ({ subject }: { subject: string }) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('desk.history', { subject })
  return (
    <section className="history" aria-label={t('ui.history')}>
      <h3>{t('ui.history')}</h3>
      <FaultNote fault={fault} onRetry={again} />
      <ol>
        {data?.entries.map((entry) => (
          <Line key={entry.hash} entry={entry} />
        ))}
      </ol>
    </section>
  )
}
