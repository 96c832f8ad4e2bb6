/** Items at the desk: entered with group, place and suppliers, pictured, labelled, merged, and found on the shelf; by keyboard. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(400))
  page = desk.page
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await page.getByTestId('staff-no').fill('A0009')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
})
test.afterAll(() => desk.close())

/** Goes to a page by its name in the box. */
const goTo = async (name: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.locator('.hit.is-active')).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-head h1')).toHaveText(name)
}
const drawer = () => page.getByRole('dialog').first()
const shoot = async (name: string): Promise<void> => {
  const folder = process.env['ITEM_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('an item is entered with group, place, packs, barcodes, suppliers and quotas', async () => {
  await goTo('物品')
  await page.keyboard.press('n')
  await page.getByTestId('item-code').fill('LAB-1')
  await page.getByTestId('item-name').fill('标签试用笔')
  await page.getByTestId('item-unit').fill('支')
  await page.getByTestId('item-location').locator('input').fill('Q区/01-03')
  await page.getByTestId('item-group').locator('input').fill('试用分类')
  await page.getByTestId('item-packs').fill('盒=12')
  await page.getByTestId('item-barcodes').fill('6970000000011\n6970000000028 盒 1')
  await page.getByTestId('item-suppliers').fill('晨光文具，盒，一元')
  await page.getByTestId('department-quantity').fill('60')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('第 1 行看不懂')).toBeVisible()
  await page.getByTestId('item-suppliers').fill('晨光文具，盒，18.50，3，M-112')
  await shoot('item-page')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status')).toContainText('标签试用笔')
  await page.getByTestId('item-code').fill('LAB-2')
  await page.getByTestId('item-name').fill('标签试用笔（重复）')
  await page.getByTestId('item-unit').fill('支')
  await page.getByTestId('item-location').locator('input').fill('Q区/02-01')
  await page.getByTestId('item-barcodes').fill('6970000000035')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status')).toContainText('重复')
})

test('the list shows one group, and an item its supplier and quota', async () => {
  await goTo('物品')
  await expect(page.getByTestId('group-filter')).toBeVisible()
  await page.locator('.table-body').focus()
  await page.keyboard.press('g')
  await page.locator('.ant-select-item-option', { hasText: '试用分类' }).click()
  await expect(page.locator('.table-row')).toHaveCount(1)
  await page.locator('.table-row').click()
  await expect(drawer()).toContainText('晨光文具 ¥18.50/盒 · 3 天到货 · M-112')
  await expect(drawer()).toContainText('每部门 60 支')
})

test('a picture is kept with the item and shown small in the list', async () => {
  const file = join(newFolder('picture'), 'pen.png')
  writeFileSync(file, await page.screenshot())
  giveToDesk(file)
  await desk.answerOpen(file)
  await page.keyboard.press('i')
  await expect(drawer().getByTestId('item-picture')).toBeVisible()
  await expect(drawer().getByTestId('attachment-row')).toContainText('标签试用笔.jpg')
  await shoot('drawer')
  await page.keyboard.press('Escape')
  await expect(page.locator('.table-row').getByTestId('item-picture')).toBeVisible()
  await shoot('list')
})

test('labels are reached by key, counted by scanning, and printed as they are shown', async () => {
  await page.locator('.table-row').click()
  await expect(drawer()).toContainText('LAB-1')
  await page.keyboard.press('l')
  const count = page.getByTestId('label-count')
  await expect(count).toHaveAttribute('data-labels', '1')
  await expect(page.getByTestId('scan')).toBeFocused()
  await page.keyboard.type('6970000000028\n*26\n')
  await expect(count).toHaveAttribute('data-labels', '27')
  await expect(count).toHaveAttribute('data-pages', '2')
  await expect(page.getByTestId('label-preview').locator('canvas').first()).toBeVisible()
  await page.getByTestId('label-start').fill('25')
  await expect(page.locator('.field.is-wrong')).toContainText('从第几张开始')
  await page.getByTestId('label-start').fill('22')
  await expect(count).toHaveAttribute('data-pages', '2')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('status')).toContainText('实际大小')
  await shoot('labels')
})

test('a duplicate is merged, and its barcode leads to the item that was kept', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('LAB-2')
  await expect(page.locator('.hit.is-active')).toContainText('标签试用笔（重复）')
  await page.keyboard.press('Enter')
  await expect(drawer()).toContainText('LAB-2')
  await page.keyboard.press('m')
  await page.getByTestId('merge-into').locator('input').fill('LAB-1')
  await expect(page.locator('.picker-option').first()).toContainText('标签试用笔')
  await page.keyboard.press('Enter')
  await shoot('merge')
  await page.keyboard.press('Control+Enter')
  await expect(drawer()).toContainText('并入此物品的：')
  await expect(drawer()).toContainText('LAB-2')
  await page.keyboard.press('Escape')
  await goTo('入库')
  await expect(page.getByTestId('scan')).toBeFocused()
  await page.keyboard.type('6970000000035\n')
  await expect(page.locator('.slip-line')).toContainText('LAB-1')
})

test('two codes that came as one are told, and what was scanned stays', async () => {
  await page.keyboard.type('69700000000116970000000028\n')
  await expect(page.locator('[data-fault=two-barcodes]')).toContainText('6970000000028')
  await expect(page.locator('.slip-line')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=two-barcodes]')).toHaveCount(0)
  await page.getByTestId('price').fill('1.50')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/RK-A-20\d\d-\d{4}/)
})

test('the shelf view tells what lies at a place and in its bins, and keeps a new place', async () => {
  await goTo('库位分类')
  await page.getByTestId('shelf-find').fill('Q区')
  await expect(page.locator('.shelf-names li')).toHaveText([/Q区\/01-03/])
  await page.keyboard.press('Enter')
  await expect(page.locator('.table-row')).toContainText('标签试用笔')
  await page.getByTestId('shelf-find').fill('Q区/01')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.shelf-names li.is-active')).toHaveAttribute('data-name', 'Q区/01')
  await page.getByTestId('shelf-find').fill('R区/01-01')
  await page.keyboard.press('Enter')
  await expect(page.locator('.shelf-names li.is-active')).toContainText('R区/01-01')
  await shoot('shelf')
})
