/** However the key on the sheet comes back, it is the same key. */
import { expect, it } from 'vitest'
import { firstBadGroup, groupsOf, isRecoveryKey, readRecoveryKey } from './recovery-key.ts'

const key = '0123456789abcdef'.repeat(4)

it('reads a key in groups, in capitals, with dashes, full-width, and with letters for figures', () => {
  const grouped = groupsOf(key).join(' ')
  const ways = [
    key,
    grouped,
    ` ${grouped.toUpperCase()}\r\n`,
    groupsOf(key).join('-'),
    key.replaceAll('0', 'O').replaceAll('1', 'l'),
    [...key].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('　'),
    `\uFEFF${grouped}`,
  ]
  expect(ways.map(readRecoveryKey)).toEqual(ways.map(() => key))
  expect(ways.map(readRecoveryKey).every(isRecoveryKey)).toBe(true)
})

it('says which group cannot be right', () => {
  expect(isRecoveryKey(key.slice(1))).toBe(false)
  expect(firstBadGroup(key)).toBeUndefined()
  expect(firstBadGroup(readRecoveryKey('0123 45z7 89ab'))).toBe(2)
})
