/** Buying by keyboard in the real app: suggested, asked for, approved by another person, ordered, received in part. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(300))
  page = desk.page
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn('A0009')
  await prepare()
})
test.afterAll(() => desk.close())

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

/** Two items of a supplier of their own that lie below their minimum. */
const prepare = async (): Promise<void> => {
  for (const [code, name] of [
    ['BUY-1', '试购中性笔'],
    ['BUY-2', '试购便签'],
  ] as const) {
    const { id } = await call('supplies.addItem', {
      code,
      name,
      unit: '支',
      packs: [{ unit: '盒', factor: 12 }],
      location: 'Z8',
      min: 20,
      max: 100,
      supplier: '阿尔法试供',
      suppliers: [{ name: '阿尔法试供', unit: '盒', price: 1500, leadDays: 5 }],
    })
    await call('supplies.receive', { lines: [{ item: id, quantity: 12, unit: '支', price: 120 }] })
  }
}

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
/** Opens a page or record through the box, as hands on the keyboard do. */
const open = async (text: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await expect(page.locator('.hit.is-active')).toContainText(text)
  await page.keyboard.press('Enter')
}

const suggestion = (code: string) => page.locator(`.suggestion[data-item="${code}"]`)
const lineOf = (code: string) => page.locator(`.slip-line[data-item="${code}"]`)
const state = () => page.getByTestId('purchase-state')
let number = ''

test('suggestions say why, are chosen by keys and become a purchase request', async () => {
  await open('补货建议')
  await expect(suggestion('BUY-1')).toContainText('现存 12 支，低于下限 20')
  await expect(suggestion('BUY-1')).toContainText('到货 5 天；建议 96 支（按盒 12，即 8 盒）')
  await suggestion('BUY-1').focus()
  await page.keyboard.press('Space')
  await expect(suggestion('BUY-1')).toBeChecked()
  await expect(suggestion('BUY-2')).not.toBeChecked()
  // Both of the supplier, whose row has the focus.
  await page.keyboard.press('a')
  await expect(suggestion('BUY-2')).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(lineOf('BUY-1').getByTestId('quantity')).toHaveValue('8')
  await expect(page.getByTestId('purpose')).toBeFocused()
  await page.keyboard.type('试购')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/CG-A-20\d\d-\d{4}/)
  number = /CG-A-\d{4}-\d{4}/.exec((await page.getByTestId('done-number').textContent()) ?? '')?.[0] ?? ''
  await page.keyboard.press('Control+p')
  await expect(page.locator('.success-line')).toContainText('再打印一次')
  // What is asked for is on its way: nothing more is suggested.
  await open('补货建议')
  await expect(page.locator('.page-head h1')).toHaveText('补货建议')
  await expect(suggestion('BUY-1')).toHaveCount(0)
})

test('an approver lets through less of one line and strikes another, and the history goes on to what came', async () => {
  const items = (await call('supplies.items', { limit: 200 })) as { rows: { id: string; code: string }[] }
  const idOf = (code: string) => items.rows.find((row) => row.code === code)?.id ?? ''
  const lines = ['BUY-1', 'BUY-2'].map((code) => ({ item: idOf(code), quantity: 4, unit: '盒', price: 1500 }))
  const { id, number: part } = (await call('supplies.requestPurchase', { lines })) as { id: string; number: string }
  await change('A0008')
  await open(part)
  await expect(page.getByTestId('approved').first()).toBeFocused()
  await page.keyboard.type('3')
  const struck = page.getByRole('dialog').locator('.slip-line[data-item="BUY-2"]')
  await struck.getByTestId('strike').click()
  await expect(struck.locator('.is-struck')).toBeVisible()
  await expect(page.getByTestId('purchase-approved-amount')).toContainText('¥45.00')
  await page.screenshot({ path: test.info().outputPath('decide.png') })
  await page.keyboard.press('Control+Enter')
  await expect(state()).toHaveText('已批准')
  const table = page.getByTestId('purchase-lines')
  await expect(table.locator('tr[data-item="BUY-1"]')).toContainText('3 盒')
  await expect(table.locator('tr[data-item="BUY-2"]')).toHaveClass(/is-struck/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await change('A0009')
  await call('supplies.receive', {
    purchase: id,
    lines: [{ item: idOf('BUY-1'), quantity: 3, unit: '盒', price: 1440 }],
  })
  await open(part)
  await expect(state()).toHaveText('已到齐')
  await expect(page.locator('.history [data-kind="stock.received"]')).toContainText(/RK-A-20\d\d-\d{4}/)
  await page.screenshot({ path: test.info().outputPath('history.png') })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('another person approves it, the clerk notes the order', async () => {
  await change('A0008')
  await open(number)
  await expect(state()).toHaveText('待审批')
  await expect(page.getByTestId('approved').first()).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(state()).toHaveText('已批准')
  // No key reaches the window from under the drawer.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await change('A0009')
  await open(number)
  await expect(state()).toHaveText('已批准')
  await page.keyboard.press('o')
  await expect(page.getByTestId('order-reference')).toBeFocused()
  await page.keyboard.type('PO-77')
  await page.keyboard.press('Control+Enter')
  await expect(state()).toHaveText('已下单')
})

test('one key takes its open lines into the receipt, which tells more and dearer than asked', async () => {
  await page.keyboard.press('r')
  await expect(lineOf('BUY-1').getByTestId('quantity')).toHaveValue('8')
  await expect(lineOf('BUY-2').getByTestId('quantity')).toHaveValue('8')
  await expect(page.getByTestId('supplier')).toHaveValue('阿尔法试供')
  await lineOf('BUY-1').getByTestId('quantity').fill('9')
  await lineOf('BUY-1').getByTestId('price').fill('16.5')
  await lineOf('BUY-2').getByTestId('quantity').fill('3')
  const against = page.getByTestId('against').locator('li[data-item="BUY-1"]')
  await expect(against).toContainText('超出申请 12 支')
  await expect(against).toContainText('贵 10.0%')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/RK-A-20\d\d-\d{4}/)
  await open(number)
  await expect(state()).toHaveText('部分到货')
  const row = (code: string) => page.getByRole('dialog').locator(`tr[data-item="${code}"]`)
  await expect(row('BUY-1')).toContainText('多到 12 支')
  await expect(row('BUY-2')).toContainText('60 支')
})

test('the item shows what it cost before, the last change first', async () => {
  await page.keyboard.press('Escape')
  await open('BUY-1')
  await expect(page.getByTestId('prices').locator('li').first()).toContainText('+14.6%')
})
