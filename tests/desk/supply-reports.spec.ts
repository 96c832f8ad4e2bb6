/** 物资报表 by keyboard: the consumption of the year, then another report from the chooser. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

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
  const choose = page.getByRole('combobox', { name: '报表' })
  await choose.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  // What the stock is worth stands there on every day of the year: the example received it.
  const table = page.getByTestId('report-table')
  await expect(table).toHaveAttribute('aria-label', '物品库存金额')
  await expect(table.locator('tr.is-total')).toContainText('合计')
  await expect(table).toContainText('WP0001')
  await page.screenshot({ path: test.info().outputPath('values.png') })
})
