/** 价格记录 of an item: last, lowest and highest price, a sparkline, and each receipt with its change. */
import { useOperation } from '../../shell/queries.ts'
import { usePlaces } from '../../shell/places.tsx'
import { useWords } from '../../shell/words.tsx'
import { figures } from '../../../shared/office/money.ts'
import './buying.css'

const shown = 8
const [width, height] = [160, 28]

/** Thousandths of a minor unit: three places where the third says something. */
export const milliText = (milli: number): string => {
  const minor = Math.round(milli / 1000)
  return minor * 1000 === milli ? `¥${figures(minor)}` : `¥${(milli / 100_000).toFixed(3)}`
}

/** `+5.0%`, `−2.4%`; nothing where it stayed. */
export const changeText = (change: number | undefined): string =>
  change === undefined || change === 0 ? '' : `${change > 0 ? '+' : '−'}${(Math.abs(change) / 10).toFixed(1)}%`

const Sparkline = ({ values }: { values: readonly number[] }) => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (index: number) => 2 + (index * (width - 4)) / Math.max(1, values.length - 1)
  const y = (value: number) => (high === low ? height / 2 : height - 3 - ((value - low) * (height - 6)) / (high - low))
  const last = values.length - 1
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <polyline points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.5" />
    </svg>
  )
}

export const PriceHistory = ({ item }: { item: string }) => {
  const { t } = useWords()
  const { go } = usePlaces()
  const { data } = useOperation('supplies.prices', { item }, { subjects: ['supply_slip'] })
  const rows = data?.rows ?? []
  const last = rows.at(-1)
  if (data === undefined || last === undefined) return null
  const values = rows.map(({ milli }) => milli)
  return (
    <section className="drawn prices" data-testid="prices">
      <h3>
        {t('buying.prices.title')} <Sparkline values={values} />
        <span className="quiet">
          {t('buying.prices.last', { price: milliText(last.milli), unit: data.item.unit })} ·{' '}
          {t('buying.prices.range', { low: milliText(Math.min(...values)), high: milliText(Math.max(...values)) })}
        </span>
      </h3>
      <ul>
        {rows
          .slice(-shown)
          .toReversed()
          .map((row) => (
            <li key={`${row.slip} ${row.milli}`}>
              <button type="button" className="plain" onClick={() => go('supplies.slips', { open: row.slip })}>
                <span className="quiet">{row.date}</span> {milliText(row.milli)}/{data.item.unit}{' '}
                <span className={(row.change ?? 0) > 0 ? 'is-care' : 'quiet'}>{changeText(row.change)}</span>{' '}
                {row.quantity} {row.unit} {row.supplier}
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
