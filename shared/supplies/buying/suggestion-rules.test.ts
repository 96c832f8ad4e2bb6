/** What is suggested: only what is needed, up to the maximum, in whole packs, less what is on its way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../api/words.ts'
import { fill } from '../../office/words.ts'
import type { Item } from '../records.ts'
import { sourceOf, suggest, type SuggestionFacts } from './suggestion-rules.ts'
import { suggestionText } from './suggestion-text.ts'

const pen: Item = {
  id: 'pen',
  code: 'X1',
  name: '中性笔',
  category: 'consumable',
  unit: '支',
  packs: [{ unit: '盒', factor: 12 }],
  barcodes: [],
  min: 20,
  max: 100,
  location: 'A1',
  exchangeOld: false,
  active: true,
  suppliers: [{ name: '晨屿文具', unit: '盒', price: 1800, leadDays: 7 }],
}
const facts = (more: Partial<SuggestionFacts> = {}): SuggestionFacts => ({
  item: pen,
  stock: 12,
  requested: 0,
  ordered: 0,
  used: 90,
  days: 90,
  last: undefined,
  ...more,
})

describe('suggestions to buy', () => {
  it('fill up to the maximum in packs of the supplier, and say why in one sentence', () => {
    const suggestion = suggest(facts())
    expect(suggestion).toMatchObject({ cause: 'below', quantity: 8, unit: '盒', base: 96, price: 1800, monthly: 30 })
    const said = (language: 'zh-CN' | 'en') =>
      suggestion &&
      suggestionText(
        (key, values) => fill(language, (words[language] as Record<string, string>)[key] ?? key, values),
        '支',
        suggestion,
      )
    expect(said('zh-CN')).toBe(
      '现存 12 支，低于下限 20；近 90 天月均领用 30；到货 7 天；建议 96 支（按盒 12，即 8 盒）',
    )
    expect(said('en')).toBe(
      '12 支 in stock, below the minimum of 20; 30 a month over the last 90 days; 7 days to deliver; buy 96 支 (8 盒 of 12)',
    )
  })

  it('come before the minimum is reached, where goods would come too late', () => {
    expect(suggest(facts({ stock: 26 }))).toMatchObject({ cause: 'falling', fallsIn: 6, quantity: 7 })
    expect(suggest(facts({ stock: 27 }))).toBeUndefined()
    expect(suggest(facts({ stock: 26, used: 0 }))).toBeUndefined()
  })

  it('tell apart what is on its way, and stop once it is enough', () => {
    expect(suggest(facts({ requested: 12 }))).toMatchObject({ requested: 12, quantity: 7 })
    expect(suggest(facts({ requested: 12, ordered: 12 }))).toBeUndefined()
  })

  it('know a month more than the minimum where no maximum is set, and nothing where no minimum is', () => {
    const { max: _max, ...open } = pen
    expect(suggest(facts({ item: open }))).toMatchObject({ base: 48 })
    expect(suggest(facts({ item: open, used: 0 }))).toMatchObject({ base: 36 })
    const { min: _min, ...unbounded } = pen
    expect(suggest(facts({ item: unbounded }))).toBeUndefined()
    expect(suggest(facts({ item: { ...pen, active: false } }))).toBeUndefined()
  })

  it('ask the item’s own supplier, else the cheapest, else who delivered last', () => {
    const offers = [
      { name: '贵', unit: '支', price: 200 },
      { name: '便宜', unit: '盒', price: 1800, leadDays: 3 },
      { name: '不识单位', unit: '吨', price: 1 },
    ]
    expect(sourceOf({ ...pen, suppliers: offers }, undefined)).toMatchObject({ supplier: '便宜', leadDays: 3 })
    expect(sourceOf({ ...pen, suppliers: offers, supplier: '贵', leadDays: 9 }, undefined)).toMatchObject({
      supplier: '贵',
      unit: '支',
      leadDays: 9,
    })
    const last = { supplier: '上次', unit: '盒', quantity: 2, base: 24, amount: 3600 }
    expect(sourceOf({ ...pen, suppliers: [] }, last)).toEqual({
      supplier: '上次',
      unit: '盒',
      factor: 12,
      price: 1800,
      leadDays: 7,
    })
  })

  const any = fc.record({
    min: fc.integer({ min: 0, max: 200 }),
    above: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    stock: fc.integer({ min: -50, max: 800 }),
    requested: fc.integer({ min: 0, max: 300 }),
    ordered: fc.integer({ min: 0, max: 300 }),
    used: fc.integer({ min: -20, max: 3000 }),
    days: fc.integer({ min: 14, max: 90 }),
    factor: fc.integer({ min: 2, max: 288 }),
    leadDays: fc.integer({ min: 0, max: 120 }),
  })
  const made = ({ min, above, factor, leadDays, ...more }: typeof any extends fc.Arbitrary<infer T> ? T : never) => {
    const { max: _max, ...rest } = pen
    const suppliers = [{ name: '甲', unit: '盒', price: 100, leadDays }]
    const item: Item = { ...rest, min, packs: [{ unit: '盒', factor }], suppliers }
    return facts({ item: above === undefined ? item : { ...item, max: min + above }, ...more })
  }

  it('are whole packs that reach the target and not one pack more', () => {
    fc.assert(
      fc.property(any, (one) => {
        const asked = made(one)
        const suggestion = suggest(asked)
        if (!suggestion) return
        const available = asked.stock + asked.requested + asked.ordered
        const { base, factor, quantity } = suggestion
        expect(base).toBe(quantity * factor)
        expect(quantity).toBeGreaterThan(0)
        const target = asked.item.max
        if (target === undefined) return
        expect(available + base).toBeGreaterThanOrEqual(target)
        expect(available + base - factor).toBeLessThan(target)
      }),
    )
  })

  it('miss nothing that lies below its minimum and is not on its way', () => {
    fc.assert(
      fc.property(any, (one) => {
        const asked = made(one)
        const available = asked.stock + asked.requested + asked.ordered
        if (available < (asked.item.min ?? 0)) expect(suggest(asked)).toBeDefined()
      }),
    )
  })

  it('never grow as more is on its way, and vanish when what they say is asked for', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 400 }), (one, more) => {
        const asked = made(one)
        const before = suggest(asked)
        const after = suggest({ ...asked, ordered: asked.ordered + more })
        expect(after?.base ?? 0).toBeLessThanOrEqual(before?.base ?? 0)
        if (before) expect(suggest({ ...asked, requested: asked.requested + before.base })).toBeUndefined()
      }),
    )
  })
})
