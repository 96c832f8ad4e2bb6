/** What people type into cells, and what we make of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figures } from '../office/money.ts'
import {
  parseBoolean,
  parseChoice,
  parseCode,
  parseCount,
  parseDate,
  parseList,
  parseMoney,
  parseRate,
  parseText,
  parseTime,
} from './cells.ts'

const none = { unit: undefined }

describe('dates', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026-01-05 13:30', '2026-01-05'],
    ['46027', '2026-01-05'],
    ['46027.5', '2026-01-05'],
    ['长期', undefined],
    ['—', undefined],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toEqual({ value: date })
  })

  it.each([
    ['2026-02-30', 'invalid.date'],
    ['2026-13-01', 'invalid.date'],
    ['11/12/2026', 'invalid.cell.date-order'],
    ['昨天', 'invalid.date'],
    ['1', 'invalid.date'],
    ['0000-00-00', 'invalid.date'],
  ])('%s is refused', (text, reason) => {
    expect(parseDate(text)).toEqual({ reason })
  })

  it('keeps the time of day where it is asked for', () => {
    expect(parseTime('2026/1/5 9:05')).toEqual({ value: '2026-01-05 09:05' })
    expect(parseTime('2026年1月5日 14时30分')).toEqual({ value: '2026-01-05 14:30' })
    expect(parseTime('2026-01-05')).toEqual({ value: '2026-01-05' })
    expect(parseTime('2026-01-05 25:00')).toEqual({ reason: 'invalid.cell.time' })
  })
})

describe('money', () => {
  it.each([
    ['1234.5', undefined, 123_450],
    ['¥1,234.50', undefined, 123_450],
    ['１２３４．５元', undefined, 123_450],
    ['50万', undefined, 50_000_000],
    ['1.2亿元', undefined, 12_000_000_000],
    ['12.3456', '万元', 12_345_600],
    ['50万', '万元', 50_000_000],
    ['3 000', '千元', 300_000_000],
    ['-0', undefined, 0],
    ['0.10000', undefined, 10],
    ['-', undefined, undefined],
  ])('%s under %s', (text, unit, minor) => {
    expect(parseMoney(text, { unit })).toEqual({ value: minor })
  })

  it.each([
    ['1.005', 'invalid.cell.amount-places'],
    ['-5', 'invalid.negative'],
    ['五万', 'invalid.cell.money'],
    ['1e5', 'invalid.cell.money'],
    ['99999999999999999', 'invalid.too-large'],
    ['1.2.3', 'invalid.cell.money'],
  ])('%s is refused', (text, reason) => {
    expect(parseMoney(text, none)).toEqual({ reason })
  })

  it('reads back every amount that is printed, to the cent', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (minor) => {
        const amount = minor % 9_000_000_000_000_000
        expect(parseMoney(figures(amount), none)).toEqual({ value: amount })
      }),
    )
  })
})

describe('the rest', () => {
  it('counts', () => {
    expect([
      parseCount('１，２００ 支'),
      parseCount('12.0'),
      parseCount('无'),
      parseCount('1.5'),
      parseCount('-3'),
      parseCount('十'),
    ]).toEqual([
      { value: 1200 },
      { value: 12 },
      { value: undefined },
      { reason: 'invalid.count' },
      { reason: 'invalid.negative' },
      { reason: 'invalid.count' },
    ])
  })

  it('codes that a spreadsheet took for numbers, and formula errors', () => {
    expect(parseCode('1001.0')).toEqual({ value: '1001' })
    expect(parseCode('ＨＴ－００１')).toEqual({ value: 'HT-001' })
    expect(parseText('　#N/A ')).toEqual({ reason: 'invalid.cell.formula-error' })
  })

  it('yes, no, choices and lists', () => {
    expect([parseBoolean('√'), parseBoolean('否'), parseBoolean('也许')]).toEqual([
      { value: true },
      { value: false },
      { reason: 'invalid.cell.yes-no' },
    ])
    const parse = parseChoice({ pay: ['付款'], receive: ['收款'] })
    expect([parse('付 款'), parse('PAY'), parse('送')]).toEqual([
      { value: 'pay' },
      { value: 'pay' },
      { reason: 'invalid.cell.choice', detail: ['付款', '收款'] },
    ])
    expect(parseList('甲、乙，丙; 丁/-')).toEqual({ value: ['甲', '乙', '丙', '丁'] })
    expect([parseRate('7.1234'), parseRate('7')]).toEqual([{ value: 7_123_400 }, { value: 7_000_000 }])
  })

  it('never throws, whatever stands in the cell', () => {
    const parsers = [
      parseText,
      parseCode,
      parseDate,
      parseTime,
      parseCount,
      parseBoolean,
      parseList,
      parseRate,
      (text: string) => parseMoney(text, { unit: text }),
    ]
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const parse of parsers) {
          const read = parse(text)
          expect('value' in read || 'reason' in read).toBe(true)
        }
      }),
    )
  })
})
