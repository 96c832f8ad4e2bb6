/** Counting keys: whatever is pressed in whatever order, approved = actual + spoiled + left, and nothing goes over. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedDown, countedUp, nowOf, sealAtHand, type AllCounts } from './use-counts.ts'

const left = [
  { seal: 'a', approved: 6, actual: 2, spoiled: 0, left: 4 },
  { seal: 'b', approved: 1, actual: 0, spoiled: 0, left: 1 },
]

test('each key keeps the sum, and the next seal follows when one is complete', () => {
  const key = fc.constantFrom('actual', 'spoiled', 'back')
  fc.assert(
    fc.property(fc.array(key, { maxLength: 15 }), (keys) => {
      let counts: AllCounts = {}
      for (const one of keys) counts = one === 'back' ? countedDown(left, counts) : countedUp(left, counts, one)
      for (const line of left) {
        const now = nowOf(line, counts[line.seal])
        expect(now.actual + now.spoiled + now.left).toBe(line.approved)
        expect(Math.min(counts[line.seal]?.actual ?? 0, counts[line.seal]?.spoiled ?? 0)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
  let counts: AllCounts = {}
  for (let made = 0; made < 4; made++) counts = countedUp(left, counts, 'actual')
  expect(sealAtHand(left, counts)).toBe('b')
  expect(countedUp(left, countedUp(left, counts, 'spoiled'), 'actual')).toEqual({
    a: { actual: 4 },
    b: { spoiled: 1 },
  })
})

test('typed over what is left, it says by how many, and the sum still closes', () => {
  const line = { seal: 'a', approved: 6, actual: 2, spoiled: 0, left: 4 }
  expect(nowOf(line, { actual: 4, spoiled: 1 })).toEqual({ approved: 6, actual: 6, spoiled: 1, left: 0, over: 1 })
  expect(nowOf(line, { actual: 3, spoiled: 1 })).toMatchObject({ left: 0, over: 0 })
})

test('counted back to nothing, all that is left stands again', () => {
  const once = countedUp(left, {}, 'spoiled')
  expect(countedDown(left, once)['a']).toEqual({ actual: undefined, spoiled: undefined })
  expect(countedDown(left, {})).toEqual({})
})
