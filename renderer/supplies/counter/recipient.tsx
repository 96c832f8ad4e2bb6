/** Who receives: found by name, initials, staff number or badge; then what they drew lately stands beside the form. */
import { Button } from 'antd'
import { useWords } from '../../shell/words.tsx'
import { useOperation } from '../../shell/queries.ts'
import { call } from '../../shell/call.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { QuickPick, type Outcome } from './quick-pick.tsx'

/** A person as the form keeps them. */
export type Receiver = { readonly id: string; readonly name: string; readonly detail: string }

type Props = {
  readonly value: Receiver | undefined
  readonly onChange: (value: Receiver | undefined) => void
  /** An item scanned before the person is not lost. */
  readonly onItem?: (offer: Offer) => void
}

export const RecipientField = ({ value, onChange, onItem }: Props) => {
  const { t } = useWords()
  if (value === undefined)
    return (
      <QuickPick
        label={t('supplies.issue.recipient')}
        placeholder={t('supplies.issue.recipient.pick')}
        types={['person']}
        onText={(text) => takeItem(text, onItem)}
        onPick={(hit) => onChange({ id: hit.subject, name: hit.title, detail: hit.detail })}
        autoFocus
        testId="recipient"
      />
    )
  return (
    <div className="receiver" data-testid="receiver">
      <strong>{value.name}</strong> <span className="quiet">{value.detail}</span>
      <Button size="small" onClick={() => onChange(undefined)}>
        {t('supplies.issue.recipient.other')}
      </Button>
    </div>
  )
}

/** A long run of digits that an item carries is that item; everything else is looked for among the people. */
const takeItem = async (text: string, onItem: Props['onItem']): Promise<Outcome> => {
  if (onItem === undefined || !/^\d{6,64}$/.test(text)) return 'look'
  const answer = await call('supplies.scan', { text })
  if (answer.ok) onItem(answer.value)
  return answer.ok ? 'taken' : 'look'
}

/** What this person drew last. */
export const DrawnLately = ({ recipient }: { recipient: string }) => {
  const { t } = useWords()
  const { data } = useOperation('supplies.slips', { recipient, limit: 8 }, { subjects: ['supply_slip'] })
  return (
    <section className="panel drawn" aria-label={t('supplies.issue.recipient.last')}>
      <h3>{t('supplies.issue.recipient.last')}</h3>
      {data?.rows.length === 0 && <p className="quiet">{t('supplies.issue.recipient.none')}</p>}
      <ul>
        {data?.rows.map((row) => (
          <li key={row.id} className={row.reversedBy === undefined ? '' : 'is-struck'}>
            <span className="quiet">{row.date}</span> {t(`supplies.verb.${row.verb}`)} {row.content}
            {row.isOverQuota && <em className="is-care"> {t('supplies.slip.over')}</em>}
          </li>
        ))}
      </ul>
    </section>
  )
}
