/** Amounts in capitals as the bank's rules spell them, exact up to the greatest amount the office enters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitalAmount } from './capital-amount.ts'

const digits: Record<string, number> = { 零: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }
const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }

/** Reads capitals back by the grammar of Chinese numerals, apart from how they are written. */
const readCapitals = (text: string): number => {
  const [whole = '', rest = ''] = text.includes('元') ? text.split('元') : ['', text]
  const group = (part: string): number => {
    let [sum, last] = [0, 0]
    for (const character of part) {
      const place = places[character]
      if (place === undefined) last = digits[character] ?? 0
      else [sum, last] = [sum + (last || 1) * place, 0]
    }
    return sum + last
  }
  const tenThousands = (part: string): number => {
    const [high, low] = part.includes('万') ? part.split('万') : ['', part]
    return group(high ?? '') * 10_000 + group(low ?? '')
  }
  const [high, low] = whole.includes('亿') ? whole.split('亿') : ['', whole]
  const yuan = tenThousands(high ?? '') * 1e8 + tenThousands(low ?? '')
  const jiao = /(.)角/u.exec(rest)?.[1] ?? '零'
  const fen = /(.)分/u.exec(rest)?.[1] ?? '零'
  return yuan * 100 + (digits[jiao] ?? 0) * 10 + (digits[fen] ?? 0)
}

describe('amounts in capitals', () => {
  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [105, '壹元零伍分'],
    [160950, '壹仟陆佰零玖元伍角整'],
    [1000000, '壹万元整'],
    // The very example of the bank's rules (二、4): 107,000.53.
    [10700053, '壹拾万零柒仟元伍角叁分'],
    [10050000, '壹拾万零伍佰元整'],
    [10_0000_0005_00, '壹拾亿零伍元整'],
    [1_0005_0000_0000_00, '壹万零伍亿元整'],
    [-2500, '负贰拾伍元整'],
    [1, '壹分'],
    [99, '玖角玖分'],
    [1_0000_0000_0000_00, '壹万亿元整'],
    [9_000_006_281_405_600, '玖拾万亿零陆仟贰佰捌拾壹万肆仟零伍拾陆元整'],
    [9e15, '玖拾万亿元整'],
    [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('%i 分 is %s', (minor, text) => expect(capitalAmount(minor)).toBe(text))

  test('every amount reads back as itself and never shows two 零 in a row', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 1, max: 10 ** 15 * 9 }), fc.integer({ min: 1, max: 10 ** 8 })),
        (minor) => {
          const text = capitalAmount(minor)
          expect(text).not.toMatch(/零零|零元|零万|零亿|零角/u)
          expect(readCapitals(text)).toBe(minor)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
