/** A stocktake by keyboard and scanner in the real app: planned, counted, recounted, approved by another person, posted. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(300))
  page = desk.page
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

const prepare = async (): Promise<void> => {
  const packs = [{ unit: '盒', factor: 12 }]
  for (const number of [1, 2, 3]) {
    const barcodes = [
      { code: `6911000000${number}1`, unit: '支', amount: 1 },
      { code: `6911000000${number}2`, unit: '盒', amount: 1 },
    ]
    const item = { code: `TAKE-${number}`, name: `数点试样${number}`, unit: '支', packs, barcodes, location: 'Y9/01' }
    const { id } = await call('supplies.addItem', item)
    await call('supplies.receive', { lines: [{ item: id, quantity: 24, unit: '支', price: 150 }] })
  }
}

const stateOf = () => page.getByTestId('stocktake-state')
const rowOf = (code: string) => page.locator(`.count-table .table-row[data-item="${code}"]`)

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

/** Opens the list of stocktakes by the rail; what the box finds first depends on the example. */
const openList = async (): Promise<void> => {
  await page.keyboard.press('Alt+3')
  // Folded under its heading, unless one of its pages is open.
  const heading = page.locator('nav.rail [data-heading="supplies.rail.count"]')
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click()
  await page.locator('nav.rail').getByRole('button', { name: '盘点', exact: true }).click()
  await expect(page.getByRole('grid', { name: '盘点' })).toBeVisible()
}

const shot = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })
let number = ''

test('is planned for one shelf with the keyboard', async () => {
  await openList()
  await shot('list')
  await page.keyboard.press('n')
  await expect(page.getByTestId('plan-do')).toBeEnabled()
  await page.keyboard.type('Y9/01')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('plan-lines')).toContainText('3')
  await page.keyboard.press('Escape')
  await shot('plan')
  await page.keyboard.press('Control+Enter')
  await expect(stateOf()).toHaveText('盘点中')
  await expect(page.getByTestId('count-progress')).toHaveText('0 / 3')
  number = (await page.locator('.page-head h1').textContent()) ?? ''
  expect(number).toMatch(/^PD-A-\d{4}-\d{4}$/)
})

test('is counted line by line: figures, as the book, packs; what is unclear is not taken', async () => {
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.type('-3')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toHaveValue('-3')
  await page.getByTestId('count').fill('22')
  await page.keyboard.press('Enter')
  await page.keyboard.type('=')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2盒')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count-progress')).toHaveText('3 / 3')
  await expect(rowOf('TAKE-1')).toContainText('22')
  await expect(rowOf('TAKE-2').locator('[data-state=counted]')).toBeVisible()
  await page.keyboard.type('+1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('count')).toHaveAttribute('placeholder', '25')
  await shot('count')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('count')).toHaveAttribute('placeholder', '24')
})

test('is counted by scanner, each scan adds; a code from outside is refused and stays in sight', async () => {
  await page.getByText('扫码加数', { exact: true }).click()
  await expect(page.getByTestId('scan')).toBeVisible()
  await page.getByTestId('scan').focus()
  await page.keyboard.type('691100000032\n')
  await expect(page.getByTestId('count-last')).toContainText('36')
  await page.keyboard.press('Control+z')
  await expect(rowOf('TAKE-3')).toContainText('24')
  await call('supplies.addItem', {
    code: 'TAKE-X',
    name: '范围外物品',
    unit: '支',
    location: 'X1',
    barcodes: [{ code: '691100000091', unit: '支', amount: 1 }],
  })
  await page.keyboard.type('691100000091\n')
  await expect(page.getByTestId('refused-counts')).toContainText('不在')
  await shot('refused')
  await page.keyboard.press('F9')
  await expect(page.getByTestId('refused-counts')).toBeHidden()
})

test('takes in what lies beside the sheet, by key', async () => {
  await page.keyboard.press('F6')
  await expect(page.getByTestId('beside-do')).toBeDisabled()
  await page.keyboard.type('TAKE-X')
  await expect(page.locator('.ant-select-dropdown:visible')).toContainText('范围外物品')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('范围外物品')
  await page.getByTestId('beside-location').fill('Y9/01')
  await page.getByTestId('beside-quantity').fill('2')
  await page.keyboard.press('Control+Enter')
  await expect(rowOf('TAKE-X')).toContainText('2')
  await page.keyboard.press('Control+z')
  await expect(rowOf('TAKE-X')).toHaveCount(0)
})

test('is left and resumed where it stood, recounted and submitted with its cause', async () => {
  await page.keyboard.press('F4')
  await openList()
  await page.getByRole('row').filter({ hasText: number }).click()
  await expect(page.getByTestId('count-progress')).toHaveText('3 / 3')
  await page.keyboard.press('F8')
  await expect(page.getByTestId('variance-totals')).toContainText('盘亏 1 行')
  const grid = page.getByRole('grid', { name: '差异' })
  await grid.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('r')
  await expect(grid.locator('[data-state=recount]')).toBeVisible()
  await shot('recount')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('step-do')).toBeVisible()
  await page.getByTestId('step-do').click()
  await expect(page.locator('[data-fault=counts-unsettled]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await page.getByText('逐行录入', { exact: true }).click()
  await rowOf('TAKE-1').click()
  await expect(page.getByTestId('count')).toBeFocused()
  await page.keyboard.type('22')
  await page.keyboard.press('Enter')
  await expect(rowOf('TAKE-1').locator('[data-state=counted]')).toBeVisible()
  await page.keyboard.press('F8')
  await shot('variance')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('破损')
  await page.keyboard.press('Control+Enter')
  await expect(stateOf()).toHaveText('待审批')
})

test('is approved by another person and posted as slips, once', async () => {
  await change('A0008')
  await openList()
  await page.getByRole('row').filter({ hasText: number }).click()
  await expect(stateOf()).toHaveText('待审批')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('opinion')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(stateOf()).toHaveText('待过账')
  await change('A0009')
  await openList()
  await page.getByRole('row').filter({ hasText: number }).click()
  await expect(stateOf()).toHaveText('待过账')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('step-do')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(stateOf()).toHaveText('已过账')
  await expect(page.locator('.take-slip')).toHaveText([/^PK-A-\d{4}-\d{4}$/])
  await shot('posted')
  const items = (await call('supplies.scan', { text: 'TAKE-1' })) as { item?: { stock: number } }
  expect(items.item?.stock).toBe(22)
})
