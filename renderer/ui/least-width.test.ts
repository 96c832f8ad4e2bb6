/** The least width of a table's columns, from which on it scrolls. */
import { expect, it } from 'vitest'
import { leastWidth } from './least-width.ts'

it('adds up what each column takes at the least', () => {
  expect(leastWidth(['96px', 'minmax(120px, 1.4fr)', '1fr'])).toBe(216)
  expect(leastWidth([])).toBe(0)
})
