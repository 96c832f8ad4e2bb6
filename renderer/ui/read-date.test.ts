/** Dates typed in short at the desk. */
import { describe, expect, it } from 'vitest'
import { readDate, weekdayOf } from './read-date.ts'

const today = '2026-11-23'

describe('a date as it is typed', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['20261130', '2026-11-30'],
    ['1130', '2026-11-30'],
    ['11-30', '2026-11-30'],
    ['11.3', '2026-11-03'],
    ['2027年1月5日', '2027-01-05'],
    ['1月5日', '2026-01-05'],
    ['0', '2026-11-23'],
    ['1', '2026-11-24'],
    ['+30', '2026-12-23'],
    ['-23', '2026-10-31'],
    [' 2028-02-29 ', '2028-02-29'],
  ])('reads %s', (typed, date) => {
    expect(readDate(typed, today)).toBe(date)
  })

  it.each(['2026-02-29', '2026-13-01', '1332', 'tomorrow', '', '2026-1', '18991231'])('refuses %s', (typed) => {
    expect(readDate(typed, today)).toBeUndefined()
  })

  it('knows the weekday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(0)
  })
})
