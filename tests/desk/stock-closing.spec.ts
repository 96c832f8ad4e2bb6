/** The stock's month-end by keyboard: the ledger of an item recounts, the month is closed, printed and countersigned. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn('A0002')
})
test.afterAll(() => desk.close())

const signIn = async (staffNo: string): Promise<void> => {
  await page.getByTestId('staff-no').fill(staffNo)
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
}

/** Opens a page by what the one box finds under its name. */
const go = async (name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.locator('.hit.is-active')).toContainText(name)
  await page.keyboard.press('Enter')
}

test('the ledger shows each movement with what lay there after it, and recounts to the balances', async () => {
  await go('存货明细账')
  await page.getByTestId('ledger-item').locator('input').fill('WP0001')
  await expect(page.locator('.picker-option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('ledger-recount')).toContainText('与账面结存一致')
  await page.screenshot({ path: test.info().outputPath('ledger.png') })
  await page.getByTestId('recount-stock').click()
  await expect(page.getByTestId('stock-recounted')).toContainText('全部一致')
  await page.getByTestId('ledger-print').click()
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: test.info().outputPath('ledger-sheet.png') })
  await page.keyboard.press('Escape')
})

let number = ''

test('month-end: the month that is due stands there, is closed and printed by key', async () => {
  await go('月结')
  const preview = page.getByTestId('stock-preview')
  await expect(preview).toContainText('移动加权平均')
  const month = await page.getByTestId('stock-month').inputValue()
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/KJ-A-\d{4}-\d{4}/)
  number = /KJ-A-\d{4}-\d{4}/.exec((await page.getByTestId('done-number').textContent()) ?? '')?.[0] ?? ''
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
  await page.getByTestId('stock-month').fill(month)
  await expect(page.locator('[data-fault=stock-already-closed]')).toContainText(number)
  await expect(page.getByTestId('stock-close')).toBeDisabled()
  await page.screenshot({ path: test.info().outputPath('closed.png') })
})

test('a supervisor countersigns it, and its sheet shows both', async () => {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await signIn('A0004')
  await go(number)
  await expect(page.getByTestId('stock-countersign')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('stock-countersign')).toHaveCount(0)
  await page.screenshot({ path: test.info().outputPath('countersigned.png') })
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: test.info().outputPath('sheet.png') })
})
