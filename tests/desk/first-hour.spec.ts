/** The first hour in a founded office: the empty desk offers what to do next, forms say what they need, hands stay on the page. */
import { expect, test } from '@playwright/test'
import { newFolder, openDesk, type OpenDesk } from './app.ts'

test.describe.configure({ mode: 'serial' })

let desk: OpenDesk
test.beforeAll(async () => {
  desk = await openDesk(newFolder('first-hour'))
})
test.afterAll(() => desk.close())

test('forms mark beforehand what they need', async () => {
  const { page } = desk
  await page.getByTestId('start-new').click()
  await expect(page.locator('.field').filter({ hasText: '单位名称' }).locator('.field-required')).toBeVisible()
  await expect(page.locator('.field').filter({ hasText: '信用代码' }).locator('.field-required')).toHaveCount(0)
  await page.getByTestId('found-name').fill('临江测试有限公司')
  await page.getByTestId('found-person').fill('陈明')
  await page.getByTestId('found-staff-no').fill('0001')
  await page.getByTestId('found-password').fill('a long password')
  await page.getByTestId('found-password-again').fill('a long password')
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('recovery-kept').click()
  await page.getByTestId('recovery-done').click()
  await expect(page.getByTestId('box')).toBeFocused()
})

test('the empty desk offers the next steps by keyboard, and leaves out what was done', async () => {
  const { page } = desk
  const steps = page.getByTestId('next-steps')
  await expect(steps.locator('[data-step]')).toHaveCount(5)
  await page.keyboard.press('ArrowDown')
  await expect(steps.locator('[data-step=people]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'people.list')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('n')
  await page.getByTestId('person-name').fill('王芳')
  await page.getByTestId('person-staff-no').fill('0002')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '王芳' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+1')
  await expect(steps.locator('[data-step]')).toHaveCount(4)
  await expect(steps.locator('[data-step=people]')).toHaveCount(0)
})

test('a click on the page that is open gives it the keys', async () => {
  const { page } = desk
  await page.locator('[data-register=people]').click()
  const list = page.locator('.rail-page[data-page="people.list"]')
  await expect(list).toHaveAttribute('aria-current', 'page')
  await list.click()
  await expect(page.getByRole('grid')).toBeFocused()
})
