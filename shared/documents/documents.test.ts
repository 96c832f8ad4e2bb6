/** Setting type, and the words of print: properties that hold for any text and amount. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from './forms/all.ts'
import type { Facts } from './facts.ts'
import type { Layout, Mark, Press } from './layout.ts'
import { lifeSamples } from './life-samples.ts'
import { printWords } from './print-words.ts'
import { sampleContracts, sampleDelegations, sampleRevocation } from './register-samples.ts'
import { sampleSupplyReport } from './report-facts.ts'
import { samplePurchase } from './purchase-facts.ts'
import { sampleSealRequest } from './seal-request-facts.ts'
import { sampleLetter } from './letter-facts.ts'
import { sampleMove, sampleReceipt, sampleReturn, sampleSupplyRequest } from './slip-samples.ts'
import { sampleBook, sampleCheck, sampleClosedBook, sampleSlip, sampleUse } from './samples.ts'
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
  ['seal-request', sampleSealRequest],
  ['withdrawn seal-request', { ...sampleSealRequest, status: 'withdrawn', attachments: [], documentHash: undefined }],
  ...lifeSamples,
  ['seal-book', sampleBook(31)],
  ['closed seal-book', sampleClosedBook(20)],
  ['issue-slip', sampleSlip(19)],
  ['receipt-slip', sampleReceipt(9)],
  ['return-slip', sampleReturn(2)],
  ['move-slip', sampleMove(3, 'transfer')],
  ['scrap slip', sampleMove(3, 'scrap')],
  ['supply-request', sampleSupplyRequest(4)],
  ['purchase-request', samplePurchase(45)],
  ['withdrawn purchase-request', { ...samplePurchase(2), ended: { how: 'withdrawn', reason: '不再需要' } }],
  ['supply-report', sampleSupplyReport(90)],
  ['empty supply-report', sampleSupplyReport(0)],
  ['authority-check', sampleCheck(45)],
  ['permitted check', sampleCheck(0)],
  ['revocation', sampleRevocation(12)],
  ['contract-register', sampleContracts(30)],
  ['empty contract-register', sampleContracts(0)],
  ['delegation-register', sampleDelegations(40)],
  ['letter-of-authority', sampleLetter],
  ['revoked letter-of-authority', { ...sampleLetter, revokedOn: '2026-06-01', delegator: '', isPost: true }],
]

/** The right and lower end of a mark, mm. */
const endOf = (mark: Mark): [number, number] => {
  switch (mark.mark) {
    case 'text':
      return [mark.x + measure(mark.text, mark.size), mark.y]
    case 'line':
      return [Math.max(mark.x1, mark.x2), Math.max(mark.y1, mark.y2)]
    case 'code':
    case 'qr':
      return [mark.x + mark.size, mark.y + mark.size]
    case 'bars':
      return [mark.x + mark.runs.reduce((sum, run) => sum + run, 0) * mark.module, mark.y + mark.h]
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

test('a slip whose sum is below nothing says so in capitals and in figures', () => {
  const slip = { ...sampleMove(1, 'revalue'), total: -300 }
  const texts = layOut(slip, pressIn('zh-CN'))
    .pages.flat()
    .flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))
    .join('')
  expect(texts).toContain('负叁元整')
  expect(texts).toContain('-¥3.00')
})

test('a supply request that nobody decided leaves what is approved and issued to the pen', () => {
  const request = sampleSupplyRequest(1)
  const lines = request.lines.map((line) => ({ ...line, approved: '0 包', issued: '0 包' }))
  const texts = (status: string) =>
    layOut({ ...request, status, lines }, pressIn('zh-CN'))
      .pages.flat()
      .flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []))
  expect(texts('approved').filter((text) => text === '0 包')).toHaveLength(2)
  expect(texts('pending')).not.toContain('0 包')
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
