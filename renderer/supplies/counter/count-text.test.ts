/** What a counter types means one thing or nothing. */
import { describe, expect, it } from 'vitest'
import { readCount } from './count-text.ts'

describe('a typed count', () => {
  it('is a figure, a sum of heaps, or so much of a pack', () => {
    expect(readCount('12', 5)).toEqual({ quantity: 12, mode: 'set' })
    expect(readCount(' 12 + 8 ', 5)).toEqual({ quantity: 20, mode: 'set' })
    expect(readCount('2盒', 5)).toEqual({ quantity: 2, mode: 'set', unit: '盒' })
    expect(readCount('0', 5)).toEqual({ quantity: 0, mode: 'set' })
  })

  it('adds with a plus in front', () => {
    expect(readCount('+3', 5)).toEqual({ quantity: 3, mode: 'add' })
    expect(readCount('＋1箱', 5)).toEqual({ quantity: 1, mode: 'add', unit: '箱' })
  })

  it('takes the book only where it is shown and not below zero', () => {
    expect(readCount('=', 5)).toEqual({ quantity: 5, mode: 'set' })
    expect(readCount('=', undefined)).toBeUndefined()
    expect(readCount('=', -2)).toBeUndefined()
  })

  it('is nothing where it is negative, a fraction, too large or unclear', () => {
    expect(['-3', '1.5', '999999999', '', 'abc', '3-1', '6901234567892'].map((text) => readCount(text, 5))).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
  })
})
