/** How the example approves: two routes, the general manager away with a stand-in, requests to approve together, and one half-way. */
import type { Company } from './company.ts'
import type { History } from './history.ts'
import type { Cabinet } from './seals.ts'

type Parts = { history: History; company: Company; cabinet: Cabinet }

const minute = 60_000

/** Routes are set late in the year, so that what was asked before was approved as it was then. */
const setRoutes = ({ history, company }: Parts, at: number): void => {
  const { by } = company
  history.call(at, by.desk, 'seals.routeSet', {
    name: '公章与法人章',
    sealTypes: ['company', 'legal'],
    precedence: 20,
    steps: [
      {
        mode: 'any-of',
        approvers: [
          { by: 'person', person: by.office.id },
          { by: 'person', person: by.finance.id },
        ],
      },
      { mode: 'any-of', approvers: [{ by: 'post', post: '总经理' }] },
    ],
  })
  history.call(at, by.desk, 'seals.routeSet', {
    name: '大额合同会签',
    categories: ['contract', 'agreement'],
    amountFrom: 100_000_000,
    precedence: 10,
    steps: [
      {
        mode: 'all-of',
        approvers: [
          { by: 'post', post: '财务总监' },
          { by: 'post', post: '总经理' },
        ],
      },
    ],
  })
}

/** Steps of leaving three requests that belong together. */
export const leaveTogether = function* (parts: Parts, at: number): Generator<undefined, void> {
  const { history, company, cabinet } = parts
  const { by } = company
  const titles = ['劳动合同续签确认函', '社保缴纳证明', '收入证明（购房用）']
  for (const [index, title] of titles.entries()) {
    history.call(at + index * minute, by.counter, 'seals.requestSubmit', {
      applicant: by.people.id,
      lines: [{ seal: cabinet['RS01'] ?? '' }],
      category: 'certificate',
      document: { title, type: '证明', pages: 1 },
      copies: index + 1,
      purpose: '员工申请',
    })
    yield
  }
}

/** Steps of setting routes, an absence with its stand-in, and a request half-way on one of the routes. */
export const leaveRoutes = function* (parts: Parts, at: number): Generator<undefined, void> {
  const { history, company, cabinet } = parts
  const { by } = company
  setRoutes(parts, at)
  yield
  const today = history.dateAt(at)
  // The finance director signs large contracts along with the general manager, so that somebody else stands in there.
  const standIns = { standIn: by.finance.id, nextStandIn: by.office.id }
  const away = { from: today, to: today, ...standIns, reason: '出差' }
  history.call(at + minute, by.general, 'seals.absenceEnter', away)
  yield
  const bid = history.call(at + 2 * minute, by.counter, 'seals.requestSubmit', {
    applicant: by.salesOne.id,
    lines: [{ seal: cabinet['GZ01'] ?? '' }],
    category: 'official',
    document: { title: '投标函（立体库改造项目）', type: '公函', pages: 3 },
    copies: 2,
    purpose: '项目投标',
  })
  history.call(at + 3 * minute, by.office, 'seals.requestApprove', { id: bid.id, opinion: '同意，请总经理审定' })
  yield
}
