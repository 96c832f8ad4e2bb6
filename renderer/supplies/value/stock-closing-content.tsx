/** What a closing of the stock says, on screen: figures per item and group, differences, what is below zero or late. */
import { figures } from '../../../shared/office/money.ts'
import type { ClosingItem, ClosingMoney, StockClosingContent } from '../../../shared/supplies/value/stock-closing.ts'
import { useWords } from '../../shell/words.tsx'
import './stock-closing.css'

/** More would only make the page slow; the sheet and the export have them all. */
const mostShown = 300

const measures = ['opening', 'in', 'out'] as const
const shown = (value: number, text: string): string => (value === 0 ? '' : text)
const pieces = (value: number): string => shown(value, String(value))
const money = (value: number): string => shown(value, figures(value))

const ItemRow = ({ item }: { item: ClosingItem }) => (
  <tr>
    <td>
      <span className="quiet">{item.code}</span> {item.name} <span className="quiet">{item.spec}</span>
    </td>
    <td>{item.unit}</td>
    {measures.flatMap((measure) => [
      <td key={`${measure}-quantity`} className="number">
        {pieces(item[`${measure}Quantity`])}
      </td>,
      <td key={measure} className="number">
        {money(item[measure])}
      </td>,
    ])}
    <td className="number">{money(item.difference)}</td>
    <td className="number">{item.closingQuantity}</td>
    <td className="number">{figures(item.closing)}</td>
  </tr>
)

const SumRow = ({ label, sum }: { label: string; sum: ClosingMoney }) => (
  <tr className="is-total">
    <th scope="row" colSpan={2}>
      {label}
    </th>
    {measures.flatMap((measure) => [
      <td key={`${measure}-quantity`} />,
      <td key={measure} className="number">
        {figures(sum[measure])}
      </td>,
    ])}
    <td className="number">{figures(sum.difference)}</td>
    <td />
    <td className="number">{figures(sum.closing)}</td>
  </tr>
)

const Figures = ({ content }: { content: StockClosingContent }) => {
  const { t } = useWords()
  const { groups, items, totals } = content
  const heads = measures.flatMap((measure) => [
    t(`supplies.closing.${measure}-quantity`),
    t(`supplies.closing.${measure}`),
  ])
  const numbers = [...heads, t('supplies.closing.difference'), t('supplies.closing.closing-quantity')]
  const seen = items.slice(0, mostShown)
  return (
    <table className="stock-figures">
      <thead>
        <tr>
          <th>{t('supplies.closing.item')}</th>
          <th>{t('supplies.closing.unit')}</th>
          {[...numbers, t('supplies.closing.closing')].map((name) => (
            <th key={name} className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <SumRow label={t('supplies.closing.total')} sum={totals} />
        {groups.length > 1 &&
          groups.map(({ group, ...sum }) => (
            <SumRow
              key={group}
              label={t('supplies.closing.group-total', {
                group: group === '' ? t('supplies.closing.no-group') : group,
                count: sum.items,
              })}
              sum={sum}
            />
          ))}
        {seen.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </tbody>
      {items.length > seen.length && (
        <caption>{t('supplies.closing.more', { count: items.length - seen.length })}</caption>
      )}
    </table>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )

type Props = { content: StockClosingContent; month: string; slip?: string | undefined }

export const StockClosingSays = ({ content, month, slip }: Props) => {
  const { t } = useWords()
  const { valuation, slips, items, used, oversold, late } = content
  const about = { month, valuation: t(`supplies.valuation.${valuation}`), slips, items: items.length }
  return (
    <div className="stock-closing-says">
      <p>{t('supplies.closing.about', about)}</p>
      {slip !== undefined && <p>{t('supplies.closing.differences', { slip, used: figures(used) })}</p>}
      <Lines
        title={t('supplies.closing.oversold')}
        lines={oversold.map((item) => t('supplies.closing.oversold-line', { ...item, value: figures(item.value) }))}
      />
      <Lines
        title={t('supplies.closing.late')}
        lines={late.map((each) => t('supplies.closing.late-line', { ...each, amount: figures(each.amount) }))}
      />
      <Figures content={content} />
    </div>
  )
}
