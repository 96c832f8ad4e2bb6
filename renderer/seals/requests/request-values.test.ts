/** Each seal of a request asks for its own impressions, and an ended request is filled in again line by line. */
import { expect, test } from 'vitest'
import { inputOf, noValues, valuesAgain } from './request-values.ts'

const seals = [
  { id: 's1', name: 'GZ01 公章' },
  { id: 's2', name: 'FR01 法定代表人章' },
]

test('what was told of one seal is not told of another; left out, it is one impression and no seam', () => {
  const input = inputOf({ ...noValues, title: '合同', seals, counts: { s1: { perCopy: 2, seam: 1 } } })
  expect(input.lines).toEqual([
    { seal: 's1', perCopy: 2, seamPerCopy: 1 },
    { seal: 's2', perCopy: 1, seamPerCopy: 0 },
  ])
})

test('asking again keeps every line as it was', () => {
  const lines = [
    { seal: { id: 's1', code: 'GZ01', name: '公章' }, perCopy: 2, seamPerCopy: 1, approved: 9 },
    { seal: { id: 's2', code: 'FR01', name: '法定代表人章' }, perCopy: 1, seamPerCopy: 0, approved: 3 },
  ]
  const again = valuesAgain({
    id: 'r',
    numbered: { book: 'b', serial: 1, number: 'YS-A-2026-0001' },
    number: 'YS-A-2026-0001',
    submittedAt: '2026-11-20 09:00',
    applicant: { id: 'p', name: '张三' },
    lines,
    category: 'contract',
    mode: 'here',
    document: { title: '合同' },
    copies: 3,
    isLegalReviewed: false,
    isUrgent: false,
    useBy: '2026-12-31',
    approvals: [],
    status: 'rejected',
  })
  expect(inputOf(again).lines).toEqual(
    lines.map(({ seal, perCopy, seamPerCopy }) => ({ seal: seal.id, perCopy, seamPerCopy })),
  )
})
