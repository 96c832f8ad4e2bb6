/** Opening a list costs the same at any size: each goes along an index and sorts nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'
import { itemsPage, slipsPage } from './store.ts'

let office: TestOffice

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

const id = '01900000-0000-7000-8000-000000000000'

/** The plan of the one query that reading makes. */
const planOf = (read: (db: ReturnType<TestOffice['office']>['journal']['db']) => unknown): string => {
  const { db } = office.office().journal
  const texts: string[] = []
  const watched = new Proxy(db, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (text: string) => {
        texts.push(text)
        return target.prepare(text)
      }
    },
  })
  read(watched)
  expect(texts).toHaveLength(1)
  const text = texts[0] ?? ''
  const values = Array.from({ length: text.split('?').length - 1 }, () => id)
  return db
    .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
    .all(...values)
    .map(({ detail }) => detail)
    .join('\n')
}

describe('lists of supplies', () => {
  it('page slips along the key, by verb, by recipient and by item', () => {
    const filters = [{}, { verb: 'issue' as const }, { recipient: id }, { item: id }]
    for (const filter of filters) {
      for (const after of [undefined, id]) {
        const plan = planOf((db) => slipsPage(db, filter, after, 50))
        expect(plan).toMatch(/USING (?:INDEX|PRIMARY KEY)|USING COVERING INDEX/)
        expect(plan).not.toMatch(/TEMP B-TREE/)
      }
    }
  })

  it('page items along their code', () => {
    for (const after of [undefined, { code: 'WP0100', id }]) {
      for (const group of [undefined, '书写']) {
        const plan = planOf((db) => itemsPage(db, { show: 'active', group }, after, 50))
        expect(plan).toMatch(/SEARCH supply_item USING INDEX/)
        expect(plan).not.toMatch(/TEMP B-TREE/)
      }
    }
  })
})
