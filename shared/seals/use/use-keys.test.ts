/** Keys of uses: the printed number finds its key, whatever book and serial, and an odd number keeps one of its own. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedNumber } from '../../office/numbers.ts'
import type { SealUse } from '../records.ts'
import { keyOfNumber, keysOf } from './use-keys.ts'

const use = (number: string, numbered: SealUse['numbered'], code = 'GZ01'): SealUse =>
  ({
    id: '019b76f8-8470-700d-af7a-09517dc76c25',
    number,
    numbered,
    seal: { id: 's', code, name: '公章' },
    usedAt: '2026-11-24 09:00',
  }) as SealUse

test('a printed number tells how its key begins, and keys sort by book and serial', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('GZ01', 'HT-01', '财务'),
      fc.array(fc.tuple(fc.constantFrom(1, 2, 10), fc.integer({ min: 1, max: 99_999_999 })), { minLength: 2 }),
      (holder, given) => {
        const keyed = given.map(([book, serial]) => {
          const number = printedNumber({ class: 'sealUse', holder, year: 2026, book }, serial)
          const { numberKey, oddNumber } = keysOf(use(number, { book: 'b', serial, number }, holder))
          const start = keyOfNumber(number)
          expect(oddNumber).toBeUndefined()
          expect(start !== undefined && numberKey.startsWith(start)).toBe(true)
          return { place: book * 1e9 + serial, numberKey }
        })
        const byKey = keyed.toSorted((a, b) => (a.numberKey < b.numberKey ? -1 : a.numberKey > b.numberKey ? 1 : 0))
        expect(byKey.map(({ place }) => place)).toEqual(keyed.map(({ place }) => place).toSorted((a, b) => a - b))
      },
    ),
  )
})

test('a number of another form, an old ledger’s or another seal’s, is kept to be looked up by itself', () => {
  const numbered = { book: 'b', serial: 7, number: '' }
  expect(keysOf(use('2019-37', undefined))).toMatchObject({ oddNumber: '2019-37' })
  expect(keysOf(use('GZ01-2026-0007', undefined))).toMatchObject({ oddNumber: 'GZ01-2026-0007' })
  expect(keysOf(use('七号', numbered))).toMatchObject({ oddNumber: '七号' })
  expect(keysOf(use('HT01-2026-0007', numbered))).toMatchObject({ oddNumber: 'HT01-2026-0007' })
})
