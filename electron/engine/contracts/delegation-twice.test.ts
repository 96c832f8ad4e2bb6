/** The same authority twice: refused by name of the one that stands, with nothing entered; any other term or day goes. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let buyer: string
beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  buyer = (await desk.call('people.add', { staffNo: 'X2', name: '李娜', employedFrom: '2020-01-01', roles: [] })).id
})
afterEach(() => office.close())

const letter = (changes: Record<string, unknown> = {}) => ({
  kind: 'standing' as const,
  delegator: 'office' as const,
  delegate: buyer,
  actions: ['sign' as const, 'seal' as const],
  limit: 10_000_000,
  validFrom: '2026-01-01',
  ...changes,
})

it('an exact twin is refused, also with its lists in another order and another remark', async () => {
  const { id, number } = await desk.call('delegations.issue', letter())
  const before = office.office().journal.head().n
  const twins = [letter(), letter({ actions: ['seal', 'sign'], remarks: '再发一份', originals: 1 })]
  for (const twin of twins)
    expect(await desk.refused('delegations.issue', twin)).toEqual({ code: 'delegation-twice', number })
  expect(office.office().journal.head().n).toBe(before)
  await desk.call('delegations.revoke', { id, reason: '换发' })
  expect((await desk.call('delegations.issue', letter())).number).not.toBe(number)
})

it.each([
  { limit: 20_000_000 },
  { validTo: '2026-12-31' },
  { actions: ['sign'] },
  { contractTypes: ['purchase'] },
  { kind: 'post', delegate: undefined, post: '采购主管' },
])('another term, period or holder is no twin: %o', async (changes) => {
  await desk.call('delegations.issue', letter())
  const { number } = await desk.call('delegations.issue', letter(changes))
  expect(number).toMatch(/^SQ-A-2026-0002$/)
})
