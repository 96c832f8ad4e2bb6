/**
 * Exporting through the office's own door: every list, both formats, and what comes back when it is imported.
 *
 * Long because: the round trip of each register names the fields that must survive it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical, type Json } from '../../../shared/journal/canonical.ts'
import { importers } from '../../../shared/tables/importers/index.ts'
import { guessMapping } from '../../../shared/tables/headings.ts'
import { createPlanner } from '../../../shared/tables/plan.ts'
import {
  exportLists,
  limits,
  tableFormats,
  type ExportList,
  type ImportTarget,
  type TableFormat,
} from '../../../shared/tables/targets.ts'
import type { Work } from '../act.ts'
import { openTestOffice, type TestOffice } from '../testing.ts'
import { exportList } from './export.ts'
import { loadFacts } from './facts.ts'
import { readFile } from './read-file.ts'
import { tableDesk, type TableDesk } from './staging.ts'
import { disarmed } from './write-file.ts'

let office: TestOffice
let desk: TableDesk

beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 1500 } })
  desk = tableDesk(office)
})
afterAll(() => office.close())

/** What importing an exported file would enter into an office that has the people and seals, but none of these records. */
const reimported = async (list: ExportList, target: ImportTarget, format: TableFormat) => {
  const { content } = await desk.exported(list, format)
  const file = await readFile(content, 'file', limits)
  if ('refused' in file) throw new Error(file.refused.code)
  const [headings = [], ...rows] = file.sheets[0]?.rows ?? []
  const importer = importers[target]
  const facts = loadFacts(office.office().journal.db, target, 2026)
  if (target === 'people') for (const map of [facts.peopleByNumber, facts.peopleByName]) map.clear()
  for (const map of [facts.contracts, facts.items, facts.barcodes, facts.ledger])
    if (target !== 'delegations') map.clear()
  for (const map of [facts.delegations, facts.delegationsById, facts.closed]) map.clear()
  let ids = 0
  const planner = createPlanner(importer, headings, guessMapping(headings, importer.fields), {
    today: '2026-11-23',
    at: '2026-11-23 09:00',
    newId: () => `0190aaaa-0000-7000-8000-${(ids += 1).toString().padStart(12, '0')}`,
    actor: { id: '', name: '' },
    facts,
  })
  for (const [index, cells] of rows.entries()) planner.take(index + 2, cells)
  return planner.finish()
}

const recordsOf = (table: string): Record<string, unknown>[] =>
  office
    .office()
    .journal.db.prepare(`select record from ${table}`)
    .all()
    .map((row) => JSON.parse((row as { record: string }).record) as Record<string, unknown>)

/** Records without what another office gives anew or cannot know: ids, numbers, roles, who checked. */
const comparable = (records: readonly Record<string, unknown>[], fields: readonly string[]): string[] =>
  records
    .map((record) =>
      canonical(
        fields.map((field) => [
          field,
          field.endsWith('.name') ? nameIn(record[field.slice(0, -5)]) : ((record[field] ?? null) as Json),
        ]),
      ),
    )
    .toSorted()

const nameIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : null

const roundTrips: { list: ExportList; target: ImportTarget; table: string; kind: string; fields: string[] }[] = [
  {
    list: 'people',
    target: 'people',
    table: 'person',
    kind: 'person.added',
    fields: ['name', 'staffNo', 'department.name', 'post', 'phone', 'employedFrom', 'employedTo'],
  },
  {
    list: 'items',
    target: 'items',
    table: 'supply_item',
    kind: 'item.added',
    fields: [
      'code',
      'name',
      'spec',
      'category',
      'unit',
      'packs',
      'barcodes',
      'group',
      'suppliers',
      'leadDays',
      'quotaRules',
      'min',
      'max',
      'location',
      'supplier',
      'exchangeOld',
      'quota',
    ],
  },
  {
    list: 'contracts',
    target: 'contracts',
    table: 'contract',
    kind: 'contract.entered',
    fields: [
      'number',
      'name',
      'type',
      'direction',
      'counterparty',
      'creditCode',
      'subject',
      'amount',
      'currency',
      'rate',
      'uncapped',
      'startsOn',
      'endsOn',
      'autoRenew',
      'noticeOn',
      'copies',
      'department',
      'handler.name',
      'signatory.name',
      'signedOn',
      'status',
      'archiveNumber',
    ],
  },
  {
    list: 'seal-uses',
    target: 'seal-ledger',
    table: 'seal_use',
    kind: 'seal.ledger-imported',
    fields: [
      'number',
      'usedAt',
      'category',
      'copies',
      'actual',
      'spoiled',
      'seam',
      'recipient',
      'counterparty',
      'purpose',
      'handler.name',
      'approver.name',
    ],
  },
]

describe('exports', () => {
  it.each(exportLists)('%s leaves as .csv and .xlsx with every heading worded', async (list) => {
    const csv = await desk.exported(list, 'csv')
    const [head = ''] = csv.content.toString('utf8').split('\r\n')
    expect([...csv.content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(head).not.toMatch(/tables\.|contracts\./)
    expect(csv.name).toMatch(/^[^.]+-2026-11-23\.csv$/)
    const workbook = await desk.exported(list, 'xlsx')
    expect(workbook.content.subarray(0, 2).toString()).toBe('PK')
    expect(workbook.rows).toBe(csv.rows)
  })

  describe.each(tableFormats)('as .%s', (format) => {
    it.each(roundTrips)(
      'what $list exports, an import understands, field by field',
      async ({ list, target, table, kind, fields }) => {
        const plan = await reimported(list, target, format)
        expect(plan.problems).toEqual([])
        const bodies = plan.good.flatMap(({ drafts }) =>
          drafts.filter((draft) => draft.kind === kind).map(({ body }) => body),
        )
        const records = recordsOf(table)
        expect(records.length).toBeGreaterThan(10)
        expect(comparable(bodies, fields)).toEqual(comparable(records, fields))
      },
    )

    it('delegations come back with their chains and their joint signers', async () => {
      const plan = await reimported('delegations', 'delegations', format)
      expect(plan.problems).toEqual([])
      const fields = [
        'kind',
        'delegatorName',
        'delegateName',
        'post',
        'actions',
        'contractTypes',
        'limit',
        'aggregateLimit',
        'aggregatePeriod',
        'validFrom',
        'validTo',
        'depth',
        'jointNeeded',
        'jointSigners',
      ]
      const bodies = plan.good.flatMap(({ drafts }) => drafts.map(({ body }) => body))
      expect(bodies.filter(({ parent }) => parent !== undefined).length).toBeGreaterThan(5)
      expect(comparable(bodies, fields)).toEqual(comparable(recordsOf('delegation'), fields))
    })
  })

  it('narrows by filter', async () => {
    const all = await desk.exported('contracts', 'csv')
    const some = await desk.exported('contracts', 'csv', { status: 'performing' })
    expect(some.rows).toBeGreaterThan(0)
    expect(some.rows).toBeLessThanOrEqual(all.rows)
    const uses = recordsOf('seal_use')
    const day = String(uses[0]?.['usedAt']).slice(0, 10)
    const onDay = uses.filter(({ usedAt }) => String(usedAt).startsWith(day)).length
    expect((await desk.exported('seal-uses', 'csv', { from: day, to: day })).rows).toBe(onDay)
  })

  it.each([
    ['delegations', 'state', ['in-force', 'future', 'ended', 'revoked'], 'delegations.list'],
    ['items', 'show', ['active', 'low', 'oversold', 'retired'], 'supplies.items'],
    ['contracts', 'status', ['draft', 'performing', 'archived'], 'contracts.list'],
    ['contracts', 'counterparty', ['有限公司', '科技', '查无此家'], 'contracts.list'],
    ['contracts', 'endsWithin', [0, 30, 400], 'contracts.list'],
    ['seal-requests', 'status', ['pending', 'approved', 'done', 'lapsed'], 'seals.requests'],
  ] as const)('%s by %s holds exactly what the list on screen holds', async (list, name, values, operation) => {
    for (const value of values) {
      let [count, after]: [number, string | undefined] = [0, undefined]
      do {
        const page: { rows: unknown[]; next?: string | undefined } = await office.administrator.call(operation, {
          [name]: value,
          limit: 200,
          after,
        })
        count += page.rows.length
        after = page.next
      } while (after !== undefined)
      expect([value, (await desk.exported(list, 'csv', { [name]: String(value) })).rows]).toEqual([value, count])
    }
  })

  it('refuses more rows than a file may hold, and stops where it is cancelled', async () => {
    const actor = { person: '', name: '', permissions: new Set(['supplies.read'] as const) }
    const caller = {
      actor,
      language: 'zh-CN',
      session: { open: () => undefined, close: () => undefined, isOpen: () => true },
    } as const
    const controller = new AbortController()
    const work: Work = {
      ...caller,
      read: (reading) => reading(office.office().reading(caller)),
      act: () => {
        throw new Error('an export enters nothing')
      },
      progress: () => undefined,
      signal: controller.signal,
    }
    const input = { list: 'slips', format: 'csv', filter: {} } as const
    const none = { most: () => 0, page: () => ({ records: [], next: undefined }) }
    const handed = { exceptions: none, stocktake: none, suggestions: none, purchases: none }
    expect(await exportList(work, input, handed, { csv: 100, xlsx: 100 })).toEqual({
      refused: { code: 'table-export-too-long', limit: 100, format: 'csv' },
    })
    expect(await exportList(work, input, handed)).toHaveProperty('rows')
    controller.abort()
    await expect(exportList(work, input, handed)).rejects.toThrow()
  })

  it('needs the permission of the list beside that of exporting', async () => {
    const custodian = await office.as('custodian')
    expect(await custodian.ask('tables.export', { list: 'contracts', format: 'csv' })).toMatchObject({ ok: true })
    expect(await custodian.ask('tables.import', { target: 'people', name: 'f', bytes: '' })).toMatchObject({
      ok: false,
      fault: { code: 'not-permitted' },
    })
    expect(await office.stranger().ask('tables.export', { list: 'contracts', format: 'csv' })).toMatchObject({
      ok: false,
      fault: { code: 'not-signed-in' },
    })
  })

  it('disarms what would run as a formula, and leaves numbers and names alone', async () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1']) expect(disarmed(text)).toBe(`'${text}`)
    for (const text of ['张三', '1-2', 'a=b', "'x", '']) expect(disarmed(text)).toBe(text)
    await desk.enter('people', Buffer.from('工号,姓名\nZ1,"=HYPERLINK(""http://x"")"\nZ2,@甲\n'))
    const csv = (await desk.exported('people', 'csv')).content.toString('utf8')
    expect(csv).toContain(`Z1,"'=HYPERLINK(`)
    expect(csv).toContain(`Z2,'@甲`)
    expect((await desk.read('people', (await desk.exported('people', 'csv')).content)).known).toBe(
      recordsOf('person').length,
    )
  })
})
