/** What the example's supplies counter leaves open: bands, requests that wait, one to be issued, a promise, and a signature. */
import { addDays } from '../../../shared/office/dates.ts'
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Good } from './goods.ts'
import type { TodayParts } from './today.ts'

/** A tenth of a minute: all of it happens between two acts of the seal desk. */
const moment = 6000

/** Enough of it that the story does not run into an empty shelf. */
const plenty = ({ shelves }: TodayParts): Good[] =>
  shelves.goods.filter(({ stock, exchangeOld }) => stock >= 12 && !exchangeOld)

/** Steps of asking, approving, issuing in part with a promise, and signing on paper; the bands come last. */
export const leaveRequests = function* (parts: TodayParts): Generator<undefined, void> {
  const { history, company, at } = parts
  const { by } = company
  const [first, second, third] = plenty(parts)
  if (!first || !second || !third) return
  const line = ({ id, unit }: Good, quantity: number) => ({ item: id, quantity, unit })
  history.ask(at + 5 * moment, by.auditor, 'supplies.ask', {
    purpose: '内审资料装订',
    reason: '年度内审集中使用',
    lines: [line(first, 6), line(second, 2)],
  })
  yield
  const approved = history.ask(at + 12 * moment, by.clerk, 'supplies.ask', {
    recipient: by.salesTwo.id,
    purpose: '客户来访接待',
    reason: '来访人数多于平时',
    neededBy: addDays(history.dateAt(at), 1),
    lines: [line(second, 4)],
  })
  if (!isRefusal(approved))
    history.call(at + 18 * moment, by.office, 'supplies.requestDecide', {
      id: approved.id,
      decision: 'approved',
      opinion: '同意，请当天备好',
    })
  yield
  const partly = history.call(at + 25 * moment, by.counter, 'supplies.issue', {
    recipient: by.lab.id,
    purpose: '样机评审',
    reason: '评审材料较多',
    promised: addDays(history.dateAt(at), 3),
    lines: [{ ...line(third, 2), asked: 6 }],
  })
  third.stock -= 2
  history.call(at + 26 * moment, by.counter, 'supplies.sign', { id: partly.slip.id, on: 'paper' })
  yield
  history.call(at + 45 * moment, company.administrator, 'supplies.policySet', {
    overQuotaPercent: 200,
    bands: [
      { measure: 'slip', from: 200_000 },
      { measure: 'piece', from: 150_000, post: '总经理' },
    ],
    requests: 'all',
  })
  yield
}
