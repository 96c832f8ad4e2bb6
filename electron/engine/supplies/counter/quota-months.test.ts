/** Quotas per person or department, in pieces or in amount, count the whole month: also what was drawn before the rule was set. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem as itemAt } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
let asker: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  asker = await office.as('custodian')
})
afterAll(() => office.close())

it('counts what was drawn in the month before the rule was set, and what was undone since', async () => {
  const item = await itemAt({ office, clerk })
  await clerk.call('supplies.issue', issueTo(asker.person, item.id, 4))
  const { slip: undone } = await clerk.call('supplies.issue', issueTo(asker.person, item.id, 1))
  await clerk.call('supplies.issue', issueTo(clerk.person, item.id, 2))
  await clerk.call('supplies.reverse', { id: undone.id })
  const quotaRules = [
    { per: 'person', measure: 'amount', limit: 900 },
    { per: 'person', measure: 'quantity', limit: 5 },
  ] as const
  await clerk.call('supplies.changeItem', { id: item.id, quotaRules: [...quotaRules] })
  const { quotas } = await clerk.call('supplies.offer', { item: item.id, recipient: asker.person })
  expect(quotas).toMatchObject([
    { drawn: 600, left: 300 },
    { drawn: 4, left: 1 },
  ])
  const twoLines = { lines: [1, 1].map((quantity) => ({ item: item.id, quantity, unit: '支', oldReturned: false })) }
  expect(await clerk.refused('supplies.issue', { recipient: asker.person, ...twoLines })).toMatchObject({
    code: 'quota-exceeded',
  })
})
