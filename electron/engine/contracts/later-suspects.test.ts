/** Looking through judgements in portions meets each of the days asked for once, however small the portions are. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../../shared/office/dates.ts'
import type { Read } from '../store/sql.ts'
import type { Fact } from './later-entries.ts'
import { lookOn, passOf, type Judged, type JudgedSource } from './later-suspects.ts'

const nothing = {} as Read
const day = (offset: number): string => addDays('2026-06-01', offset)

const judged = (key: string): Judged => ({
  key,
  id: key,
  verdict: {
    result: 'permitted',
    asOf: key.slice(0, 10),
    person: { id: 'p', name: '' },
    reasons: [],
    chain: [],
    failed: [],
  },
  contract: undefined,
  joint: [],
})

/** Three judgements a day, by key. */
const keys = Array.from({ length: 60 }, (_, index) => `${day(Math.floor(index / 3))} ${index % 3}`)
const source: JudgedSource = (_, { after, until }, limit) => {
  const rows = keys.filter((key) => key > after && key < `${until}~`).slice(0, limit)
  return { rows: rows.map(judged), seen: rows.length, next: rows.at(-1) ?? after }
}

const fact = (from: number, entered: number): Fact => ({
  desk: 'a',
  n: 1,
  at: `${day(entered)}T04:00:00.000Z-0000`,
  kind: 'delegation.revoked',
  subject: 'd',
  label: '',
  from: day(from),
  since: day(from),
  day: day(entered),
  keys: [],
})

const spans = fc.array(
  fc.tuple(fc.integer({ min: -3, max: 22 }), fc.integer({ min: -3, max: 22 })).map(([from, at]) => fact(from, at)),
  { minLength: 1, maxLength: 6 },
)

it('meets every judgement between what a fact speaks of and its entry, and none twice', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 9 }), (facts, most) => {
      const pass = passOf(facts, true)
      const met: string[] = []
      for (let isDone = false; !isDone;) {
        const before = met.length
        ;({ isDone } = lookOn(pass, [source], nothing, most, ({ key }) => met.push(key)))
        expect(met.length - before).toBeLessThanOrEqual(most)
      }
      const wanted = keys.filter((key) =>
        facts.some(({ since, day: entered }) => key >= since && key < `${entered}~` && since <= entered),
      )
      expect(met).toEqual(wanted)
    }),
  )
})

it('looks to the end where another desk may have judged without knowing', () => {
  const met: string[] = []
  lookOn(passOf([fact(18, 18)], false), [source], nothing, 100, ({ key }) => met.push(key))
  expect(met).toEqual(keys.slice(18 * 3))
})
