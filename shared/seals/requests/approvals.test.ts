/** Approving as a fold: steps in sequence, any or all, stand-ins, and the same request whatever came from where in which order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../journal/entry.ts'
import { foldEntries } from '../../journal/fold.ts'
import { isRefusal } from '../../api/fault.ts'
import type { Approver, RouteStep } from './approval-route.ts'
import { decideRequest, stepsOf, waitingStep, type Decider } from './approvals.ts'
import type { Approval, Named, SealRequest } from '../records.ts'
import { requestSubject } from '../subjects.ts'

const person = (name: string): Named => ({ id: name, name })
const named = (name: string): Approver => ({ by: 'person', person: person(name) })
const anyOf = (...approvers: Approver[]): RouteStep => ({ mode: 'any-of', approvers })
const allOf = (...approvers: Approver[]): RouteStep => ({ mode: 'all-of', approvers })

const asked = (steps: RouteStep[] | undefined): Omit<SealRequest, 'id'> => ({
  numbered: { book: 'b', serial: 1, number: 'YS-A-2026-0001' },
  number: 'YS-A-2026-0001',
  submittedAt: '2026-11-20 09:00',
  applicant: person('申'),
  proxy: person('代'),
  lines: [],
  category: 'certificate',
  mode: 'here',
  document: { title: '在职证明' },
  copies: 1,
  isLegalReviewed: false,
  isUrgent: false,
  useBy: '2026-12-31',
  ...(steps ? { route: { name: '路线', steps } } : {}),
  approvals: [],
  status: 'pending',
})

let made = 0
const entry = (kind: string, body: object, basedOn: Entry[] = [], desk = 'a'): Entry => ({
  desk,
  n: (made += 1),
  at: `2026-11-20T01:00:00.${String(made % 1000).padStart(3, '0')}Z-0000`,
  actor: 'x',
  kind,
  subject: 'r',
  basedOn: basedOn.map(({ hash }) => hash).toSorted(),
  generation: 1 + Math.max(0, ...basedOn.map(({ generation }) => generation)),
  body: structuredClone(body) as Entry['body'],
  hash: `${made}`,
})

const fold = (...entries: Entry[]): SealRequest => {
  const request = foldEntries(requestSubject, entries)
  if (!request) throw new Error('no request')
  return request
}

const as = (name: string, more: Partial<Decider> = {}): Decider => ({
  person: person(name),
  keys: [`person:${name}`],
  absent: [],
  ...more,
})
const told = { decision: 'approved', opinion: '同意', at: '2026-11-20 10:00', today: '2026-11-20' } as const

/** Decides one after the other on one desk; returns the request or the first fault's code. */
const decided = (steps: RouteStep[] | undefined, ...by: (Decider | [Decider, 'rejected'])[]): SealRequest | string => {
  const entries = [entry('seal.requested', asked(steps))]
  for (const one of by) {
    const [decider, decision] = Array.isArray(one) ? one : [one, 'approved' as const]
    const drafts = decideRequest(fold(...entries), decider, { ...told, decision })
    if (isRefusal(drafts)) return drafts.refused.code
    for (const { kind, body } of drafts) entries.push(entry(kind, body, entries.slice(-1)))
  }
  return fold(...entries)
}
const statusAfter = (steps: RouteStep[] | undefined, ...by: (Decider | [Decider, 'rejected'])[]): string => {
  const request = decided(steps, ...by)
  return typeof request === 'string' ? request : request.status
}

test('steps go one after the other; whose turn it is not is told so', () => {
  const steps = [anyOf(named('甲'), named('乙')), allOf(named('丙'), { by: 'post', post: '总经理' })]
  expect(statusAfter(steps)).toBe('pending')
  expect(statusAfter(steps, as('丙'))).toBe('not-your-step')
  expect(statusAfter(steps, as('乙'), as('甲'))).toBe('not-your-step')
  expect(statusAfter(steps, as('乙'), as('丙'))).toBe('pending')
  expect(statusAfter(steps, as('乙'), as('丙'), as('丙'))).toBe('already-approved')
  const general = as('王', { keys: ['person:王', 'post:总经理'] })
  expect(statusAfter(steps, as('乙'), general)).toBe('pending')
  expect(statusAfter(steps, as('乙'), general, as('丙'))).toBe('approved')
})

test('a rejection at any step ends it', () => {
  const steps = [anyOf(named('甲')), anyOf(named('乙'))]
  expect(statusAfter(steps, [as('甲'), 'rejected'])).toBe('rejected')
  expect(statusAfter(steps, as('甲'), [as('乙'), 'rejected'])).toBe('rejected')
  expect(statusAfter(steps, [as('甲'), 'rejected'], as('乙'))).toBe('request-not-pending')
})

test('without a route any approver is enough, but never applicant or proxy', () => {
  const approver = (name: string) => as(name, { keys: [`person:${name}`, 'role:approver'] })
  expect(statusAfter(undefined, approver('批'))).toBe('approved')
  expect(statusAfter(undefined, as('批'))).toBe('not-your-step')
  for (const own of ['申', '代']) expect(statusAfter(undefined, approver(own))).toBe('duties-not-separated')
})

test('a stand-in approves for the absent, says for whom, and never for the applicant', () => {
  const steps = [anyOf(named('甲'), named('申'))]
  const standIn = (absent: string) => as('乙', { absent: [{ person: person(absent), keys: [`person:${absent}`] }] })
  expect(decided(steps, standIn('甲'))).toMatchObject({ status: 'approved', approvals: [{ standsFor: person('甲') }] })
  expect(statusAfter(steps, standIn('申'))).toBe('not-your-step')
})

test('in a step that needs all, one person counts once, also when standing in', () => {
  const both = as('甲', { absent: [{ person: person('乙'), keys: ['person:乙'] }] })
  expect(statusAfter([allOf(named('甲'), named('乙'))], both)).toBe('pending')
  expect(statusAfter([allOf(named('甲'), named('乙'))], both, both)).toBe('already-approved')
})

test('a stand-in with a place of their own fills that, and the absent one’s place is filled by the next stand-in', () => {
  const steps = [allOf(named('财'), { by: 'post', post: '总经理' })]
  const away = { person: person('总'), keys: ['person:总', 'post:总经理'] }
  const finance = { person: person('财'), keys: ['person:财', 'post:财务总监'] }
  const first = as('财', { absent: [away] })
  const next = as('办', { absent: [{ ...away, first: finance }] })
  expect(statusAfter(steps, first)).toBe('pending')
  expect(statusAfter(steps, first, first)).toBe('already-approved')
  expect(statusAfter(steps, first, next)).toBe('approved')
  expect(decided(steps, next)).toMatchObject({ approvals: [{ person: person('办'), standsFor: person('总') }] })
  expect(statusAfter(steps, next, first)).toBe('approved')
  // Where the first stand-in is free, the place is theirs; where they ask it themselves, it is not.
  const alone = [allOf({ by: 'post', post: '总经理' }, named('法'))]
  expect(statusAfter(alone, next)).toBe('not-your-step')
  const asking = { ...finance, person: person('申'), keys: ['person:申'] }
  expect(statusAfter(alone, as('办', { absent: [{ ...away, first: asking }] }))).toBe('pending')
  expect(statusAfter([anyOf(named('财'), named('总'))], next)).toBe('not-your-step')
})

test('a place that any holder of a role may fill is left to others, where somebody absent would have nobody else', () => {
  const steps = [allOf({ by: 'role', role: 'approver' }, named('总'))]
  const approver = (name: string, more: Partial<Decider> = {}) =>
    as(name, { keys: [`person:${name}`, 'role:approver'], ...more })
  const both = approver('财', { absent: [{ person: person('总'), keys: ['person:总'] }] })
  expect(decided(steps, both)).toMatchObject({ approvals: [{ slots: ['person:总'], standsFor: person('总') }] })
  expect(statusAfter(steps, both, approver('办'))).toBe('approved')
  expect(statusAfter(steps, approver('办'), both)).toBe('approved')
})

test('an entry from before there were routes folds as it did', () => {
  const first = entry('seal.requested', asked(undefined))
  const approval: Approval = { person: person('批'), decision: 'approved', at: '2026-11-20 10:00' }
  const approved = entry('seal.request-approved', { status: 'approved', approvals: [approval] }, [first])
  const done = entry('seal.request-done', { status: 'done' }, [approved])
  const again = entry('seal.request-reopened', { status: 'approved' }, [done])
  expect(fold(first, approved)).toMatchObject({ status: 'approved', approvals: [approval] })
  expect(fold(first, approved, done).status).toBe('done')
  expect(fold(first, approved, done, again).status).toBe('approved')
  const rejected = { ...approval, decision: 'rejected' }
  expect(
    fold(first, entry('seal.request-rejected', { status: 'rejected', approvals: [rejected] }, [first])).status,
  ).toBe('rejected')
})

test('a step is filled by slots only, and nothing is approved before its last step', () => {
  const request = decided([allOf(named('甲'), named('乙'))], as('甲'))
  if (typeof request === 'string') throw new Error(request)
  expect(stepsOf(request)[0]?.open).toEqual([named('乙')])
  expect(waitingStep(request)?.step).toBe(0)
})

test('decisions entered side by side fold to one request, in whatever order they are read, and none is lost', () => {
  const names = ['甲', '乙', '丙', '丁'] as const
  const steps = [allOf(named('甲'), named('乙')), anyOf(named('丙'), named('丁'))]
  const side = fc.record({
    who: fc.constantFrom(...names),
    step: fc.nat({ max: 1 }),
    decision: fc.constantFrom<Approval['decision']>('approved', 'approved', 'approved', 'rejected'),
    minute: fc.integer({ min: 10, max: 59 }),
    desk: fc.constantFrom('a', 'b'),
  })
  const end = fc.constantFrom('none', 'seal.request-withdrawn', 'seal.request-done')
  fc.assert(
    fc.property(fc.array(side, { maxLength: 6 }), end, fc.infiniteStream(fc.nat()), (sides, ending, dice) => {
      const first = entry('seal.requested', asked(steps))
      const beside = sides.map(({ who, step, decision, minute, desk }) => {
        const approval = {
          person: person(who),
          decision,
          at: `2026-11-20 10:${minute}`,
          step,
          slots: [`person:${who}`],
        }
        return entry('seal.request-decided', { approval }, [first], desk)
      })
      if (ending !== 'none') beside.push(entry(ending, { status: 'pending' }, [first], 'b'))
      const plain = fold(first, ...beside)
      // The rank of an entry among those side by side says nothing: given other stamps, the request is the same.
      const stamps = beside.map(({ at }) => at)
      const shuffled = beside
        .map((one) => ({ one, rank: dice.next().value }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ one }, index) => ({ ...one, at: stamps[index] ?? one.at }))
      expect(fold(...shuffled, first)).toEqual(plain)
      const kept = new Set(plain.approvals.map(({ step, person: by }) => `${step}${by.id}`))
      expect(kept).toEqual(new Set(sides.map(({ step, who }) => `${step}${who}`)))
      if (ending === 'seal.request-withdrawn') expect(plain.status).toBe('withdrawn')
      else if (sides.some(({ decision }) => decision === 'rejected')) expect(plain.status).toBe('rejected')
    }),
  )
})
