/** From an empty folder to a desk at work, hands on the keyboard: founding, signing in, locking, finding, languages. */
import { expect, test } from '@playwright/test'
import { newFolder, openDesk, type OpenDesk } from './app.ts'

test.describe.configure({ mode: 'serial' })

let desk: OpenDesk
const complaints: string[] = []

test.beforeAll(async () => {
  desk = await openDesk(newFolder('threshold'))
  desk.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  desk.page.on('pageerror', (error) => complaints.push(error.message))
})
test.afterAll(() => desk.close())

const keys = async (...names: readonly string[]) => {
  for (const name of names) await desk.page.keyboard.press(name)
}
const type = (text: string) => desk.page.keyboard.type(text)

test('an office is founded by keyboard alone, and its recovery key is shown before the desk opens', async () => {
  const { page } = desk
  await expect(page.getByTestId('start-look')).toBeFocused()
  await keys('1')
  await expect(page.getByTestId('found-name')).toBeFocused()
  await type('临江测试有限公司')
  await keys('Enter', 'Enter', 'Enter', 'Enter')
  await type('陈㛃')
  await keys('Enter')
  await type('0001')
  await keys('Enter')
  await type('short')
  await keys('Enter')
  await type('short')
  await keys('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '需要更正' })).toBeVisible()
  await expect(page.getByTestId('found-name')).toHaveValue('临江测试有限公司')
  await page.getByTestId('found-password').fill('a long password')
  await keys('Enter')
  await type('a long password')
  await keys('Control+Enter')
  await expect(page.getByTestId('recovery-key')).toHaveText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  await keys('Tab', 'Tab', 'Space', 'Tab', 'Enter')
  await expect(page.getByTestId('box')).toBeFocused()
  await expect(page.locator('.topbar-me')).toHaveText('陈㛃')
})

test('the box finds by one character, by pinyin and by initials, and Enter opens', async () => {
  const { page } = desk
  for (const text of ['㛃', 'chen', '0001']) {
    await page.getByTestId('box').fill(text)
    await expect(page.locator('.hit[data-type=person]').first()).toContainText('陈㛃')
  }
  await keys('Enter')
  await expect(page.getByRole('dialog', { name: '陈㛃' })).toBeVisible()
  await expect(page.locator('.history li')).toHaveCount(1)
  await keys('Escape')
  await expect(page.getByTestId('box')).toBeFocused()
})

test('what was typed outlives leaving the page, locking, and the death of the engine', async () => {
  const { page } = desk
  await keys('Control+k')
  await type('人员')
  await keys('Enter')
  await expect(page.getByRole('grid')).toBeFocused()
  await keys('n')
  await type('欧阳建国')
  await desk.killEngine()
  await expect(page.getByTestId('engine-notice')).toBeVisible()
  await expect(page.getByTestId('person-name')).toHaveValue('欧阳建国')
  await keys('Enter')
  await type('0001')
  await keys('Control+Enter')
  await expect(page.locator('[data-fault=staff-no-taken]')).toContainText('陈㛃')
  await keys('Escape', 'Control+l')
  await expect(page.getByTestId('password')).toBeFocused()
  await type('not this one')
  await keys('Enter')
  await expect(page.locator('[data-fault=wrong-password]')).toBeVisible()
  await type('a long password')
  await keys('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await keys('n')
  await expect(page.getByTestId('person-name')).toHaveValue('欧阳建国')
  await page.getByTestId('person-staff-no').fill('0002')
  await keys('Control+Enter')
  await expect(page.getByRole('dialog', { name: '欧阳建国' })).toBeVisible()
  await keys('Escape')
  await expect(page.getByRole('row').filter({ hasText: '欧阳建国' })).toBeVisible()
})

test('keys stop at what covers the page', async () => {
  const { page } = desk
  await keys('F1')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await keys('n', 'Alt+1')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'people.list')
  await keys('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await keys('Alt+1')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'desk')
})

test('a page that comes late takes no focus from the box that covers it', async () => {
  const { page } = desk
  await keys('Control+,', 'Control+k')
  const box = page.getByRole('dialog').getByTestId('box')
  await expect(box).toBeFocused()
  // What a page does when its part has been loaded, here at the worst moment.
  await page.evaluate(() => document.querySelector<HTMLElement>('.frame-page input, .frame-page button')?.focus())
  await expect(box).toBeFocused()
  await keys('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('language and look change at once, and the journal proves itself', async () => {
  const { page } = desk
  await keys('Control+,')
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Prove it' }).click()
  await expect(page.getByTestId('proof')).toContainText('Everything agrees')
  await page.getByText('中文', { exact: true }).click()
  await page.getByText('浅色', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('nothing is refused by the policy and nothing breaks on the way', () => {
  expect(complaints).toEqual([])
})
