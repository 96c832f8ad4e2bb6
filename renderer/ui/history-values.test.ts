/** What history shows of an entry is words in both languages, never a code, an id or minor units. */
import { expect, it } from 'vitest'
import { sayIn } from '../shell/words.tsx'
import { namingLines, reasonOf, recordedFacts, recordedText } from './history-values.ts'

const zh = sayIn('zh-CN')
const en = sayIn('en')
const entry = (kind: string, body: Record<string, unknown>) => ({ kind, body })

it('names the roles that a person was given', () => {
  const added = entry('person.added', { roles: ['clerk', 'custodian'] })
  expect(recordedText(zh, added, 'roles', added.body['roles'])).toBe('经办人、印章保管人')
  expect(recordedText(en, added, 'roles', added.body['roles'])).toBe('Clerk, Seal custodian')
})

it('words a type by the register it is of', () => {
  expect(recordedText(zh, entry('seal.registered', {}), 'type', 'contract')).toBe('合同专用章')
  expect(recordedText(zh, entry('contract.added', {}), 'type', 'purchase')).toBe('采购合同')
})

it('shows money in its currency', () => {
  const body = { amount: 1_234_567, currency: 'USD' }
  expect(recordedText(zh, entry('contract.added', body), 'amount', body.amount)).toBe('US$12,345.67')
})

it('leaves bare ids away and says a document by its title', () => {
  const used = entry('seal.used', {})
  expect(recordedText(zh, used, 'department', '01a20918-f003-7add-865a-7ec6fd3bb972')).toBeUndefined()
  expect(recordedText(zh, used, 'document', { title: '采购合同', pages: 6 })).toBe('采购合同')
})

it('says why, also where a void or a correction carries the reason', () => {
  expect(reasonOf(entry('delegation.revoked', { reason: '换岗' }))).toBe('换岗')
  expect(reasonOf(entry('seal.use-voided', { status: 'voided', voided: { reason: '盖错页' } }))).toBe('盖错页')
  expect(reasonOf(entry('seal.used', { copies: 2 }))).toBeUndefined()
})

it('says what a slip holds, line by line', () => {
  const lines = [
    { item: { id: 'a', code: 'B01', name: '签字笔' }, quantity: 2, unit: '盒', base: 24, baseUnit: '支' },
    { item: { id: 'b', code: 'B02', name: 'A4 纸' }, quantity: 5, unit: '包', base: 5, baseUnit: '包' },
  ]
  expect(recordedText(zh, entry('stock.issued', { lines }), 'lines', lines)).toBe('签字笔 2 盒、A4 纸 5 包')
})

it('has a word for who gives and who receives an authority', () => {
  expect([zh.has('field.delegatorName'), zh.has('field.delegateName'), zh.has('field.post')]).toEqual([
    true,
    true,
    true,
  ])
})

it('shows what is within, where an entry holds one record and nothing else', () => {
  const corrected = entry('seal.use-corrected', {
    corrected: { reason: '错填', change: { actual: 3, copies: 2, id: '01a20918-f003-7add-865a-7ec6fd3bb972' } },
  })
  const facts = recordedFacts(zh, corrected)
  expect(facts).toContainEqual({ field: 'reason', text: '错填' })
  expect(facts).toContainEqual({ field: 'copies', text: '2' })
  expect(facts.map(({ text }) => text).join()).not.toContain('01a2')
  // A document beside other fields stays one line.
  const used = entry('seal.used', { document: { title: '采购合同', pages: 6 }, copies: 2 })
  expect(recordedFacts(zh, used).map(({ text }) => text)).toEqual(['采购合同', '2'])
})

it('says a decision with its opinion, and what it let through by the names of the lines', () => {
  const pen = { id: 'a', code: 'B01', name: '签字笔' }
  const lines = [
    { item: pen, quantity: 2, unit: '盒', base: 24, baseUnit: '支' },
    { item: { ...pen, name: 'A4 纸' }, quantity: 5, unit: '包', base: 5, baseUnit: '包' },
  ]
  const by = { id: '01a20918-f003-7add-865a-7ec6fd3bb972', name: '林秀英' }
  const decision = { by, decision: 'approved', opinion: '先发一半', approved: [12, 0], at: '2026-11-23 09:00' }
  const decided = namingLines(entry('supply.request-decided', { decision }), entry('supply.requested', { lines }))
  expect(recordedFacts(zh, decided)).toEqual([
    { field: 'decision', text: '同意' },
    { field: 'opinion', text: '先发一半' },
    { field: 'approved', text: '签字笔 1 盒 = 12 支、A4 纸 0 包' },
  ])
  expect(recordedFacts(en, decided)).toContainEqual({ field: 'decision', text: 'approved' })
})
