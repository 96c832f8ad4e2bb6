/** How money is written: separators, two places, and the sign of what is below nothing before that of the currency. */
import { expect, test } from 'vitest'
import { figures, moneyText } from './money.ts'

test.each([
  [0, '¥0.00'],
  [-300, '-¥3.00'],
  [-1, '-¥0.01'],
  [123_456_789, '¥1,234,567.89'],
  [-123_456_789, '-¥1,234,567.89'],
] as const)('%i is written %s', (minor, text) => expect(moneyText(minor)).toBe(text))

test('the sign stands before longer currency signs too, and figures have none', () => {
  expect(moneyText(-50_000, 'USD')).toBe('-US$500.00')
  expect(figures(-300)).toBe('-3.00')
})
