/** Narrowing the contract register: by part of a name, by who signed; found by an index, however large the register is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let buyer: string

beforeAll(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  buyer = (await desk.call('people.add', { staffNo: 'X2', name: '李娜', employedFrom: '2020-01-01', roles: [] })).id
  await desk.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: buyer,
    actions: ['sign'],
    validFrom: '2026-01-01',
  })
  for (const [number, counterparty] of [
    ['A-1', '苏州恒源物资有限公司'],
    ['A-2', '北京晨光文具有限公司'],
    ['A-3', '苏州恒源物资有限公司'],
    ['A-4', '恒源（上海）贸易公司'],
  ] as const) {
    const { id } = await desk.call('contracts.add', {
      number,
      name: `${number} 合同`,
      type: 'purchase',
      counterparty,
      amount: 1,
    })
    await desk.call('contracts.move', { id, to: 'to-sign' })
    if (number !== 'A-4') await desk.call('contracts.move', { id, to: 'signed', signatory: buyer })
  }
})
afterAll(() => office.close())

const numbers = async (filter: object): Promise<string[]> => {
  const found: string[] = []
  for (let after: string | undefined; ;) {
    const page = await desk.call('contracts.list', { ...filter, after, limit: 2 })
    found.push(...page.rows.map(({ number }) => number))
    if (page.next === undefined) return found
    after = page.next
  }
}

test('part of a name finds all that hold it, newest number first, page by page', async () => {
  expect(await numbers({ counterparty: '恒源' })).toEqual(['A-4', 'A-3', 'A-1'])
  expect(await numbers({ counterparty: '恒源', signatory: buyer })).toEqual(['A-3', 'A-1'])
  expect(await numbers({ counterparty: '没有这家' })).toEqual([])
})

test('who signed is found by an index', async () => {
  expect(await numbers({ signatory: buyer })).toEqual(['A-3', 'A-2', 'A-1'])
  const plan = office
    .office()
    .journal.db.prepare(
      'explain query plan select record from contract where signatory = ? order by number desc limit 10',
    )
    .all('x') as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/USING INDEX contract_\d+ \(signatory=\?\)/)
})
