/** The delegation register of the office holds all that rests on it; that of a person what they gave and hold. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Facts } from '../../../shared/documents/facts.ts'
import type { Reading } from '../act.ts'
import { openTestOffice, type TestOffice } from '../testing.ts'
import { delegationRegisterSource } from './register-sources.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

type Register = Extract<Facts, { form: 'delegation-register' }>

const numbers = (lines: Register['given'] | undefined): string[] | undefined => lines?.map(({ number }) => number)

test('the register of the office holds what was passed on below what it gave, each once', async () => {
  const approver = await office.as('approver')
  const add = async (staffNo: string): Promise<string> =>
    (await office.administrator.call('people.add', { staffNo, name: `人${staffNo}` })).id
  const [head, middle, last] = [await add('R1'), await add('R2'), await add('R3')]
  const common = { kind: 'standing' as const, actions: ['sign' as const], validFrom: '2026-01-01' }
  const first = await approver.call('delegations.issue', { ...common, delegator: 'office', delegate: head, depth: 2 })
  const second = await approver.call('delegations.issue', {
    ...common,
    delegator: head,
    parent: first.id,
    delegate: middle,
    depth: 1,
  })
  const third = await approver.call('delegations.issue', {
    ...common,
    delegator: middle,
    parent: second.id,
    delegate: last,
  })
  const own = (await approver.call('contracts.book', {})).office
  const { db } = office.office().journal
  const registerOf = (subject: string): Register => {
    const reading = { db, today: '2026-11-24' } as unknown as Reading
    const facts = delegationRegisterSource(reading, '测试', subject)?.facts
    if (facts?.form !== 'delegation-register') throw new Error('no register')
    return facts
  }
  const ofOffice = registerOf(own)
  expect(numbers(ofOffice.given)).toEqual([first.number])
  expect(numbers(ofOffice.below)).toEqual([second.number, third.number])
  const ofHead = registerOf(head)
  expect([numbers(ofHead.given), numbers(ofHead.held), numbers(ofHead.below)]).toEqual([
    [second.number],
    [first.number],
    undefined,
  ])
})
