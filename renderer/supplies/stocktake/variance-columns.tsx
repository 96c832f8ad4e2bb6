/** The columns of the differences: book, what moved since, counts, difference, its worth and cause. */
import { figures } from '../../../shared/office/money.ts'
import { useWords } from '../../shell/words.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { LineState } from './count-table.tsx'
import type { Line } from '../counter/use-counting.ts'

const signed = (quantity: number | undefined): string =>
  quantity === undefined ? '' : quantity > 0 ? `+${quantity}` : `${quantity}`

const Difference = ({ line: { difference, late } }: { line: Line }) => (
  <>
    <strong className={(difference ?? 0) < 0 ? 'is-bad' : ''}>{signed(difference)}</strong>
    {late !== undefined && <span className="is-care"> ({signed(late)})</span>}
  </>
)
const differenceCell = (line: Line) => <Difference line={line} />
const Counted = ({ line: { counted, state, tallied, round } }: { line: Line }) => {
  const differing = tallied.filter((each) => each.round === round).map(({ quantity }) => quantity)
  return state === 'conflict' ? <span className="is-care">{differing.join(' / ')}</span> : counted
}
const countedCell = (line: Line) => <Counted line={line} />
const stateCell = (line: Line) => <LineState line={line} />
const itemCell = (line: Line) => (
  <>
    {line.item.name}{' '}
    <span className="quiet">{[line.item.code, line.item.spec, line.lot].filter(Boolean).join(' · ')}</span>
  </>
)

export const useVarianceColumns = (marked: ReadonlySet<string>): Column<Line>[] => {
  const { t } = useWords()
  return [
    { key: 'mark', title: '', width: '30px', cell: (line) => (marked.has(line.key) ? '✓' : '') },
    { key: 'row', title: t('supplies.line.row'), width: '48px', align: 'right', cell: (line) => line.row ?? '＋' },
    { key: 'location', title: t('supplies.field.location'), width: '92px', cell: (line) => line.location },
    { key: 'item', title: t('supplies.field.name'), width: 'minmax(150px, 2fr)', cell: itemCell },
    { key: 'unit', title: t('supplies.field.unit'), width: '50px', cell: (line) => line.item.unit },
    { key: 'book', title: t('supplies.line.book'), width: '68px', align: 'right', cell: (line) => line.book },
    {
      key: 'since',
      title: t('supplies.line.since'),
      width: '68px',
      align: 'right',
      cell: (line) => (line.since === 0 ? '' : signed(line.since)),
    },
    { key: 'first', title: t('supplies.line.first'), width: '60px', align: 'right', cell: (line) => line.first },
    { key: 'counted', title: t('supplies.line.counted'), width: '84px', align: 'right', cell: countedCell },
    { key: 'difference', title: t('supplies.line.difference'), width: '84px', align: 'right', cell: differenceCell },
    {
      key: 'amount',
      title: t('supplies.field.amount'),
      width: '96px',
      align: 'right',
      cell: (line) =>
        line.difference === undefined || line.difference === 0
          ? ''
          : line.amount === undefined
            ? t('supplies.variance.price-wanted')
            : `${line.difference < 0 ? '-' : ''}${figures(line.amount)}`,
    },
    { key: 'cause', title: t('supplies.line.cause'), width: 'minmax(96px, 1fr)', cell: (line) => line.cause },
    { key: 'state', title: t('supplies.stocktake.state'), width: 'minmax(130px, 1.6fr)', cell: stateCell },
  ]
}
