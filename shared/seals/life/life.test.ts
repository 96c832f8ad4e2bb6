/** The life of a seal, step by step and by property: its state follows its acts, and nothing leads out of destroyed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { Draft, Entry } from '../../journal/entry.ts'
import { foldEntries } from '../../journal/fold.ts'
import { acceptHandover, declineHandover, offerDrafts, refuseOffer } from './handover-rules.ts'
import { actsOf, mayAct, sealActNames, sealActs, type SealAct } from './life.ts'
import type { Standing } from './life-people.ts'
import type { Handover, LifeActName, Outing } from './life-records.ts'
import { lifeActDrafts, refuseLifeAct, type Entered, type LifeTold } from './life-rules.ts'
import { handoverSubject, outingSubject } from './life-subjects.ts'
import { defaultDue, isOverdue, outingDrafts, refuseOuting, returnOuting } from './outing-rules.ts'
import { sealStatuses, type Seal } from '../records.ts'
import { sealSubject } from '../subjects.ts'

const person = (id: string, more: Partial<Standing> = {}): Standing => ({
  id,
  name: `人${id}`,
  isEmployed: true,
  mayApprove: false,
  mayUse: false,
  ...more,
})
const [keeper, boss, one, two] = [
  person('k'),
  person('b', { mayApprove: true }),
  person('1', { mayUse: true }),
  person('2'),
]
const entered: Entered = { by: { id: 'k', name: '人k' }, desk: 'A', at: '2026-11-23 09:00', today: '2026-11-23' }
const numbered = { book: 'b', serial: 1, number: 'YZ-A-2026-0001' }
const fresh = { id: 'act', numbered }

const seal = (status: Seal['status']): Seal => ({
  id: 's',
  code: 'GZ01',
  name: '公章',
  type: 'company',
  kind: 'physical',
  shape: 'round',
  widthMm: 42,
  heightMm: 42,
  homeDesk: 'A',
  isHighRisk: false,
  impression: 'i',
  custodian: { id: 'k', name: '人k' },
  status,
})

const told: LifeTold = {
  reason: '换章',
  approver: boss,
  receivedBy: one,
  place: '保险柜',
  method: '熔毁',
  witnesses: [one, two],
}

const life: readonly LifeActName[] = ['activated', 'retired', 'resumed', 'sealed-away', 'destroyed', 'lost', 'found']
const isLife = (act: SealAct): act is LifeActName => life.some((name) => name === act)

const outingTold = { taker: one, escort: two, address: '政务中心', reason: '投标', documents: [] }
const offer = { to: one, toDesk: 'A', witness: two, reason: '轮岗', registers: [] }
const outing = { ...outingTold, id: 'o', number: 'WD', status: 'out', outAt: '2026-11-23 08:00' } as unknown as Outing
const offered = {
  id: 'h',
  number: 'JJ',
  status: 'offered',
  from: keeper,
  to: { id: 'k', name: '人k' },
  fromDesk: 'A',
  toDesk: 'A',
} as unknown as Handover

/** What the rules make of an act on a seal: drafts, or nothing where they refuse. */
const tryAct = (before: Seal, act: SealAct): Draft[] | undefined => {
  if (isLife(act))
    return refuseLifeAct(before, act, told, entered) ? undefined : lifeActDrafts(before, act, told, entered, fresh)
  const drafts = {
    'taken-out': () => refuseOuting(before, outingTold, entered) ?? outingDrafts(before, outingTold, entered, fresh),
    returned: () => returnOuting(before, outing, { returnedTo: keeper, isIntact: true }, entered),
    offered: () => refuseOffer(before, offer, entered, ['A']) ?? offerDrafts(before, offer, entered, fresh),
    accepted: () => acceptHandover(before, offered, entered, {}),
    declined: () => declineHandover(before, offered, entered, '不便'),
  }[act]()
  return isRefusal(drafts) ? undefined : drafts
}

let hashes = 0
const entryOf = (draft: Draft, basedOn: string[], generation: number): Entry => ({
  ...draft,
  desk: 'd',
  n: generation,
  at: `2026-11-23T00:00:${String(generation % 60).padStart(2, '0')}.000Z-0000`,
  actor: 'k',
  basedOn,
  generation,
  hash: `${(hashes += 1)}`,
})

/** The seal after its drafts, by the product's own fold. */
const after = (before: Seal, drafts: Draft[]): Seal => {
  const { id, ...body } = before
  const first = entryOf({ kind: 'seal.registered', subject: id, body }, [], 1)
  const moves = drafts.filter(({ subject }) => subject === id)
  const entries = moves.reduce<Entry[]>(
    (line, draft) => [...line, entryOf(draft, [line.at(-1)?.hash ?? ''], line.length + 1)],
    [first],
  )
  return foldEntries(sealSubject, entries) ?? before
}

describe('the life of a seal', () => {
  test('every act is allowed exactly where the table says, and leaves the state the table says', () => {
    for (const status of sealStatuses)
      for (const act of sealActNames) {
        const before = seal(status)
        const drafts = tryAct(before, act)
        // Returning and declining close their own record also where another act has moved the seal meanwhile.
        const isLenient = act === 'returned' || act === 'declined'
        if (!isLenient) expect(drafts !== undefined, `${status} ${act}`).toBe(mayAct(before, act))
        const moved = mayAct(before, act) ? sealActs[act].to : status
        if (drafts) expect(after(before, drafts).status, `${status} ${act}`).toBe(moved)
      }
  })

  test('no path leads out of destroyed, and only from lost to a place where it is kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sealStatuses), fc.array(fc.constantFrom(...sealActNames)), (start, acts) => {
        let now = seal(start)
        for (const act of acts) {
          const drafts = tryAct(now, act)
          const next = drafts ? after(now, drafts) : now
          if (now.status === 'destroyed') expect(next.status).toBe('destroyed')
          if (now.status === 'lost') expect(['lost', 'sealed-away']).toContain(next.status)
          expect(sealStatuses).toContain(next.status)
          now = next
        }
      }),
    )
    expect(actsOf('destroyed')).toEqual([])
  })

  test('every entry that the rules make meets its schema', () => {
    for (const act of sealActNames)
      for (const { kind, body } of tryAct(seal(sealActs[act].from[0]), act) ?? []) {
        const schema = [sealSubject, outingSubject, handoverSubject].find((type) => type.kinds[kind])?.kinds[kind]
        if (schema) expect(schema.safeParse(body).error, kind).toBeUndefined()
      }
  })
})

describe('the people of an act', () => {
  test('destruction takes two witnesses who are neither custodian, nor who enters it, nor the approver', () => {
    const refused = (change: Partial<LifeTold>) =>
      refuseLifeAct(seal('sealed-away'), 'destroyed', { ...told, ...change }, entered)?.refused
    expect(refused({ witnesses: [one] })).toMatchObject({ code: 'witnesses-too-few', found: 1, least: 2 })
    expect(refused({ witnesses: [one, one] })).toMatchObject({ code: 'same-person', person: '人1' })
    expect(refused({ witnesses: [one, keeper] })).toMatchObject({ code: 'same-person', person: '人k' })
    expect(refused({ witnesses: [one, boss] })).toMatchObject({ code: 'same-person', one: 'approver' })
    expect(refused({ approver: undefined })).toMatchObject({ code: 'approver-needed' })
    expect(refused({ approver: person('x') })).toMatchObject({ code: 'approver-may-not' })
    expect(refused({ approver: person('k', { mayApprove: true }) })).toMatchObject({ code: 'same-person' })
    expect(refused({ witnesses: [one, person('z', { isEmployed: false })] })).toMatchObject({ code: 'part-left' })
    expect(refused({})).toBeUndefined()
  })

  test('a company seal is retired on an approval, another one without', () => {
    const plain = { ...seal('in-use'), type: 'hr' as const }
    expect(refuseLifeAct(plain, 'retired', { reason: '换章' }, entered)).toBeUndefined()
    expect(refuseLifeAct(seal('in-use'), 'retired', { reason: '换章' }, entered)?.refused.code).toBe('approver-needed')
  })

  test('an outing has two different people and comes back after it left', () => {
    const refused = (change: Partial<typeof outingTold & { dueBackAt: string }>) =>
      refuseOuting(seal('in-use'), { ...outingTold, ...change }, entered)?.refused
    expect(refused({ escort: one })).toMatchObject({ code: 'same-person', one: 'taker', other: 'escort' })
    expect(refused({ dueBackAt: '2026-11-23 08:59' })).toMatchObject({ code: 'outing-back-before-out' })
    expect(refuseOuting({ ...seal('in-use'), isHighRisk: true }, outingTold, entered)?.refused.code).toBe(
      'approver-needed',
    )
    expect(refused({})).toBeUndefined()
  })
})

test('a seal is due the same day, and overdue from the minute after', () => {
  expect(defaultDue('2026-11-23 09:00')).toBe('2026-11-23 18:00')
  expect(defaultDue('2026-11-23 18:00')).toBe('2026-11-23 23:59')
  const out = { status: 'out', dueBackAt: '2026-11-23 18:00' } as const
  expect(isOverdue(out, '2026-11-23 18:00')).toBe(false)
  expect(isOverdue(out, '2026-11-23 18:01')).toBe(true)
  expect(isOverdue({ ...out, status: 'returned' }, '2026-11-24 09:00')).toBe(false)
})
