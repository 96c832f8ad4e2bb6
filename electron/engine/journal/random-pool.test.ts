/** No byte of the pool is handed out twice, also where a draw is larger than what is left or than the pool. */
import { expect, it } from 'vitest'
import { pooledRandom } from './random-pool.ts'

it('hands out as many bytes as were asked for, and others each time', () => {
  const drawn = Array.from({ length: 3000 }, (_, index) => pooledRandom(10 + (index % 7)))
  expect(drawn.map(({ length }) => length)).toEqual(drawn.map((_, index) => 10 + (index % 7)))
  expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(3000)
  expect(pooledRandom(20_000)).toHaveLength(20_000)
})

it('leaves what was drawn before as it was', () => {
  const first = pooledRandom(16)
  const before = Buffer.from(first).toString('hex')
  for (let index = 0; index < 2000; index++) pooledRandom(16)
  expect(Buffer.from(first).toString('hex')).toBe(before)
})
