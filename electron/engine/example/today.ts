/** What the example leaves open for today, so that a visitor finds something to do at once. */
import { leaveRoutes, leaveTogether } from './approvals.ts'
import type { Company } from './company.ts'
import type { ContractDesk } from './contracts.ts'
import type { Shelves } from './goods.ts'
import type { History } from './history.ts'
import type { SealDesk } from './seal-days.ts'
import { leaveRequests } from './supply-requests.ts'
import type { Cabinet } from './seals.ts'

export type TodayParts = {
  history: History
  company: Company
  cabinet: Cabinet
  contracts: ContractDesk
  seals: SealDesk
  shelves: Shelves
  /** The beginning of the last hour before now. */
  at: number
}

const minute = 60_000

/** Steps of leaving a pending request, an approved one, a contract within authority and one outside it. */
export const leaveForToday = function* (parts: TodayParts): Generator<undefined, void> {
  const { history, company, cabinet, contracts, seals, at } = parts
  const { by } = company
  const prepare = (minutes: number, subject: string, amount: number): void =>
    void contracts.prepare(at + minutes * minute, { type: 'sales', subject, amount, handler: by.salesOne })
  prepare(10, '专用夹具', 18_600_000)
  yield
  prepare(14, '自动化装配线', 128_000_000)
  yield
  const approved = history.call(at + 20 * minute, by.clerk, 'seals.requestSubmit', {
    applicant: by.people.id,
    lines: [{ seal: cabinet['RS01'] ?? '' }],
    category: 'certificate',
    document: { title: `${by.lab.name}在职证明`, type: '证明', pages: 1 },
    copies: 2,
    purpose: '办理签证',
  })
  history.call(at + 31 * minute, by.office, 'seals.requestApprove', { id: approved.id, opinion: '同意用印' })
  yield
  yield* leaveTogether(parts, at + 34 * minute)
  history.call(at + 40 * minute, by.counter, 'seals.requestSubmit', {
    applicant: by.salesTwo.id,
    lines: [{ seal: cabinet['GZ01'] ?? '' }, { seal: cabinet['FR01'] ?? '' }],
    category: 'authorization',
    document: { title: '授权委托书（智能仓储项目投标）', type: '授权书', pages: 2 },
    copies: 3,
    purpose: '项目投标',
    isUrgent: true,
  })
  yield
  yield* leaveRoutes(parts, at + 41 * minute)
  yield* leaveRequests({ ...parts, at: at + 43 * minute })
  seals.walkIn(at + 48 * minute)
  yield
  leaveOutside(parts)
}

/** A seal that went out for half an hour and is not back, and one that waits to be accepted by its next custodian. */
const leaveOutside = ({ history, company, cabinet, at }: TodayParts): void => {
  const { by } = company
  history.call(at + 2 * minute, by.desk, 'seals.takeOut', {
    seal: cabinet['BG01'] ?? '',
    taker: by.salesTwo.id,
    escort: by.counter.id,
    address: '海关报关大厅 3 号窗口',
    reason: '出口设备报关单盖章',
    documents: ['出口货物报关单', '代理报关委托书'],
    dueBackAt: history.timeAt(at + 32 * minute),
  })
  history.call(at + 50 * minute, by.desk, 'seals.handoverOffer', {
    seal: cabinet['SH01'] ?? '',
    to: by.custodian.id,
    witness: by.office.id,
    reason: '收货章改由印章管理员统一保管',
    registers: ['收货专用章用印登记簿'],
  })
}
