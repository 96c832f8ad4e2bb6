/** The supplies counter by keyboard and scanner alone: issue, over quota, an unknown code, undo, return, receive; keys are counted. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  // Where the paper would come out; what is printed is tested with the documents.
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await page.getByTestId('staff-no').fill('A0009')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  await prepare()
})
test.afterAll(() => desk.close())

/** Keys pressed beyond what is typed or scanned. */
let keys = 0
const press = async (name: string): Promise<void> => {
  keys += 1
  await page.keyboard.press(name)
}

/** As a scanner types: all at once, with Enter, not waiting for anything. */
const scan = async (...codes: string[]): Promise<void> => {
  await expect(page.getByTestId('scan')).toBeFocused()
  for (const code of codes) await page.keyboard.type(`${code}\n`)
}

/** Calls through the same bridge as the pages, for what this story starts from. */
const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ([name, given]) => {
      const reply = await globalThis.sealbook.call(name, given, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    [operation, input] as const,
  )

const prepare = async (): Promise<void> => {
  const packs = [{ unit: '盒', factor: 12 }]
  for (const [code, name, quota] of [
    ['1', '试用中性笔', 3],
    ['2', '试用订书钉', undefined],
    ['3', '试用便签纸', undefined],
  ] as const) {
    const barcodes = [{ code: `69000000000${code}`, unit: '支', amount: 1 }]
    const item = { code: `TRY-${code}`, name, unit: '支', packs, barcodes, location: 'Z9', quota, min: 1 }
    const { id } = await call('supplies.addItem', item)
    await call('supplies.receive', { lines: [{ item: id, quantity: 5, unit: '盒', price: 1200 }] })
  }
}

const drawer = () => page.getByRole('dialog').first()
const done = () => page.getByTestId('done-number')
const lines = () => page.locator('.slip-line')
const lineOf = (code: string) => page.locator(`.slip-line[data-item="${code}"]`)

/** Opens the counter and takes the person with this staff number, as their badge says it. */
const begin = async (staffNo: string): Promise<void> => {
  await press('F3')
  await expect(page.getByTestId('recipient')).toBeFocused()
  await page.keyboard.type(staffNo)
  await press('Enter')
  await expect(page.getByTestId('receiver')).toContainText(staffNo)
}

test('three scanned items are issued with at most six keys, on one screen', async () => {
  keys = 0
  await begin('A0003')
  await scan('690000000001', '690000000002', '690000000003')
  await expect(lines()).toHaveCount(3)
  await press('Enter')
  await expect(done()).toContainText(/LY-A-20\d\d-\d{4}/)
  expect(keys).toBeLessThanOrEqual(6)
  await expect(page.getByTestId('recipient')).toBeFocused()
  await page.keyboard.press('Control+p')
  await expect(page.locator('.success-line')).toContainText('再打印一次')
})

test('scans that come before the first is answered add up, and Enter right behind them loses none', async () => {
  await begin('A0003')
  await scan('690000000002', '690000000002', '690000000003', '690000000002', '')
  await expect(done()).toContainText(/LY-A-20\d\d-\d{4}/)
  await expect(page.locator('.success-line')).toContainText('试用订书钉 3 支')
  await expect(page.locator('.success-line')).toContainText('试用便签纸 1 支')
})

test('an unknown barcode is said, and what was scanned before and after stays', async () => {
  await begin('A0003')
  await scan('690000000001', '999999999999', '690000000002')
  await expect(page.locator('[data-fault=unknown-barcode]')).toContainText('999999999999')
  await expect(lines()).toHaveCount(2)
  // Enter says that it was seen, and does not yet issue.
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=unknown-barcode]')).toHaveCount(0)
  await expect(lines()).toHaveCount(2)
})

test('two codes that a scanner sends in one go are both taken where they are apart, and told where they are not', async () => {
  await scan('690000000003 690000000003')
  await expect(lineOf('TRY-3').getByTestId('quantity')).toHaveValue('2')
  await scan('690000000001690000000003')
  await expect(page.locator('[data-fault=two-barcodes]')).toContainText('690000000001')
  await expect(page.locator('[data-fault=two-barcodes]')).toContainText('690000000003')
  await page.screenshot({ path: test.info().outputPath('two-codes.png') })
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=two-barcodes]')).toHaveCount(0)
  await expect(lineOf('TRY-3').getByTestId('quantity')).toHaveValue('2')
  // Away with what was only tried.
  await scan('-')
  await expect(lines()).toHaveCount(2)
  await expect(page.getByTestId('reason')).toHaveCount(0)
})

test('over quota needs a reason, which stays on the slip', async () => {
  await scan('*4')
  await expect(lineOf('TRY-2').getByTestId('quantity')).toHaveValue('4')
  await page.keyboard.type('690000000001\n')
  await page.keyboard.type('*4\n')
  await expect(lineOf('TRY-1').getByTestId('quota')).toContainText('超定额')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=quota-exceeded]')).toContainText('试用中性笔 5/3 支')
  await expect(page.getByTestId('reason')).toBeFocused()
  await page.keyboard.type('迎接审计')
  await page.keyboard.press('Enter')
  await expect(done()).toBeVisible()
})

test('more than lies there is refused, and everything typed stays', async () => {
  await begin('A0003')
  await page.keyboard.type('试用便签')
  await expect(page.getByRole('option', { name: /试用便签纸/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines()).toHaveCount(1)
  await scan('*999')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=stock-short]')).toContainText('试用便签纸')
  await page.keyboard.press('F2')
  await page.keyboard.press('F3')
  await expect(lineOf('TRY-3').getByTestId('quantity')).toHaveValue('999')
  await scan('-', '690000000003', '')
  await expect(done()).toBeVisible()
})

test('a slip is undone by a reversing slip, and stands struck with its history', async () => {
  const number = ((await done().textContent()) ?? '').match(/LY-A-20\d\d-\d{4}/)?.[0] ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.locator('.hit.is-active')).toContainText(number)
  await page.keyboard.press('Enter')
  await expect(drawer()).toContainText('试用便签纸')
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('preview-pages').locator('canvas').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('preview-pages')).toBeHidden()
  await page.keyboard.press('x')
  await page.keyboard.type('扫错了')
  await page.keyboard.press('Control+Enter')
  await expect(drawer().getByTestId('done-number')).toContainText(/CX-A-20\d\d-\d{4}/)
  await expect(drawer().locator('.history')).toContainText('已被冲销')
  await page.keyboard.press('Escape')
  await expect(page.locator('.table-row.is-struck').filter({ hasText: number })).toHaveCount(1)
})

test('what was issued comes back on a return slip', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('退库')
  await expect(page.locator('.hit.is-active')).toContainText('退库')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('original')).toBeFocused()
  const { rows } = (await call('supplies.slips', { verb: 'issue', limit: 2 })) as { rows: { number: string }[] }
  await page.keyboard.type(rows[1]?.number ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('back').first()).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Control+Enter')
  await expect(done()).toContainText(/TK-A-20\d\d-\d{4}/)
})

test('goods are received with price, and the list of items shows them', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('入库')
  await expect(page.locator('.hit.is-active')).toContainText('入库')
  await page.keyboard.press('Enter')
  await scan('690000000001')
  await scan('*24')
  await page.getByTestId('price').fill('1.05')
  await page.keyboard.press('Control+Enter')
  await expect(done()).toContainText(/RK-A-20\d\d-\d{4}/)
  await expect(page.locator('.success-line')).toContainText('¥25.20')
})

test('goods move to another place, and what is broken is written off with a reason', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('调拨')
  await expect(page.locator('.hit.is-active')).toContainText('调拨报损')
  await page.keyboard.press('Enter')
  await scan('690000000002', '*2')
  await page.getByTestId('move-to').fill('Z8')
  await page.keyboard.press('Control+Enter')
  await expect(done()).toContainText(/DB-A-20\d\d-\d{4}/)
  await page.getByText('报损', { exact: true }).first().click()
  await page.getByTestId('scan').focus()
  await scan('690000000002')
  await page.getByTestId('move-reason').fill('受潮')
  await page.keyboard.press('Control+Enter')
  await expect(done()).toContainText(/BS-A-20\d\d-\d{4}/)
})

test('the rail has what is used every day first, and the rest under headings that open', async () => {
  const pages = page.locator('nav.rail .rail-pages')
  const names = (of: string) => pages.locator(of).evaluateAll((all) => all.map((one) => one.getAttribute('data-page')))
  await page.keyboard.press('F3')
  const daily = ['issue', 'receive', 'return', 'requests', 'items'].map((name) => `supplies.${name}`)
  await expect.poll(() => names('button[data-page]')).toEqual(daily)
  await page.screenshot({ path: test.info().outputPath('rail.png') })
  await pages.locator('[data-heading="supplies.rail.buying"]').click()
  await pages.locator('button[data-page="supplies.purchases"]').click()
  await expect(page.locator('.page-head h1')).toHaveText('采购申请')
  // The heading of the page that is shown stays open.
  await expect(pages.locator('[data-heading="supplies.rail.buying"]')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('存货明细账')
  await expect(page.locator('.hit.is-active')).toContainText('存货明细账')
  await page.keyboard.press('Enter')
  await expect(pages.locator('button[data-page="supplies.ledger"]')).toHaveClass(/is-open/)
})
