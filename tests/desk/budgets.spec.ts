/** 物资预算 by keyboard: a department's twelve months, all alike, changed with a reason, in the report and at the counter. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, officeDate, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
})
test.afterAll(() => desk.close())

const go = async (name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.locator('.hit.is-active')).toContainText(name)
  await page.keyboard.press('Enter')
}

const openDepartment = async (name: string): Promise<void> => {
  await page.locator('[role=row]').filter({ hasText: name }).click()
  await expect(page.getByTestId('budget-1')).toBeFocused()
}

test('a department without a budget gets one amount for all months with one key', async () => {
  await go('物资预算')
  const legal = page.locator('[role=row]').filter({ hasText: '法务合规部' })
  await expect(legal).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('budgets.png') })
  await openDepartment('法务合规部')
  await page.keyboard.type('300')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.field-problem')).toHaveCount(11)
  await page.keyboard.press('Alt+g')
  await expect(page.getByTestId('budget-12')).toHaveValue('300.00')
  // Enter goes on from month to month.
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('budget-2')).toBeFocused()
  await page.keyboard.type('450.5')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('budget-3')).toBeFocused()
  await expect(page.getByTestId('budget-sum')).toContainText('3,750.50')
  await page.screenshot({ path: test.info().outputPath('months.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('budget-done')).toContainText('法务合规部')
  await expect(legal).toContainText('3,750.50')
})

test('a change asks why, and last year’s budget is taken over with one key', async () => {
  await openDepartment('销售一部')
  await expect(page.getByTestId('budget-copy')).toBeEnabled()
  const first = await page.getByTestId('budget-1').inputValue()
  await page.keyboard.press('Alt+l')
  await expect(page.getByTestId('budget-1')).not.toHaveValue(first)
  await page.keyboard.press('Control+Enter')
  const reason = page.locator('.field').filter({ has: page.getByTestId('budget-reason') })
  await expect(reason.locator('.field-problem')).toBeVisible()
  await page.getByTestId('budget-reason').fill('照上年执行')
  await page.screenshot({ path: test.info().outputPath('changed.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('budget-done')).toContainText('销售一部')
  await openDepartment('销售一部')
  await expect(page.locator('.history [data-kind="supply.budget-set"]').last()).toContainText('照上年执行')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('budget-1')).toHaveCount(0)
})

test('the report holds what was used against the budgets and marks what is over', async () => {
  await page.keyboard.press('r')
  const table = page.getByTestId('report-table')
  await expect(table).toHaveAttribute('aria-label', '预算执行')
  await expect(table).toContainText('法务合规部')
  await expect(table.locator('tr.is-total').first()).toContainText('预算')
  await page.screenshot({ path: test.info().outputPath('report.png') })
  await page.getByTestId('to-budgets').click()
  await expect(page.getByTestId('budget-year')).toBeVisible()
})

test('the counter says in one line what is left of the recipient’s department this month', async () => {
  const month = Number((await officeDate(page)).slice(5, 7))
  await page.keyboard.press('F3')
  await page
    .getByTestId('recipient')
    .locator('input')
    .or(page.locator('input[data-testid=recipient]'))
    .first()
    .fill('江怀瑾')
  await expect(page.locator('.quick-hits')).toContainText('江怀瑾')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('budget-left')).toContainText(`法务合规部 ${month} 月物资预算`)
  await page.screenshot({ path: test.info().outputPath('counter.png') })
})
