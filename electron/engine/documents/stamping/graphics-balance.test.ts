/** Saves and restores are counted as operators only, never inside of strings, names, comments and pictures. */
import { expect, test } from 'vitest'
import { balanceOf } from './graphics-balance.ts'

test.each([
  ['nothing', '', 0, 0],
  ['a pair', 'q 1 0 0 1 0 0 cm Q', 0, 0],
  ['two left open', 'q q 0 g', 0, 2],
  ['one put back too often', 'Q 0 g', -1, -1],
  ['down, and up again', 'Q Q q q q', -2, 1],
  ['strings', '(q \\) Q (q)) Tj <51> Tj', 0, 0],
  ['names, comments, words', '/q gs % q q\n/Q Do sq Qs', 0, 0],
  ['dictionaries', '/P << /MCID 0 >> BDC q EMC', 0, 1],
  ['an inline picture', 'q BI /W 2 ID \x00 q q EIx q \nEI Q', 0, 0],
  ['side by side with delimiters', 'q[1]0 d(x)Tj Q', 0, 0],
])('%s', (_, operators, lowest, last) => {
  expect(balanceOf(Buffer.from(operators, 'latin1'))).toEqual({ lowest, last })
})
