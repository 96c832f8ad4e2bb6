/** The printed stocktake sheet: a blind one shows no book, the result every line with totals, and nothing leaves its page. */
import { describe, expect, it } from 'vitest'
import { layOut } from './forms/all.ts'
import type { Press } from './layout.ts'
import { printWords } from './print-words.ts'
import type { StocktakeSheetFacts } from './stocktake-facts.ts'

/** Half an em for Latin, one for Chinese: near enough to the font. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0) * size * (25.4 / 72)

const pressIn = (language: 'zh-CN' | 'en'): Press => ({
  words: printWords(language),
  measure,
  number: 'PD-A-2026-0001',
  print: 1,
  printedAt: '2026-11-23 16:00',
  printedBy: '赵敏',
  hasImpression: false,
})

const factsOf = (count: number, more: Partial<StocktakeSheetFacts> = {}): StocktakeSheetFacts => ({
  form: 'stocktake-sheet',
  office: '华东某某精密机械股份有限公司',
  number: 'PD-A-2026-0001',
  shows: 'result',
  isBlind: false,
  state: 'posted',
  locations: ['A区'],
  category: 'durable',
  groups: [],
  cutoff: '2026-11-23 18:00',
  counters: ['周敏', '㛃淑兰'],
  observer: '方志远',
  plannedBy: '林秀英',
  approved: { by: '许国栋', at: '2026-11-24 09:00' },
  posted: { by: '林秀英', at: '2026-11-24 09:10' },
  slips: ['PY-A-2026-0001', 'PK-A-2026-0001'],
  lines: Array.from({ length: count }, (_, index) => ({
    row: index + 1,
    code: `WP${index + 1}`,
    name: index % 7 === 0 ? '中性笔（黑色，可换芯，带笔夹，办公与签字两用，盒装）' : '订书钉',
    spec: '0.5mm',
    location: 'A区/01-03',
    unit: '支',
    book: 4711,
    ...(index % 5 === 0 ? { lot: '批次2026-03' } : {}),
    counted: index === 1 ? 4713 : index === 2 ? 4700 : 4711,
    ...(index === 2 ? { first: 4699, amount: -123_456, cause: '漏记出库' } : {}),
  })),
  totals: { lines: count, counted: count, gains: 1, losses: 1, gainAmount: 300, lossAmount: 123_456 },
  ...more,
})

const textsOf = (facts: StocktakeSheetFacts, language: 'zh-CN' | 'en' = 'zh-CN'): string[][] =>
  layOut(facts, pressIn(language)).pages.map((marks) =>
    marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : [])),
  )

describe('the stocktake sheet', () => {
  it('of a result lists every line, also those without a difference, with totals in capitals and four signatures', () => {
    const pages = textsOf(factsOf(120))
    const all = pages.flat()
    for (let row = 1; row <= 120; row += 1) expect(all).toContain(String(row))
    expect(all).toContain('-11')
    expect(all).toContain('+2')
    const last = pages.at(-1)?.join('') ?? ''
    for (const said of ['¥1,234.56', '壹仟贰佰叁拾肆元伍角陆分', 'PK-A-2026-0001', '监盘人', '许国栋'])
      expect(last).toContain(said)
  })

  it('that is blind shows no book, and no figure that was counted', () => {
    const { totals: _totals, ...facts } = factsOf(30, { shows: 'sheet', isBlind: true, state: 'counting' })
    const lines = facts.lines.map(({ row, code, name, location, unit }) => ({ row, code, name, location, unit }))
    const all = textsOf({ ...facts, lines })
      .flat()
      .join(' ')
    expect(all).toContain('盲盘')
    expect(all).not.toContain('账存 ')
    expect(all).not.toContain('4711')
  })

  it('that is prefilled shows the book and leaves the counts to be written', () => {
    const all = textsOf(factsOf(3, { shows: 'sheet', state: 'counting' })).flat()
    expect(all).toContain('账存')
    expect(all).toContain('4711')
    expect(all).not.toContain('4713')
  })

  it('has a word for everything, in both languages', () => {
    const english = textsOf(factsOf(3), 'en').flat()
    expect(english).toContain('Result of the stocktake')
    for (const language of ['zh-CN', 'en'] as const) {
      const keys = new Set<string>()
      const words = printWords(language)
      const press = {
        ...pressIn(language),
        words: (key: string, values?: Record<string, unknown>) => (keys.add(key), words(key, values)),
      }
      layOut(factsOf(2), press)
      layOut(factsOf(2, { shows: 'sheet', isBlind: true }), press)
      for (const key of keys) expect(words(key)).not.toBe(key.slice(key.lastIndexOf('.') + 1))
    }
  })

  it('keeps all marks on the paper', () => {
    const { paper, pages } = layOut(factsOf(200), pressIn('zh-CN'))
    expect(pages.length).toBeGreaterThan(4)
    for (const mark of pages.flat())
      if (mark.mark === 'text') {
        expect(mark.y).toBeLessThan(paper.height)
        expect(mark.x + measure(mark.text, mark.size)).toBeLessThanOrEqual(paper.width)
      }
  })
})
