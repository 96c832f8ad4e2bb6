/** A report as it leaves the office: the PDF and the workbook say what the screen says, to the last row and sum. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../../../../shared/api/words.ts'
import { figures } from '../../../../shared/office/money.ts'
import { reportPeriod, supplyReports, type SupplyReport } from '../../../../shared/supplies/reports/operations.ts'
import { limits } from '../../../../shared/tables/targets.ts'
import { checkWithQpdf, infoOf, scannedFrom, textOf } from '../../documents/outside.ts'
import { readFile } from '../../tables/read-file.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice
let desk: TestDesk
const year = 2026

beforeAll(async () => {
  office = await openTestOffice({ example: { entries: 1500 } })
  desk = office.administrator
  const item = { unit: '瓶', category: 'consumable', location: 'A1' } as const
  const { id } = await desk.call('supplies.addItem', { ...item, code: 'JS01', name: '胶水', lots: true })
  const line = { item: id, quantity: 3, unit: '瓶', price: 175, lot: 'P1', expiry: '2026-12-01' }
  const clerk = await office.as('clerk')
  const [planned] = (await clerk.call('supplies.budgets', { year })).rows
  const amounts = Array.from({ length: 12 }, (_, month) => month * 1000)
  await clerk.call('supplies.budgetSet', {
    department: planned?.department.id ?? '',
    year,
    amounts,
    reason: '改为逐月递增',
  })
  await clerk.call('supplies.receive', { lines: [line] })
})
afterAll(() => office.close())

const onScreen = (report: SupplyReport) => desk.call('supplies.report', { report, year })

const table: Readonly<Record<string, string>> = words['zh-CN']

describe.each(supplyReports)('the report %s', (report) => {
  test('is printed with a number, a code and every sum that the screen shows', async () => {
    const { office: subject, rows, totals, columns } = await onScreen(report)
    const wanted = { form: 'supply-report' as const, subject, period: reportPeriod(report, year) }
    const preview = await desk.call('documents.render', wanted)
    const issued = await desk.call('documents.issue', wanted)
    expect([preview.print, issued.print]).toEqual([1, 1])
    expect((await desk.call('documents.issue', wanted)).print).toBe(2)
    const pdf = Buffer.from(issued.pdf, 'base64')
    expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
    expect(infoOf(pdf)['Page size']).toMatch(/^841\.89 x 595\.276/)
    const pages = textOf(pdf)
    expect(pages.length).toBe(issued.pages)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页/共${pages.length}页`)
      expect(page).toContain(issued.number)
      // The head is repeated.
      expect(page).toContain(table[`supplies.report.column.${columns[0]?.key}`]?.replaceAll(' ', ''))
    }
    expect(pages[0]).toContain(table[`supplies.report.name.${report}`])
    const foot = pages.at(-1) ?? ''
    expect(foot).toContain(`合计（${rows.length}行）`)
    for (const sums of totals)
      for (const [at, sum] of sums.entries())
        if (sum !== null && sum !== 0)
          expect(foot).toContain(columns[at]?.kind === 'money' ? figures(Number(sum)) : (table[sum] ?? String(sum)))
    const text = pages.join('')
    for (const cells of rows.slice(0, 40))
      if (cells[0] !== null) expect(text).toContain((table[cells[0] ?? ''] ?? String(cells[0])).replaceAll(' ', ''))
  })

  test('leaves as a workbook with figures and dates in its cells, and a row of sums', async () => {
    const { columns, rows, totals, more } = await onScreen(report)
    const file = await desk.call('tables.export', {
      list: 'supply-report',
      format: 'xlsx',
      filter: { report, year: String(year) },
    })
    const bytes = Buffer.from(file.bytes, 'base64')
    const read = await readFile(bytes, 'report.xlsx', limits)
    if ('refused' in read) throw new Error(read.refused.code)
    const [head = [], ...body] = read.sheets[0]?.rows ?? []
    expect(head).toEqual(columns.map(({ key }) => table[`supplies.report.column.${key}`]))
    expect([file.rows, body.length, more]).toEqual([rows.length, rows.length + totals.length, 0])
    for (const [index, cells] of [...rows, ...totals].entries())
      for (const [at, cell] of cells.entries())
        if (columns[at]?.kind === 'money' && cell !== null)
          expect(Math.round(Number(body[index]?.[at]) * 100)).toBe(cell)
        else if (cell !== null) expect(body[index]?.[at]).toBe(table[cell] ?? String(cell))
    expect(body.at(-1)?.[0]).toBe('合计')
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
    const lastSum = Number(totals.at(-1)?.at(-1)) / 100
    expect(sheet).toContain(`<v>${lastSum}</v></c></row></sheetData>`)
    const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'word').length
    // Every cell that is no text is a number to the spreadsheet program, days among them.
    expect(sheet.match(/<c [^>]*t="n"|<c (?![^>]*t=)[^>]*><v>/g)?.length ?? 0).toBeGreaterThanOrEqual(
      rows.length * (columns.length - texts) - rows.flat().filter((cell) => cell === null).length,
    )
  })
})

test('a long report runs over many pages, and its code is read back from the first', async () => {
  const { office: subject } = await onScreen('value-item')
  const issued = await desk.call('documents.issue', {
    form: 'supply-report',
    subject,
    period: reportPeriod('value-item', year),
    language: 'en',
  })
  expect(issued.pages).toBeGreaterThan(3)
  const [code = ''] = scannedFrom(Buffer.from(issued.pdf, 'base64'), 200)
  expect(await desk.call('documents.verify', { code })).toMatchObject({ signature: 'valid', record: 'same' })
})

test('a report without a name, or of a name that no one knows, is refused', async () => {
  const { office: subject } = await onScreen('slow')
  const ask = (period?: string) => desk.refused('documents.issue', { form: 'supply-report', subject, period })
  expect(await ask()).toMatchObject({ code: 'document-needs', needs: 'period' })
  expect(await ask('2026')).toMatchObject({ code: 'document-needs', needs: 'period' })
  expect(await ask('2026-nothing')).toMatchObject({ code: 'not-found' })
})
