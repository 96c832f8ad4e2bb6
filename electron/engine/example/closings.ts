/** The example's closed months: one seal's book up to the month before last, and exceptions that were answered or are open. */
import type { Company } from './company.ts'
import type { History } from './history.ts'
import type { Cabinet } from './seals.ts'

const minute = 60_000

/** Steps of closing the contract seal's book month by month; the last one that is due is left to the visitor. */
export const closeBooks = function* (
  history: History,
  { by }: Company,
  cabinet: Cabinet,
  at: number,
): Generator<undefined, void> {
  const seal = cabinet['HT01'] ?? ''
  const { rows } = history.call(at, by.desk, 'seals.closingsDue', {})
  const due = rows.filter((row) => row.seal.id === seal && row.period.length === 7).slice(0, -1)
  for (const [index, { period }] of due.entries()) {
    const { id } = history.call(at + index * minute, by.desk, 'seals.close', { seal, period })
    yield
    // The last one still waits for its second signature.
    if (index < due.length - 1) history.call(at + index * minute, by.office, 'seals.closingCountersign', { id })
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
