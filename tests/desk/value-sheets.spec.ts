/** The stock's value by keyboard: a late price from a receipt, a cost difference, and another valuation, each with its faults. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, officeDate, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  await signIn('A0002')
})
test.afterAll(() => desk.close())

const signIn = async (staffNo: string): Promise<void> => {
  await page.getByTestId('staff-no').fill(staffNo)
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
}

const go = async (name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.locator('.hit.is-active')).toContainText(name)
  await page.keyboard.press('Enter')
}

test('a cost difference asks for its reason at the field, and is entered with its number', async () => {
  await go('月结')
  await expect(page.getByTestId('stock-preview')).toBeVisible()
  await page.keyboard.press('Alt+d')
  await page.getByTestId('revalue-item').locator('input').fill('WP0001')
  await expect(page.locator('.picker-option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByTestId('revalue-amount').fill('1.23')
  await page.keyboard.press('Control+Enter')
  const reason = page.locator('.field').filter({ has: page.getByTestId('revalue-reason') })
  await expect(reason.locator('.field-problem')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('revalue.png') })
  await page.getByTestId('revalue-reason').fill('运费尾差')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/CY-A-\d{4}-\d{4}/)
  await page.screenshot({ path: test.info().outputPath('revalued.png') })
})

test('several items go on one slip of differences by keyboard; a line left blank is none', async () => {
  await page.keyboard.press('Alt+d')
  // The exact code is meant, though names with these letters are newer; Enter goes on from field to field.
  await page.keyboard.type('WP0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ant-select-content').filter({ hasText: /./ }).first()).toBeVisible()
  await page.getByTestId('revalue-amount').fill('2.5')
  await page.keyboard.press('Alt+n')
  await page.keyboard.type('WP0003')
  await page.keyboard.press('Enter')
  await page.getByTestId('revalue-amount-1').fill('4')
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Alt+n')
  await page.getByTestId('revalue-reason').fill('运费分摊')
  await page.screenshot({ path: test.info().outputPath('revalue-lines.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.success-line')).toContainText('¥6.50')
  await expect(page.locator('.success-line')).toContainText('、')
})

test('an item is found in its ledger by its code', async () => {
  await go('存货明细账')
  await expect(page.getByTestId('ledger-item')).toBeVisible()
  await page.keyboard.type('wp0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-about')).toContainText('WP0002')
  await page.screenshot({ path: test.info().outputPath('ledger.png') })
  await page.keyboard.press('Escape')
})

test('the price of a receipt is corrected from its slip; a sheet without an amount is refused', async () => {
  await go('出入库单')
  await page.locator('.ant-segmented-item').filter({ hasText: '入库' }).first().click()
  await page.locator('[role=row]').filter({ hasText: 'RK-A' }).filter({ hasNotText: '冲销' }).first().dblclick()
  await page.getByTestId('reprice').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=invalid-input]')).toBeVisible()
  await page.getByTestId('reprice-0').fill('12345.67')
  await page.screenshot({ path: test.info().outputPath('reprice.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/CY-A-\d{4}-\d{4}/)
  await page.screenshot({ path: test.info().outputPath('repriced.png') })
  // One key prints one thing: the slip that was just entered.
  await expect(page.locator('.record kbd').filter({ hasText: 'Ctrl P' })).toHaveCount(1)
  await expect(page.locator('.record-actions .success-line')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reprice')).toHaveCount(0)
})

test('another valuation begins with an open month, which whoever manages the office chooses', async () => {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await signIn('A0001')
  const month = (await officeDate(page)).slice(0, 7)
  await go('月结')
  await page.getByTestId('method').click()
  await page.getByTestId('method-from').fill('2026')
  await page.getByTestId('method-reason').fill('财务要求')
  await page.keyboard.press('Control+Enter')
  const from = page.locator('.field').filter({ has: page.getByTestId('method-from') })
  await expect(from.locator('.field-problem')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('method.png') })
  await page.getByTestId('method-from').fill(month)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('method-done')).toContainText(month)
})
