/** The example's closed months, each closed at the turn of the month, and exceptions that were answered or are open. */
import { endOfMonth } from '../../../shared/office/dates.ts'
import type { Company } from './company.ts'
import type { History } from './history.ts'
import type { Cabinet } from './seals.ts'

const minute = 60_000

/** Beyond this the busiest seal alone is closed: a year of a large office would be read through a dozen times. */
const mostForAll = 20_000

export type BookParts = {
  history: History
  company: Company
  cabinet: Cabinet
  /** About how many entries the example has in the end. */
  entries: number
  /** The month before the last one: what is later is left to the visitor. */
  lastClosed: string
}

/** A year is closed behind its last month. */
const placeOf = (period: string): string => (period.length === 4 ? `${period}-99` : period)

/** Closes and countersigns, once a month, whatever is due and not left to the visitor; nothing in between. */
export const openBooks = ({ history, company, cabinet, entries, lastClosed }: BookParts) => {
  const { by } = company
  let closedIn = ''
  return {
    closeAt: function* (at: number): Generator<undefined, void> {
      const month = history.dateAt(at).slice(0, 7)
      if (month === closedIn) return
      closedIn = month
      const { rows } = history.call(at, by.desk, 'seals.closingsDue', {})
      for (const { seal, period } of rows) {
        const isWanted = entries <= mostForAll || seal.id === cabinet['HT01']
        if (!isWanted || placeOf(period) > lastClosed) continue
        const { id } = history.call(at, by.desk, 'seals.close', { seal: seal.id, period })
        // The busiest book's last closing still waits for its second signature.
        if (period !== lastClosed || seal.id !== cabinet['HT01'])
          history.call(at, by.office, 'seals.closingCountersign', { id })
        yield
      }
    },
  }
}

/** A mistake that was found after its month had been closed: the book printed again shows it behind the month. */
export const correctLate = ({ history, company, cabinet, lastClosed }: BookParts, at: number): void => {
  const seal = cabinet['HT01'] ?? ''
  const period = { from: `${lastClosed}-01`, to: endOfMonth(lastClosed) }
  const { rows } = history.call(at, company.by.desk, 'seals.book', { seal, ...period, limit: 20 })
  const use = rows.find(({ status, archiveNumber }) => status === 'used' && archiveNumber === undefined)
  if (!use) return
  const reason = '复核时发现受文单位漏填部门'
  const change = { recipient: `${use.recipient ?? use.counterparty ?? use.document.title}（采购部）` }
  history.call(at, company.by.desk, 'seals.useCorrect', { id: use.id, reason, change, afterClosing: true })
}

/** Steps of closing the stock month by month; the last month that is due is left to the visitor. */
export const closeStock = function* (history: History, { by }: Company, at: number): Generator<undefined, void> {
  const due = history.call(at, by.clerk, 'supplies.closingPreview', {}).due.slice(0, -1)
  for (const [index, month] of due.entries()) {
    const { id } = history.call(at + index * minute, by.clerk, 'supplies.closeMonth', { month })
    yield
    if (index < due.length - 1) history.call(at + index * minute, by.office, 'supplies.closingCountersign', { id })
  }
}

const answers = [
  { text: '盖章时对方临时更换版本，旧件已收回并加盖“作废”', settled: '属实，旧件随登记簿归档' },
  { text: '印泥过多，盖章模糊，已当场重盖', settled: undefined },
] as const

/** The two newest exceptions are answered, one of them settled; the rest is open. */
export const answerExceptions = function* (history: History, { by }: Company, at: number): Generator<undefined, void> {
  const { rows } = history.call(at, by.office, 'exceptions.list', { kind: 'voided-stamped', limit: 2 })
  for (const [index, { id }] of rows.entries()) {
    const answer = answers[index]
    if (!answer) return
    history.call(at, by.desk, 'exceptions.explain', { exception: id, text: answer.text })
    yield
    if (answer.settled !== undefined)
      history.call(at + minute, by.office, 'exceptions.settle', { exception: id, text: answer.settled })
  }
}
