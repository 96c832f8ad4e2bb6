/** Opening the book costs the same at any size: every page is read by an index, without sorting or passing over rows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealSubject, useSubject } from '../../../../shared/seals/subjects.ts'
import { recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { openTestOffice, type TestOffice } from '../../testing.ts'
import { bookPage, requestsBefore, useByNumber, usesOn, type BookPage } from '../store.ts'

let office: TestOffice
let db: Read
beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 600 } })
  db = office.office().journal.db
})
afterAll(() => office.close())

/** The plans of all statements that `reading` runs. */
const plansOf = (reading: (spied: Read) => unknown): string[] => {
  const plans: string[] = []
  const spied = new Proxy(db, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (text: string) => ({
        all: (...values: unknown[]) => {
          const rows = target.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
          plans.push(...rows.map(({ detail }) => detail))
          return target.prepare(text).all(...values)
        },
      })
    },
  })
  reading(spied)
  return plans
}

const page: BookPage = {
  seal: undefined,
  from: undefined,
  to: undefined,
  order: 'date',
  direction: 'backward',
  after: undefined,
  limit: 50,
}

test('by date and by number, with and without a seal and a period, forward and backward', () => {
  const seal = recordsOf(db, sealSubject, sql`where code = 'HT01'`)[0]
  expect(seal).toBeDefined()
  for (const order of ['date', 'number'] as const) {
    for (const direction of ['forward', 'backward'] as const) {
      for (const some of [
        {},
        { seal },
        { from: '2026-03-01', to: '2026-03-31' },
        { seal, from: '2026-03-01', to: '2026-03-31' },
      ]) {
        const plans = plansOf((spied) => bookPage(spied, { ...page, order, direction, ...some }))
        expect(plans).toHaveLength(1)
        expect(plans[0]).toMatch(/^SEARCH seal_use USING INDEX .*(date_key|number_key)/)
      }
    }
  }
})

test('what was sealed before on a contract or a request comes newest first by an index', () => {
  for (const on of [{ contract: 'a' }, { request: 'a' }]) {
    expect(plansOf((spied) => usesOn(spied, on, 10))).toEqual([expect.stringMatching(/^SEARCH seal_use USING INDEX/)])
  }
})

test('requests by state and all of them come by an index', () => {
  for (const status of ['pending', 'approved', undefined] as const) {
    const [plan] = plansOf((spied) => requestsBefore(spied, status, undefined, 50))
    expect(plan).toMatch(/^SEARCH seal_request USING INDEX/)
  }
})

test('a use is found by its number by an index, and one that nobody gave is not', () => {
  for (const { id, number } of recordsOf(db, useSubject, sql`limit 40`)) expect(useByNumber(db, number)?.id).toBe(id)
  const plans = plansOf((spied) => expect(useByNumber(spied, 'HT01-2026-99999')).toBeUndefined())
  // The few that share a number are sorted; none is looked for row by row.
  expect(plans.filter((plan) => !plan.includes('TEMP B-TREE'))).toEqual([
    expect.stringMatching(/^SEARCH .* USING INDEX .*number_key/),
    expect.stringMatching(/^SEARCH .* USING INDEX .*odd_number/),
  ])
})
