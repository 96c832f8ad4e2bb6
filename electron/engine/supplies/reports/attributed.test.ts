/** Whatever is issued, taken back, undone and priced later: the budget report uses exactly what the consumption report and the movements say. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, sql } from '../../store/sql.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { issueTo, newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
const people: string[] = []

const year = 2026

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  for (const name of ['总务部', '销售部', undefined]) {
    const department = name && (await office.administrator.call('departments.add', { name })).id
    const staff = { name: `${name ?? '外聘'}员工`, staffNo: `H${people.length}`, employedFrom: '2020-01-01', roles: [] }
    people.push((await office.administrator.call('people.add', { ...staff, ...(department ? { department } : {}) })).id)
    if (department && name === '总务部')
      await clerk.call('supplies.budgetSet', { department, year, amounts: Array.from({ length: 12 }, () => 5000) })
  }
})
afterAll(() => office.close())

const report = async (name: 'budget' | 'department') => clerk.call('supplies.report', { report: name, year })

/** Name -> months, January first. */
const consumed = async (): Promise<Map<unknown, unknown>> =>
  new Map((await report('department')).rows.map(([name, ...months]) => [name, months.slice(0, 12)]))

test('a price learnt late falls on the departments that drew since, and what was scrapped on none, by name', async () => {
  const pen = (await newItem({ office, clerk }, { name: '迟到的价', stock: 0 })).id
  const lines = [{ item: pen, quantity: 10, unit: '支', price: 100 }]
  const receipt = (await clerk.call('supplies.receive', { lines })).slip.id
  office.clock.advance(1000)
  await clerk.call('supplies.issue', issueTo(people[0] ?? '', pen, 4))
  office.clock.advance(1000)
  await clerk.call('supplies.issue', issueTo(people[1] ?? '', pen, 2))
  office.clock.advance(1000)
  await clerk.call('supplies.scrap', { reason: '受潮', lines: [{ item: pen, quantity: 2, unit: '支' }] })
  office.clock.advance(1000)
  const { slip } = await clerk.call('supplies.reprice', {
    id: receipt,
    reason: '发票',
    lines: [{ line: 0, amount: 2000 }],
  })
  // Of 10.00 more, two of ten pieces lie there and eight are gone: four, two and two of them.
  expect(slip.lines[0]).toMatchObject({ amount: 200, difference: { used: 800 } })
  const november = new Map([...(await consumed())].map(([name, months]) => [name, (months as number[])[10]]))
  expect(november).toEqual(
    new Map([
      ['总务部', 800],
      ['销售部', 400],
      ['成本差异（未归属）', 200],
    ]),
  )
  // Nothing moved: the ledger of the item shows the difference once.
  const ledger = await clerk.call('supplies.ledger', { item: pen })
  expect(ledger.rows.filter(({ verb }) => verb === 'revalue')).toHaveLength(1)
  expect(ledger.recount.isSame).toBe(true)
  await clerk.call('supplies.reverse', { id: slip.id })
  expect((await consumed()).has('成本差异（未归属）')).toBe(true)
  expect((await report('department')).totals[0]?.at(-1)).toBe(600)
  office.clock.advance(1000)
})

const act = fc.record({
  what: fc.constantFrom('issue', 'issue', 'return', 'reverse', 'scrap', 'reprice'),
  who: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 6 }),
  pick: fc.nat(50),
})

test('used by budget is used by consumption is what the movements say, line by line and month by month', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
      const pen = (await newItem({ office, clerk }, { stock: 0 })).id
      const stock = [{ item: pen, quantity: 30, unit: '支', price: 133 }]
      const receipt = (await clerk.call('supplies.receive', { lines: stock })).slip.id
      const slips: string[] = []
      for (const { what, who, quantity, pick } of acts) {
        office.clock.advance(1000)
        const lines = [{ item: pen, quantity, unit: '支' }]
        const earlier = slips[pick % Math.max(1, slips.length)]
        try {
          if (what === 'issue')
            slips.push((await clerk.call('supplies.issue', issueTo(people[who] ?? '', pen, quantity))).slip.id)
          if (what === 'return' && earlier)
            await clerk.call('supplies.return', { original: earlier, lines: lines.map((line) => ({ ...line, of: 0 })) })
          if (what === 'reverse' && earlier) await clerk.call('supplies.reverse', { id: earlier })
          if (what === 'scrap') await clerk.call('supplies.scrap', { reason: '坏', lines })
          if (what === 'reprice')
            await clerk.call('supplies.reprice', {
              id: receipt,
              reason: '发票',
              lines: [{ line: 0, amount: 3000 + pick * 97 }],
            })
        } catch {
          // Some are refused: more than lies there, undone already. Nothing is entered then.
        }
      }
      const [budget, consumption] = [await report('budget'), await report('department')]
      const used = budget.rows.filter(([, figure]) => /\.(used|unplanned)$/.test(String(figure)))
      expect(used.map(([name, , ...months]) => [name, ...months.slice(0, 12)])).toEqual(
        consumption.rows.map((cells) => cells.slice(0, 13)),
      )
      expect(budget.totals.at(-1)?.slice(2, 14)).toEqual(consumption.plot)
      const [movements] = all<{ used: number }>(
        office.office().journal.db,
        sql`select sum(used) as used from stock_movement`,
      )
      expect(consumption.totals[0]?.at(-1)).toBe(movements?.used)
    }),
    { numRuns: 8 },
  )
  const auditor = await office.as('auditor')
  expect((await auditor.call('office.verify', {})).findings).toEqual([])
})
