/** Nobody makes themselves a signatory of the company: the one who enters a delegation of the office is not its delegate. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let approver: TestDesk & { person: string }
let other: TestDesk
beforeEach(async () => {
  office = await openTestOffice()
  approver = await office.as('approver')
  other = await office.as('administrator')
})
afterEach(() => office.close())

const unlimited = (delegate: string) => ({
  kind: 'standing' as const,
  delegator: 'office' as const,
  delegate,
  actions: ['sign' as const],
  validFrom: '2026-01-01',
})

it('is refused by its rule, enters nothing, and is another person’s to issue', async () => {
  const before = office.office().journal.head().n
  expect(await approver.refused('delegations.issue', unlimited(approver.person))).toEqual({
    code: 'invalid-input',
    problems: [{ path: 'delegate', reason: 'invalid.own-grant' }],
  })
  expect(office.office().journal.head().n).toBe(before)
  const { number } = await other.call('delegations.issue', unlimited(approver.person))
  expect(number).toMatch(/^SQ-/)
})
