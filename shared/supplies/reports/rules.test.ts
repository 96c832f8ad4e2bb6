/** From which day on stock is slow, and by which bound. */
import { expect, test } from 'vitest'
import { addDays } from '../../office/dates.ts'
import { slowDays } from './rules.ts'

test.each([
  [0, undefined],
  [89, undefined],
  [90, 90],
  [179, 90],
  [180, 180],
  [364, 180],
  [365, 365],
  [4000, 365],
] as const)('after %i days it is %s', (days, band) => {
  const since = '2024-02-28'
  expect(slowDays(since, addDays(since, days))).toEqual(band === undefined ? undefined : { days, band })
})

test('what came after the day that is looked at does not lie there long', () =>
  expect(slowDays('2026-11-24', '2026-11-23')).toBeUndefined())
