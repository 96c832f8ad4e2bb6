/** Setting type, capitals, and the words of print: properties that hold for any text and amount. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitalAmount } from './capital-amount.ts'
import { layOut } from './forms/all.ts'
import type { Facts } from './facts.ts'
import type { Layout, Mark, Press } from './layout.ts'
import { printWords } from './print-words.ts'
import { sampleBook, sampleCheck, sampleSlip, sampleUse } from './samples.ts'
import { breakLines, cell } from './typeset.ts'

/** Half an em for Latin, one for Chinese: near enough to the font for properties. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0) * size * (25.4 / 72)

const pressIn = (language: 'zh-CN' | 'en', seen?: Set<string>): Press => {
  const words = printWords(language)
  return {
    words: (key, values) => {
      seen?.add(key)
      return words(key, values)
    },
    measure,
    number: 'BP-A-2026-0001',
    print: 1,
    printedAt: '2026-11-23 16:00',
    printedBy: '赵敏',
    hasImpression: true,
  }
}

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
    [10700053, '壹拾万柒仟元伍角叁分'],
    [10050000, '壹拾万零伍佰元整'],
    [10_0000_0005_00, '壹拾亿零伍元整'],
    [1_0005_0000_0000_00, '壹万零伍亿元整'],
    [-2500, '负贰拾伍元整'],
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

describe('setting type', () => {
  const mixed = fc
    .array(
      fc.constantFrom(
        '合同',
        '采购',
        '，',
        '。',
        '（',
        '）',
        ' ',
        'HT-2026-0311',
        'a',
        'framework',
        '¥1,000.00',
        '㛃',
        '\u{2CB5A}',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))

  test('no character is lost by breaking lines, and no line is wider than its room', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 12, max: 80 }), (text, width) => {
        const lines = breakLines(text, 9, width, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(measure(line, 9)).toBeLessThanOrEqual(width + 1e-9)
      }),
    )
  })

  test('a cell keeps its text inside, whatever it says', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 15, max: 90 }), fc.integer({ min: 6, max: 30 }), (text, w, h) => {
        for (const mark of cell({ x: 10, y: 20, w, h }, text, { size: 9 }, measure)) {
          if (mark.mark !== 'text') continue
          expect(mark.x).toBeGreaterThanOrEqual(10)
          expect(mark.x + measure(mark.text, mark.size)).toBeLessThanOrEqual(10 + w + 0.01)
          expect(mark.y).toBeGreaterThan(20)
          expect(mark.y).toBeLessThan(20 + h + 0.5)
        }
      }),
    )
  })

  test('a number in brackets is not torn apart', () => {
    const width = measure('控制软件开发技术合同（HT', 9)
    const lines = breakLines('控制软件开发技术合同（HT-2025-0010）', 9, width, measure)
    expect(lines).toEqual(['控制软件开发技术合同', '（HT-2025-0010）'])
  })

  test('a closing mark never begins a line', () => {
    const lines = breakLines('本合同一式肆份，双方各执贰份。（以下无正文）', 9, measure('本合同一式肆份', 9), measure)
    for (const line of lines) expect(line).not.toMatch(/^[，。）]/u)
  })
})

const forms: [string, Facts][] = [
  ['seal-use', sampleUse],
  [
    'void seal-use',
    { ...sampleUse, voided: { at: '2026-11-23 15:00', by: '陈立', reason: '盖错文件', wasStamped: true } },
  ],
  ['seal-book', sampleBook(31)],
  ['issue-slip', sampleSlip(19)],
  ['authority-check', sampleCheck(45)],
  ['permitted check', sampleCheck(0)],
]

/** The right and lower end of a mark, mm. */
const endOf = (mark: Mark): [number, number] => {
  switch (mark.mark) {
    case 'text':
      return [mark.x + measure(mark.text, mark.size), mark.y]
    case 'line':
      return [Math.max(mark.x1, mark.x2), Math.max(mark.y1, mark.y2)]
    case 'code':
      return [mark.x + mark.size, mark.y + mark.size]
    case 'box':
    case 'impression':
      return [mark.x + mark.w, mark.y + mark.h]
  }
}

const outside = (layout: Layout): Mark[] =>
  layout.pages.flat().filter((mark) => {
    const [right, low] = endOf(mark)
    return right > layout.paper.width - 5 || low > layout.paper.height - 4
  })

describe.each(forms)('the form %s', (_, facts) => {
  test.each(['zh-CN', 'en'] as const)('in %s has a word for everything it says', (language) => {
    const seen = new Set<string>()
    layOut(facts, pressIn(language, seen))
    const words = printWords(language)
    const wordless = [...seen].filter((key) => words(key) === key.slice(key.lastIndexOf('.') + 1))
    expect(wordless.filter((key) => !key.startsWith('delegations.action.'))).toEqual([])
  })

  test.each(['zh-CN', 'en'] as const)(
    'in %s stays on its paper, with one code of at least 16 mm a page',
    (language) => {
      const layout = layOut(facts, pressIn(language))
      expect(outside(layout)).toEqual([])
      for (const page of layout.pages) {
        const codes = page.filter((mark) => mark.mark === 'code')
        expect(codes.map(({ size }) => size >= 16)).toEqual([true])
      }
    },
  )

  test('is pure: the same facts give the same layout', () => {
    expect(layOut(facts, pressIn('zh-CN'))).toEqual(layOut(facts, pressIn('zh-CN')))
  })

  test('takes texts of any length without leaving its paper', () => {
    const long = '很长的名称'.repeat(80)
    const stretched = JSON.parse(JSON.stringify(facts), (key, value: unknown) =>
      [
        'title',
        'counterparty',
        'purpose',
        'recipient',
        'handler',
        'name',
        'spec',
        'contractName',
        'department',
      ].includes(key)
        ? long
        : value,
    ) as Facts
    expect(outside(layOut(stretched, pressIn('zh-CN')))).toEqual([])
  })
})
