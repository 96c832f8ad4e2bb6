/** The other ways of a stocktake: scans on a long sheet, a scan and then the figure, figures from paper, cause and price of a line, paper and workbook. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, seat, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(300))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0009')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  await prepare()
})
test.afterAll(() => desk.close())

/** Calls through the same bridge as the pages, for what this story starts from. */
const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ([name, given]) => {
      const reply = await globalThis.sealbook.call(name, given, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    [operation, input] as const,
  )

/** More lines than the window shows; the first and the last have barcodes. */
const many = 40
const codeOf = (number: number): string => `LONG-${String(number).padStart(2, '0')}`
const barcodeOf = (number: number): string => `6922000000${String(number).padStart(2, '0')}`
/** Of goods that lie in two lots at one place. */
const lotBarcode = '692200000099'
const prepare = async (): Promise<void> => {
  const lines: { item: unknown; quantity: number; unit: string; price: number }[] = []
  for (let number = 1; number <= many; number += 1) {
    const { id } = await call('supplies.addItem', {
      code: codeOf(number),
      name: `长表试样${number}`,
      unit: '支',
      barcodes: [{ code: barcodeOf(number), unit: '支', amount: 1 }],
      location: `Y7/${String(number).padStart(2, '0')}`,
    })
    lines.push({ item: id, quantity: 10, unit: '支', price: 150 })
  }
  await call('supplies.receive', { lines })
  const lots = {
    code: 'LONG-LOT',
    name: '长表批次品',
    unit: '盒',
    lots: true,
    barcodes: [{ code: lotBarcode, unit: '盒', amount: 1 }],
    location: 'Y7/99',
  }
  const { id } = await call('supplies.addItem', lots)
  for (const lot of ['L-1', 'L-2'])
    await call('supplies.receive', { lines: [{ item: id, quantity: 6, unit: '盒', price: 500, lot }] })
  const { number } = await call('supplies.planStocktake', { scope: { locations: ['Y7'] } })
  await page.keyboard.press('Control+k')
  await page.keyboard.type(String(number))
  await expect(page.locator('.hit.is-active')).toContainText(String(number))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count-progress')).toHaveText(`0 / ${many + 2}`)
}

const rowOf = (number: number) => page.locator(`.count-table .table-row[data-item="${codeOf(number)}"]`)
const shot = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('what is scanned comes into sight, however long the sheet', async () => {
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.press('F7')
  await expect(page.getByTestId('scan')).toBeFocused()
  await expect(rowOf(many)).not.toBeInViewport()
  await page.keyboard.type(`${barcodeOf(many)}\n`)
  await expect(page.getByTestId('count-last')).toContainText(`长表试样${many}`)
  await expect(rowOf(many)).toBeInViewport({ ratio: 1 })
  await page.keyboard.type(`${barcodeOf(1)}\n`)
  await expect(rowOf(1)).toBeInViewport({ ratio: 1 })
  await shot('scan')
  // The same again, after the mouse scrolled elsewhere.
  await page.locator('.count-table .table-body').evaluate((body) => body.scrollTo(0, body.scrollHeight))
  await expect(rowOf(1)).not.toBeInViewport()
  await page.keyboard.type(`${barcodeOf(1)}\n`)
  await expect(rowOf(1)).toBeInViewport({ ratio: 1 })
})

test('a scan asks for the figure of its line, and the next scan finds its own field again', async () => {
  await page.keyboard.press('F7')
  await page.getByTestId('scan').focus()
  await page.keyboard.type(`${barcodeOf(30)}\n`)
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.type('12\n')
  await expect(rowOf(30).locator('[data-state=counted]')).toBeVisible()
  await expect(rowOf(30).getByTestId('count')).toHaveAttribute('placeholder', '12')
  await expect(page.getByTestId('scan')).toBeFocused()
  // The code does not tell lots apart: the line is shown, and an arrow goes to the other lot with the field in hand.
  await page.keyboard.type(`${lotBarcode}\n`)
  await expect(page.locator('.count-scan [role=alert]')).toContainText('2 个批次')
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const second = page.locator('.count-table .table-row').filter({ hasText: 'L-2' })
  await expect(second.getByTestId('count')).toBeFocused()
  await page.keyboard.type('5\n')
  await expect(second.locator('[data-state=counted]')).toBeVisible()
  await expect(page.getByTestId('scan')).toBeFocused()
  await shot('ask')
})

test('figures from the paper are those of who counted on it', async () => {
  await page.keyboard.press('F7')
  await page.locator('.count-counter input').fill('A0003')
  await expect(page.locator('.picker-option').first()).toContainText('林秀英')
  await page.keyboard.press('Enter')
  await rowOf(29).click()
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.type('8\n')
  await expect(rowOf(29).locator('[data-state=counted]')).toContainText('林秀英')
  await page.keyboard.type('690000000017\n')
  await expect(page.locator('.table-foot [role=alert]')).toContainText('不是数目')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await shot('paper')
})

test('a line is opened for its counts, its cause and the price of a gain', async () => {
  await page.keyboard.press('F8')
  const grid = page.getByRole('grid', { name: '差异' })
  await expect(grid.getByRole('row').filter({ hasText: '长表试样30' })).toContainText('+2')
  await grid.getByRole('row').filter({ hasText: '长表试样30' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('扫码')
  await page.keyboard.type('早先漏登入库')
  await page.getByTestId('gain-price').fill('1.6')
  await shot('cause')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toHaveCount(0)
  await expect(grid.getByRole('row').filter({ hasText: '长表试样30' })).toContainText('3.20')
  await expect(grid.getByRole('row').filter({ hasText: '长表试样30' })).toContainText('早先漏登入库')
})

test('the sheet is printed and leaves as a workbook, by the keys of every list', async () => {
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 })
  await shot('sheet')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('preview-pages')).toBeHidden()
  const workbook = join(seat.home, 'files', 'stocktake.xlsx')
  await desk.answerSave(workbook)
  await page.keyboard.press('x')
  await expect(page.getByRole('menuitem')).toHaveCount(2)
  await page.keyboard.press('1')
  await expect(page.getByTestId('export-done')).toContainText('stocktake.xlsx')
  expect(existsSync(workbook)).toBe(true)
})
