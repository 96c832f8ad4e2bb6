/** Tables in and out in the real window: a file with faults, its correction, the import, and lists saved as files. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let folder: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(200))
  page = desk.page
  folder = newFolder('tables')
  await page.getByTestId('staff-no').fill('A0001')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
})
test.afterAll(() => desk.close())

const stage = async (name: string, text: string): Promise<void> => {
  const path = join(folder, name)
  writeFileSync(path, text)
  giveToDesk(path)
  await desk.answerOpen(path)
}

const openPage = async (title: string): Promise<void> => {
  await page.locator('nav.rail').getByText('导入导出').click()
  await page.locator('nav.rail').getByText(title, { exact: true }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

const head = '某公司人员一览表,,,\n工　号,姓名,所属部门,入职日期\n'

test('a file with faults says which row, which field and why, and cannot be imported', async () => {
  await openPage('导入')
  await stage('people.csv', `${head}N001,新人甲,新设部,2026-01-05\nN002,,新设部,2026-02-30\n`)
  await page.keyboard.press('o')
  const problems = page.getByTestId('import-problems')
  await expect(problems).toContainText('不是存在的日期')
  await expect(problems).toContainText('2026-02-30')
  await expect(problems.locator('tbody tr').first()).toContainText('4')
  await expect(page.getByTestId('import-counts')).toContainText('有误 1')
  await expect(page.getByTestId('import-do')).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-done')).toHaveCount(0)
})

test('the corrected file is imported by keyboard, and found by the box at once', async () => {
  await stage('people.csv', `${head}N001,新人甲,新设部,2026-01-05\nN002,新人乙,新设部,2026-02-28\n`)
  await page.keyboard.press('o')
  await expect(page.getByTestId('import-counts')).toContainText('可导入 2')
  await expect(page.getByTestId('import-preview')).toContainText('新人乙')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-done')).toContainText('已导入 2 行')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('xinrenyi')
  await expect(page.getByText('新人乙').first()).toBeVisible()
  // The first Escape empties the box, the second one closes it.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('box')).toBeHidden()
})

test('a column is chosen by hand where its heading says nothing', async () => {
  await stage('items.csv', '货,东西,论\nQ-1,回形针,盒\n')
  await page.keyboard.press('2')
  await page.keyboard.press('o')
  await expect(page.getByTestId('import-counts')).toContainText('还差必填栏')
  for (const [field, column] of [
    ['code', 'A · 货'],
    ['name', 'B · 东西'],
    ['unit', 'C · 论'],
  ] as const) {
    await page.getByTestId(`column-${field}`).click()
    await page.keyboard.type(column)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('import-counts')).toContainText('可导入 1')
  await page.getByTestId('import-do').click()
  await expect(page.getByTestId('import-done')).toContainText('已导入 1 行')
})

test('what is no table is refused in words', async () => {
  await stage('picture.csv', '\u0000\u0001\u0002')
  await page.keyboard.press('o')
  await expect(page.getByRole('alert')).toContainText('不是可导入的表格')
  await expect(page.getByRole('alert')).toContainText('另存为')
})

test('every list is saved as a file from one page', async () => {
  await openPage('导出')
  const path = join(folder, 'people-out.csv')
  await desk.answerSave(path)
  await page.getByTestId('export-people-csv').click()
  await expect(page.getByTestId('export-done')).toContainText('已导出')
  const text = readFileSync(path, 'utf8')
  expect(text.startsWith('\uFEFF工号,姓名,部门')).toBe(true)
  expect(text).toContain('N002,新人乙,新设部')
  await desk.answerSave(join(folder, 'contracts.xlsx'))
  await page.getByTestId('export-contracts-xlsx').click()
  await expect(page.getByTestId('export-done')).toContainText('contracts.xlsx')
  expect(readFileSync(join(folder, 'contracts.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('a list is saved as it is shown, with two keys', async () => {
  await page.locator('nav.rail').getByText('物资', { exact: true }).click()
  await page.locator('nav.rail').getByText('物品', { exact: true }).click()
  await expect(page.getByTestId('export-items')).toBeVisible()
  const path = join(folder, 'items.csv')
  await desk.answerSave(path)
  await page.keyboard.press('x')
  await expect(page.getByRole('menuitem')).toHaveCount(2)
  await page.keyboard.press('2')
  await expect(page.getByTestId('export-done')).toContainText('items.csv')
  expect(readFileSync(path, 'utf8')).toContain('Q-1,回形针')
})
