/** The register of exceptions by keyboard: a spoiled impression is explained by one person and settled by another. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

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

const change = async (staffNo: string): Promise<void> => {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await signIn(staffNo)
}

const openList = async (): Promise<void> => {
  await page.locator('[data-register=reports]').click()
  await expect(page.getByRole('grid', { name: '异常' })).toBeVisible()
  await page.keyboard.press('1')
}

test('open exceptions stand on the desk and lead to their list', async () => {
  const group = page.locator('[data-group=exceptions-open]')
  await expect(group).toContainText('待说明的异常')
  await page.screenshot({ path: test.info().outputPath('desk.png') })
  await openList()
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('exceptions.png') })
})

test('one is opened and explained by key, and then stands under the explained', async () => {
  await expect(page.getByRole('grid', { name: '异常' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('exception-explain')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('drawer.png') })
  await page.keyboard.press('e')
  await expect(page.getByTestId('answer-text')).toBeFocused()
  await page.keyboard.type('印台刚换过，第一下盖得太重')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('answer-text')).toHaveCount(0)
  await expect(page.locator('.exception-answer')).toContainText('印台刚换过')
  await page.keyboard.press('Escape')
})

test('a custodian cannot settle; an approver does, with a measure', async () => {
  await page.keyboard.press('2')
  // What the list of the open ones still shows for a moment is not read.
  const row = page.getByRole('row').filter({ hasText: '已说明' }).first()
  const what = (await row.getByRole('gridcell').nth(2).textContent()) ?? ''
  expect(what).not.toBe('')
  await page.getByRole('grid', { name: '异常' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('exception-explain')).toBeVisible()
  await expect(page.getByTestId('exception-settle')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await change('A0004')
  await openList()
  await page.keyboard.press('2')
  await page.getByRole('row').filter({ hasText: '已说明' }).filter({ hasText: what }).first().click()
  await expect(page.getByTestId('exception-settle')).toBeVisible()
  await page.keyboard.press('s')
  await page.getByTestId('answer-text').fill('属实，同意')
  await page.getByTestId('answer-measure').fill('换印台后先在废纸上试盖')
  await page.screenshot({ path: test.info().outputPath('settle.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.exception-answer.is-settled')).toContainText('属实，同意')
  await page.screenshot({ path: test.info().outputPath('settled.png') })
})
