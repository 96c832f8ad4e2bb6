/** What the cells of a report say, on the screen as on paper, so that both show the same figures. */
import { figures } from '../../office/money.ts'
import { monthKeys, type ReportColumn } from './operations.ts'

type Cell = string | number | null
type WordOf = (key: string) => string

export const isFigure = ({ kind }: ReportColumn): boolean => kind === 'money' || kind === 'count'

const isMonth = ({ key }: ReportColumn): boolean => monthKeys.some((month) => month === key)

/** A cell of a row; a name that is missing is said to be, a month in which nothing was used stays empty so that the others stand out. */
export const cellText = (word: WordOf, column: ReportColumn, cell: Cell): string => {
  const { kind } = column
  if (cell === null) return kind === 'text' || kind === 'word' ? word('supplies.report.none') : ''
  if (kind === 'word') return word(String(cell))
  if (kind === 'money') return cell === 0 && isMonth(column) ? '' : figures(Number(cell))
  return String(cell)
}

/** A sum; nothing under what has none. */
export const sumText = (word: WordOf, column: ReportColumn, cell: Cell): string =>
  cell === null ? '' : cellText(word, column, cell)
