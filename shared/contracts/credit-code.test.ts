/** The check character of 统一社会信用代码. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCheckCharacter, isCreditCode } from './credit-code.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('')
const body = fc
  .tuple(
    fc.constantFrom('91', '92', '52', '12', '93'),
    fc.integer({ min: 110000, max: 659999 }).map(String),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }).map((part) => part.join('')),
  )
  .map((parts) => parts.join(''))

describe('统一社会信用代码', () => {
  it('accepts codes of well-known companies as they are published', () => {
    for (const code of ['91110000802100433B', '914403001922038216', '91440300708461136T', '91330100799655058B'])
      expect(isCreditCode(code), code).toBe(true)
  })

  it('has exactly one check character for any body', () => {
    fc.assert(
      fc.property(body, (seventeen) => {
        const right = alphabet.filter((character) => isCreditCode(seventeen + character))
        expect(right).toEqual([creditCheckCharacter(seventeen)])
      }),
    )
  })

  it('notices any one character that was mistyped', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...alphabet), (seventeen, at, other) => {
        const code = seventeen + (creditCheckCharacter(seventeen) ?? '')
        fc.pre(code.charAt(at) !== other)
        expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('refuses letters that are not in the alphabet, other lengths and lower case', () => {
    for (const code of ['', '9111000080210043', '91110000802100433b', '9111000080210O433B', '91110000802100433BB'])
      expect(isCreditCode(code), code).toBe(false)
  })
})
