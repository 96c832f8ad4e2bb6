/** What a sheet of cost differences sends: filled lines, signed by their way. */
import { expect, test } from 'vitest'
import { blankLine, isRefusedFor, sentLines } from './revalue-draft.ts'

const pen = { id: 'p', name: '中性笔' }

test('lines left blank are not sent, and the way gives the sign', () => {
  const lines = [
    { ...blankLine(0, pen), amount: 300 },
    blankLine(1),
    { ...blankLine(2, { id: 'q', name: '复印纸' }), way: 'less' as const, amount: 125 },
  ]
  expect(sentLines(lines)).toEqual([
    { item: 'p', amount: 300 },
    { item: 'q', amount: -125 },
  ])
})

test('an empty sheet sends its first line, so that what is missing is said', () => {
  expect(sentLines([blankLine(0), blankLine(1)])).toEqual([{ item: '', amount: 0 }])
})

test('a refusal is said at the line that it is about', () => {
  const fault = { code: 'value-below-zero', item: '中性笔', value: 0, asked: 1 } as const
  expect([isRefusedFor(fault, blankLine(0, pen)), isRefusedFor(fault, blankLine(1))]).toEqual([true, false])
})
