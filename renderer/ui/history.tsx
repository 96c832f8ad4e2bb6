/** Who entered what about a record, when and at which desk, newest last; and where desks differ. */
import type { Output } from '../shell/contract.ts'
import { useOperation } from '../shell/queries.ts'
import { useWords, type Say } from '../shell/words.tsx'
import { FaultNote } from './fault-note.tsx'
import { namingLines, numberOf, reasonOf, recordedFacts, recordedText } from './history-values.ts'
import './parts.css'

type Entry = Output<'desk.history'>['entries'][number]
type Conflict = Output<'desk.history'>['conflicts'][number]

const kindText = (say: Say, kind: string): string => (say.has(`kind.${kind}`) ? say.tOf(`kind.${kind}`) : kind)
const fieldText = (say: Say, field: string): string => (say.has(`field.${field}`) ? say.tOf(`field.${field}`) : field)

const Body = ({ entry }: { entry: Entry }) => {
  const say = useWords()
  const facts = recordedFacts(say, entry)
  if (facts.length === 0) return null
  return (
    <details className="history-body">
      <summary>{say.t('ui.history.what')}</summary>
      {facts.map(({ field, text }) => (
        <div key={`${field} ${text}`}>
          <span className="quiet">{fieldText(say, field)}</span> {text}
        </div>
      ))}
    </details>
  )
}

const Line = ({ entry }: { entry: Entry }) => {
  const say = useWords()
  const reason = reasonOf(entry)
  const number = entry.of === undefined ? undefined : numberOf(entry)
  return (
    <li data-kind={entry.kind}>
      <time>{entry.time}</time>
      <div>
        <strong>{kindText(say, entry.kind)}</strong>
        {number !== undefined && <span> {number}</span>}
        {reason !== undefined && <span> · {reason}</span>}
        {!entry.known && <span> · {say.t('ui.history.newer')}</span>}
        <div className="quiet">
          {say.t('ui.history.by', { name: entry.actor.name, desk: entry.desk })} · {say.t('ui.history.saved')} ·{' '}
          <code title={entry.hash}>
            #{entry.n} {entry.hash.slice(0, 8)}
          </code>
        </div>
        <Body entry={entry} />
      </div>
    </li>
  )
}

const ConflictNote = ({ conflict, kind }: { conflict: Conflict; kind: string }) => {
  const say = useWords()
  return (
    <div className="history-conflict" role="alert">
      {say.t('ui.history.conflict', { field: fieldText(say, conflict.field) })}
      <ul>
        {conflict.values.map(({ desk, at, value }) => (
          <li key={desk + at}>
            {desk}：{recordedText(say, { kind, body: {} }, conflict.field, value) ?? JSON.stringify(value)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The first entry of the same record: what was asked for. */
const begunBy = (entries: readonly Entry[], { of }: Entry): Entry | undefined =>
  entries.find((entry) => entry.of === of)

type Props = {
  readonly subject: string
  /** Other records whose entries are told among its own, in the order of time. */
  readonly also?: readonly string[] | undefined
}

export const History = ({ subject, also }: Props) => {
  const { t } = useWords()
  const { data, fault, again } = useOperation('desk.history', {
    subject,
    ...(also === undefined || also.length === 0 ? {} : { also: [...also] }),
  })
  return (
    <section className="history" aria-label={t('ui.history')}>
      <h3>{t('ui.history')}</h3>
      <FaultNote fault={fault} onRetry={again} />
      {data?.conflicts.map((conflict) => (
        <ConflictNote key={conflict.field} conflict={conflict} kind={data.entries[0]?.kind ?? ''} />
      ))}
      <ol>
        {data?.entries.map((entry) => (
          <Line key={entry.hash} entry={namingLines(entry, begunBy(data.entries, entry))} />
        ))}
      </ol>
    </section>
  )
}
