/** The example's delegations: office → general manager → directors → managers, and one level further to a buyer. */
import type { Contract } from '../../../shared/api/contract.ts'
import type { InputOf } from '../../../shared/api/operation.ts'
import { addDays } from '../../../shared/office/dates.ts'
import { daysOf } from './calendar.ts'
import type { Company } from './company.ts'
import type { Part } from './company-plan.ts'
import type { History } from './history.ts'
import { registerRates } from './rates.ts'

type Issued = InputOf<Contract['delegations.issue']>
type Limits = Pick<
  Issued,
  | 'contractTypes'
  | 'limit'
  | 'aggregateLimit'
  | 'aggregatePeriod'
  | 'longestMonths'
  | 'depth'
  | 'jointNeeded'
  | 'excludedTypes'
  | 'excludedCounterparties'
  | 'counterparties'
  | 'remarks'
> & { post?: string; kind?: Issued['kind']; actions?: Issued['actions'] }

type Planned = Limits & { to: Part | undefined; from: Part; joint?: Part }

/** 万元 in minor units. */
const wan = (amount: number): number => amount * 1_000_000

const directors: readonly Planned[] = [
  {
    from: 'general',
    to: 'sales',
    contractTypes: ['sales', 'service', 'other'],
    limit: wan(500),
    depth: 2,
    longestMonths: 60,
  },
  {
    from: 'general',
    to: 'operations',
    contractTypes: ['purchase', 'construction', 'lease', 'service', 'technology', 'other'],
    limit: wan(300),
    depth: 2,
    longestMonths: 60,
  },
  {
    from: 'general',
    to: 'office',
    contractTypes: ['service', 'lease', 'labour', 'purchase', 'other'],
    limit: wan(100),
    depth: 2,
    longestMonths: 60,
  },
  {
    from: 'general',
    to: 'finance',
    contractTypes: ['loan', 'guarantee', 'other'],
    limit: wan(1000),
    depth: 0,
    jointNeeded: 1,
    joint: 'legal',
    remarks: '借款、担保须与法务合规部经理联签',
  },
  {
    from: 'general',
    to: 'research',
    contractTypes: ['technology', 'service', 'purchase'],
    limit: wan(200),
    depth: 1,
    longestMonths: 60,
  },
]

const leaders: readonly Planned[] = [
  { from: 'sales', to: 'salesOne', contractTypes: ['sales', 'service'], limit: wan(50), depth: 0, longestMonths: 36 },
  { from: 'sales', to: 'salesTwo', contractTypes: ['sales', 'service'], limit: wan(50), depth: 0, longestMonths: 36 },
  { from: 'sales', to: 'former', contractTypes: ['sales'], limit: wan(20), depth: 0, longestMonths: 12 },
  {
    from: 'operations',
    to: 'purchase',
    contractTypes: ['purchase', 'service', 'lease', 'other'],
    limit: wan(30),
    aggregateLimit: wan(6000),
    aggregatePeriod: 'year',
    depth: 1,
    longestMonths: 36,
  },
  {
    from: 'operations',
    to: 'equipment',
    contractTypes: ['construction', 'purchase', 'technology'],
    limit: wan(20),
    depth: 0,
    longestMonths: 36,
    excludedTypes: ['lease'],
  },
  {
    from: 'operations',
    to: 'stores',
    contractTypes: ['service', 'lease'],
    limit: wan(10),
    depth: 0,
    longestMonths: 36,
  },
  {
    from: 'operations',
    to: 'quality',
    contractTypes: ['service', 'technology'],
    limit: wan(8),
    depth: 0,
    longestMonths: 24,
  },
  {
    from: 'operations',
    to: undefined,
    post: '生产制造部经理',
    kind: 'post',
    contractTypes: ['purchase'],
    limit: wan(10),
    depth: 0,
    longestMonths: 12,
  },
  {
    from: 'office',
    to: 'desk',
    contractTypes: ['service', 'purchase', 'lease', 'other'],
    limit: wan(5),
    depth: 0,
    longestMonths: 24,
  },
  { from: 'office', to: 'people', contractTypes: ['labour', 'service'], limit: wan(20), depth: 0, longestMonths: 60 },
  {
    from: 'research',
    to: 'lab',
    contractTypes: ['technology', 'purchase'],
    limit: wan(20),
    depth: 0,
    longestMonths: 36,
  },
]

export type Authority = {
  /** Who signs a contract of a type and amount: the lowest in the house who may. */
  signatory: (type: string, amount: number) => Part
  /** Later steps, in the order of the year. */
  revoke: (at: number) => void
  amend: (at: number) => void
  passOn: (at: number, now: number) => void
  single: (at: number, contract: string, limit: number) => void
}

/** Steps of issuing all delegations that stand from the start. */
export const issueDelegations = function* (
  history: History,
  at: number,
  company: Company,
): Generator<undefined, Authority> {
  const { by } = company
  const made = new Map<Part, string>()
  const from = history.dateAt(at)
  const issue = (when: number, plan: Planned, parent: string | undefined, validTo?: string): string => {
    const { to, from: delegator, joint, post, kind = 'standing', ...limits } = plan
    // Nobody enters a delegation to themselves: the office manager's own is the general manager's to enter.
    const author = to !== undefined && by[to].id === by.office.id ? by.general : by.office
    const { id } = history.call(when, author, 'delegations.issue', {
      kind,
      ...(parent === undefined ? { delegator: 'office' } : { delegator: by[delegator].id, parent }),
      ...(to === undefined ? { post } : { delegate: by[to].id }),
      actions: ['sign', 'seal'],
      ...limits,
      ...(joint === undefined ? {} : { jointSigners: [by[joint].id] }),
      validFrom: history.dateAt(when),
      ...(validTo === undefined ? {} : { validTo }),
    })
    if (to !== undefined) made.set(to, id)
    return id
  }
  // By post: whoever is general manager on a date holds it then.
  const top: Planned = {
    from: 'general',
    to: undefined,
    post: by.general.post,
    kind: 'post',
    depth: 3,
    actions: ['sign', 'seal', 'approve'],
  }
  const root = issue(at, { ...top, remarks: '法定代表人，依公司章程第二十六条' }, undefined)
  yield
  registerRates(history, at, by.office)
  const until = addDays(from, 730)
  for (const plan of [...directors, ...leaders]) {
    issue(at, plan, plan.from === 'general' ? root : made.get(plan.from), until)
    yield
  }
  const steps = [...leaders, ...directors].filter(
    ({ jointNeeded = 0, to }) => jointNeeded === 0 && to && to !== 'former',
  )
  return {
    signatory: (type, amount) => {
      const able = steps
        .filter(({ contractTypes = [], limit = 0 }) => limit >= amount && contractTypes.some((one) => one === type))
        .toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))
      return able[0]?.to ?? 'general'
    },
    revoke: (when) => {
      const id = made.get('former') ?? ''
      history.call(when, by.office, 'delegations.revoke', { id, reason: '岗位调整，不再负责合同签署' })
      history.call(when + 60_000, by.office, 'delegations.returned', { id })
    },
    amend: (when) =>
      void history.call(when, by.office, 'delegations.amend', {
        id: made.get('quality') ?? '',
        reason: '岗位轮换，提前到期',
        validTo: addDays(from, 700),
      }),
    passOn: (when, now) =>
      void issue(
        when,
        { from: 'purchase', to: 'buyer', contractTypes: ['purchase'], limit: wan(3), depth: 0, longestMonths: 12 },
        made.get('purchase'),
        history.dateAt(now + daysOf(18)),
      ),
    single: (when, contract, limit) =>
      void history.call(when, by.office, 'delegations.issue', {
        kind: 'single',
        delegator: by.general.id,
        parent: root,
        delegate: by.legal.id,
        actions: ['sign', 'seal'],
        contract,
        limit,
        validFrom: history.dateAt(when),
        validTo: addDays(history.dateAt(when), 180),
        remarks: '仅限本合同，无转委托权',
      }),
  }
}
