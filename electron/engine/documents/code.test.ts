/** Base45 by the RFC's own examples and as a property; the code's room. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formNames } from '../../../shared/documents/forms.ts'
import { codeRuns } from './code-picture.ts'
import { base45, codeText, fromBase45, scanCode } from './code.ts'

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('RFC 9285: %s is %s', (plain, coded) => {
  expect(base45(Buffer.from(plain))).toBe(coded)
  expect(Buffer.from(fromBase45(coded) ?? []).toString()).toBe(plain)
})

test('any bytes survive, and what is no Base45 is said to be none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromBase45(base45(bytes))).toEqual(bytes)
    }),
  )
  for (const wrong of ['GGW', ':::', 'A', 'ab1', 'A?B']) expect(fromBase45(wrong)).toBeUndefined()
})

test('the code holds at most 178 characters and 45 modules whatever the number is', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.constantFrom(...formNames),
      fc.integer({ min: 1, max: 100_000 }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      (number, form, print, signature) => {
        const text = codeText({ desk: 'ab'.repeat(32), form, number, print, hash: 'cd'.repeat(32) }, () => signature)
        expect(text.length).toBeLessThanOrEqual(178)
        expect(codeRuns(text).size).toBeLessThanOrEqual(45)
        expect(scanCode(text)).toMatchObject({ form, desk: 'abababab', hash: 'cd'.repeat(16) })
      },
    ),
  )
})
