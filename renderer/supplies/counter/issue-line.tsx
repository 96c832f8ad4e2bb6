/** One line of an issue or a request: how much, what lies there, the quota left, the last one, and which lot. */
import { Checkbox, Select } from 'antd'
import { moneyText } from '../../../shared/office/money.ts'
import { inUnit, toBase } from '../../../shared/supplies/items/units.ts'
import type { Offer } from '../../../shared/supplies/operations.ts'
import { useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords, type Say } from '../../shell/words.tsx'
import { ItemPicture } from '../items/item-picture.tsx'
import { LineQuantity, LineRemove, type LineProps } from './line-parts.tsx'

type Props = LineProps & {
  readonly recipient: string | undefined
  /** Only asked for: nothing is taken, so no lot and no old one. */
  readonly isAsking?: boolean
}

type State = { readonly key: string; readonly text: string; readonly isBad: boolean }

/** What the stock says to a line. */
const stockState = ({ t }: Say, offer: Offer, base: number, unit: string): State => {
  const isShort = offer.stockAt.every(({ quantity }) => quantity < base)
  const text = inUnit(offer.item.stock, unit, toBase(offer.item, 1, unit) ?? 1, offer.item.unit)
  return { key: 'stock', text: t(isShort ? 'supplies.line.short' : 'supplies.line.stock', { text }), isBad: isShort }
}

/** What the quota of pieces per person says to a line. */
const quotaState = ({ t }: Say, { quota, item }: Offer, base: number): State[] => {
  if (quota === undefined) return []
  const over = Math.min(base, quota.drawn + base - quota.quota)
  const text = t('supplies.line.quota', { ...quota, unit: item.unit })
  return over > 0
    ? [{ key: 'quota', text: `${t('supplies.line.over', { over, unit: item.unit })} · ${text}`, isBad: true }]
    : [{ key: 'quota', text, isBad: false }]
}

/** What the further quotas say: per department, or in amount. */
const ruleStates = ({ t }: Say, { quotas = [], item }: Offer, base: number): State[] =>
  quotas.map((rule, index) => {
    const isAmount = rule.measure === 'amount'
    const show = (value: number): string => (isAmount ? moneyText(value) : `${value} ${item.unit}`)
    const asked = isAmount ? Math.round((item.value * base) / Math.max(1, item.stock)) : base
    const values = { limit: show(rule.limit), drawn: show(rule.drawn) }
    return {
      key: `rule ${index}`,
      text: t(`supplies.quota.${rule.per}-${rule.measure}`, values),
      isBad: rule.drawn + asked > rule.limit,
    }
  })

const lastState = ({ t }: Say, { last }: Offer): State[] =>
  last === undefined
    ? []
    : [
        {
          key: 'last',
          text: t('supplies.line.last', { date: last.date, quantity: `${last.quantity} ${last.unit}` }),
          isBad: false,
        },
      ]

const tone = ({ key, isBad }: State): string => (isBad ? (key === 'stock' ? 'is-bad' : 'is-care') : 'quiet')

export const IssueLine = ({ line, recipient, isAsking = false, onChange, onUnit, onRemove }: Props) => {
  const say = useWords()
  const { t } = say
  const asked = { item: line.item, ...(recipient === undefined ? {} : { recipient }) }
  const { data: offer } = useOperation('supplies.offer', asked, {
    subjects: ['supply_item', 'supply_slip'],
    keep: true,
  })
  const base = offer === undefined ? 0 : (toBase(offer.item, line.quantity ?? 0, line.unit) ?? 0)
  const states = offer
    ? [
        stockState(say, offer, base, line.unit),
        ...quotaState(say, offer, base),
        ...ruleStates(say, offer, base),
        ...lastState(say, offer),
      ]
    : []
  return (
    <li className="slip-line" data-item={offer?.item.code}>
      <div className="slip-line-item">
        <ItemPicture id={offer?.item.picture} name={line.name} />
        <strong>{line.name}</strong>{' '}
        <span className="quiet">{[offer?.item.code, offer?.item.spec].filter(Boolean).join(' · ')}</span>
        <div className="slip-line-state">
          {states.map((state) => (
            <span key={state.key} className={tone(state)} data-testid={state.key}>
              {state.text}
            </span>
          ))}
        </div>
        {line.asked !== undefined && line.asked > (line.quantity ?? 0) && (
          <div className="slip-line-state is-care" data-testid="asked">
            {t('supplies.line.asked', { asked: line.asked, rest: line.asked - (line.quantity ?? 0), unit: line.unit })}
          </div>
        )}
      </div>
      {!isAsking && offer !== undefined && <Choices offer={offer} line={line} base={base} onChange={onChange} />}
      <LineQuantity line={line} offer={offer} onChange={onChange} onUnit={onUnit} />
      <LineRemove onRemove={onRemove} />
    </li>
  )
}

type ChoicesProps = Pick<LineProps, 'line' | 'onChange'> & { readonly offer: Offer; readonly base: number }

/** The old one, the lot, and issuing what lies there with the rest promised. */
const Choices = ({ offer, line, base, onChange }: ChoicesProps) => {
  const { t } = useWords()
  const { today = '' } = useSession().office
  const { lots = [], item } = offer
  const first = lots.find(({ expiry }) => expiry === undefined || expiry >= today) ?? lots[0]
  const most = Math.max(0, ...offer.stockAt.map(({ quantity }) => quantity))
  const factor = toBase(item, 1, line.unit) ?? 1
  const there = Math.floor(most / factor)
  return (
    <>
      {there > 0 && most < base && (
        <button
          type="button"
          className="plain slip-line-part"
          data-testid="issue-part"
          onClick={() => onChange({ quantity: there, asked: line.asked ?? line.quantity ?? there })}
        >
          {t('supplies.line.part', { there, unit: line.unit })}
        </button>
      )}
      {item.exchangeOld && (
        <Checkbox checked={line.oldReturned} onChange={(event) => onChange({ oldReturned: event.target.checked })}>
          {t('supplies.line.old')}
        </Checkbox>
      )}
      {lots.length > 0 && (
        <Select
          className="slip-line-lot"
          value={line.lot ?? ''}
          aria-label={t('supplies.line.lot')}
          data-testid="lot"
          options={[
            { value: '', label: [t('supplies.line.lot-first'), first?.lot].filter(Boolean).join(' · ') },
            ...lots.map(({ lot, location, quantity, expiry }) => ({
              value: lot,
              label: [lot, expiry, `${location} ${quantity} ${item.unit}`].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(lot) => onChange({ lot: lot === '' ? undefined : lot })}
        />
      )}
    </>
  )
}
