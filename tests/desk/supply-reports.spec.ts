/** 物资报表 by keyboard: the consumption of the year, another report from the chooser, on paper and as a workbook. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, seat, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
})
test.afterAll(() => desk.close())

test('the reports are found by name, and each is chosen by key', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('物资报表')
  await expect(page.locator('.hit.is-active')).toContainText('物资报表')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('report-chooser')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('departments.png') })
  await expect(page.getByTestId('report-table')).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.locator('.ant-select-dropdown')).toContainText('个人消耗')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  // What the stock is worth stands there on every day of the year: the example received it.
  const table = page.getByTestId('report-table')
  await expect(table).toHaveAttribute('aria-label', '物品库存金额')
  // The sums stay in sight below however many rows.
  await expect(table.locator('tr.is-total')).toContainText('合计')
  await expect(table.locator('tr.is-total')).toBeInViewport({ ratio: 1 })
  await expect(table.locator('tbody tr').last()).not.toBeInViewport()
  await expect(table).toContainText('WP0001')
  await page.screenshot({ path: test.info().outputPath('values.png') })
})

test('what is shown is printed by the key of every page, and saved as a workbook', async () => {
  const sum = await page.locator('tr.is-total td').last().textContent()
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 })
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  const path = join(seat.home, 'files', 'report.pdf')
  await desk.answerSave(path)
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('preview-sent')).toContainText('report.pdf')
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).toContain(sum ?? '')
  expect(text.replaceAll(/\s/g, '')).toContain('第1次打印')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('preview-pages')).toBeHidden()

  const workbook = join(seat.home, 'files', 'report.xlsx')
  await desk.answerSave(workbook)
  // No field takes the page's own keys.
  await page.keyboard.press('x')
  await expect(page.getByRole('menuitem')).toHaveCount(2)
  await page.keyboard.press('1')
  await expect(page.getByTestId('export-done')).toContainText('report.xlsx')
  expect(existsSync(workbook)).toBe(true)
})
