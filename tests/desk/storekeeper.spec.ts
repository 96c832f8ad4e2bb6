/**
 * The storekeeper's month in the real window: bought, issued, asked for, returned, counted, closed and recounted.
 *
 * As a test it asserts every step; in `npm run demo` it is the chapter behind the day and leaves its pictures in `demo/`.
 */
// Long because: the chapters are one month at one counter, each going on from what the one before left.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, officeDate, openDesk, seat, type OpenDesk } from './app.ts'
import { continueGallery, type Gallery } from './gallery.ts'

let desk: OpenDesk
let page: Page
let gallery: Gallery

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = process.env['SEALBOOK_DEMO'] ?? test.info().outputPath('month')
  gallery = continueGallery(folder, '库管员的一个月 · a month of the storekeeper')
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  // Where the paper would come out; what is printed is tested with the documents.
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn(storekeeper)
  await prepare()
})
test.afterAll(async () => {
  gallery.close()
  await desk.close()
})

/** Who acts in the story, by the staff numbers of the example. */
const [storekeeper, colleague, supervisor, finance] = ['A0009', 'A0003', 'A0004', 'A0008']

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

/** Calls through the same bridge as the pages, for what this story starts from and for what it is held against. */
const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async ([name, given]) => {
      const reply = await globalThis.sealbook.call(name, given, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    [operation, input] as const,
  )

const scanned = { clip: '690100000011', flag: '690100000022', eraser: '690100000033' } as const

/** Three things on a shelf of their own: two lie below their minimum, one has a quota. */
const prepare = async (): Promise<void> => {
  const supplier = '清河文具商行'
  for (const [code, name, barcode, more] of [
    ['YG-01', '月光长尾夹 32mm', scanned.clip, { min: 20, max: 100, quota: 3 }],
    ['YG-02', '月光索引贴', scanned.flag, { min: 20, max: 100 }],
    ['YG-03', '月光白板擦', scanned.eraser, {}],
  ] as const) {
    const { id } = await call('supplies.addItem', {
      code,
      name,
      unit: '个',
      packs: [{ unit: '盒', factor: 12 }],
      barcodes: [{ code: barcode, unit: '个', amount: 1 }],
      location: 'Y9/01',
      supplier,
      suppliers: [{ name: supplier, unit: '盒', price: 1500, leadDays: 5 }],
      ...more,
    })
    const quantity = code === 'YG-03' ? 4 : 12
    await call('supplies.receive', { supplier, lines: [{ item: id, quantity, unit: '个', price: 120 }] })
  }
}

const press = (key: string): Promise<void> => page.keyboard.press(key)
const type = (text: string): Promise<void> => page.keyboard.type(text)
const done = () => page.getByTestId('done-number')
const drawer = () => page.getByRole('dialog').first()
const lineOf = (code: string) => page.locator(`.slip-line[data-item="${code}"]`)

/** The number that was just given, of this form. */
const given = async (form: RegExp): Promise<string> => {
  await expect(done()).toContainText(form)
  return form.exec((await done().textContent()) ?? '')?.[0] ?? ''
}

/** Opens a page or a record by what the one box finds first under its name. */
const open = async (text: string): Promise<void> => {
  await press('Control+k')
  await type(text)
  await expect(page.locator('.hit.is-active')).toContainText(text)
  await press('Enter')
  await expect(page.locator('.cover.is-middle')).toHaveCount(0)
}

/** Opens a page; its keys are heard once its head stands there. */
const openPage = async (title: string): Promise<void> => {
  await open(title)
  await expect(page.locator('.page-head h1')).toHaveText(title)
}

/** Closes the drawer: no key reaches the window from under it. */
const leaveDrawer = async (): Promise<void> => {
  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Opens the counter for this person. */
const begin = async (staffNo: string): Promise<void> => {
  await press('F3')
  await expect(page.getByTestId('recipient')).toBeFocused()
  await type(`${staffNo}\n`)
  await expect(page.getByTestId('receiver')).toContainText(staffNo)
  await expect(page.getByTestId('scan')).toBeFocused()
}

/** Shows the document on screen, saves it with Ctrl+S, and returns its text as an outside reader sees it. */
const savePdf = async (name: string, text: string, shown: string): Promise<string> => {
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  // Before saving: the line that says where it lies would show a folder of this machine.
  await gallery.shot(page, `${name}-preview`, shown)
  const path = join(seat.home, 'files', `${name}.pdf`)
  await desk.answerSave(path)
  await press('Control+s')
  await expect(page.getByTestId('preview-sent')).toContainText(`${name}.pdf`)
  gallery.pdf(path, name, text)
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
}

const stockOf = async (code: string): Promise<number | undefined> =>
  ((await call('supplies.scan', { text: code })) as { item?: { stock: number } }).item?.stock

test('what runs low is suggested with its reason and becomes a purchase request', async () => {
  await openPage('补货建议')
  const suggestion = (code: string) => page.locator(`.suggestion[data-item="${code}"]`)
  await expect(suggestion('YG-01')).toContainText('现存 12 个，低于下限 20')
  await suggestion('YG-01').focus()
  // All of the supplier, whose row has the focus.
  await press('a')
  await expect(suggestion('YG-01')).toBeChecked()
  await expect(suggestion('YG-02')).toBeChecked()
  await gallery.shot(page, 'suggestions', '补货建议：每一行都说明为什么，按供应商勾选。')
  await press('Control+Enter')
  await expect(lineOf('YG-01').getByTestId('quantity')).toHaveValue('8')
  await expect(page.getByTestId('purpose')).toBeFocused()
  await type('月度补货')
  await press('Control+Enter')
  await given(/CG-A-20\d\d-\d{4}/)
  await gallery.shot(page, 'purchase', '一键成采购申请，编号已给出。')
})

test('another person approves the purchase, and what comes is received against it', async () => {
  const number = await given(/CG-A-20\d\d-\d{4}/)
  const state = () => page.getByTestId('purchase-state')
  await change(finance)
  await open(number)
  await expect(state()).toHaveText('待审批')
  await gallery.shot(page, 'purchase-approval', '财务总监审批采购申请。')
  await press('Control+Enter')
  await expect(state()).toHaveText('已批准')
  await leaveDrawer()
  await change(storekeeper)
  await open(number)
  await expect(state()).toHaveText('已批准')
  await press('r')
  await expect(lineOf('YG-01').getByTestId('quantity')).toHaveValue('8')
  await expect(lineOf('YG-02').getByTestId('quantity')).toHaveValue('8')
  await lineOf('YG-02').getByTestId('quantity').fill('3')
  await gallery.shot(page, 'receipt', '按采购申请入库：到多少、差多少，当场看见。')
  await press('Control+Enter')
  await given(/RK-A-20\d\d-\d{4}/)
  expect(await stockOf('YG-01')).toBe(12 + 8 * 12)
  await open(number)
  await expect(state()).toHaveText('部分到货')
  await gallery.shot(page, 'partly-received', '采购申请：部分到货，还差多少写在行上。')
  await leaveDrawer()
})

test('more is asked for than lies there: a part goes out, and the rest is promised', async () => {
  await begin(colleague)
  await type(`${scanned.eraser}\n*3\n/5\n`)
  await expect(lineOf('YG-03').getByTestId('asked')).toContainText('申领 5 个，余 2 个')
  await press('Enter')
  await expect(page.getByTestId('promised')).toBeFocused()
  await type('+7')
  await gallery.shot(page, 'promise', '部分发放：先发三个，其余约好日期补发。')
  await press('Enter')
  await given(/LY-A-20\d\d-\d{4}/)
  await expect(page.locator('.success-line')).toContainText('补发')
})

test('above the quota a reason is asked for, and one key takes a wrong slip back', async () => {
  await begin(colleague)
  await type(`${scanned.clip}\n*5\n`)
  await expect(lineOf('YG-01').getByTestId('quota')).toContainText('超定额')
  await press('Enter')
  await expect(page.getByTestId('reason')).toBeFocused()
  await type('年终装订')
  await gallery.shot(page, 'quota-reason', '超过本月定额：写明原因才发。')
  await press('Enter')
  await given(/LY-A-20\d\d-\d{4}/)
  await begin(colleague)
  await type(`${scanned.flag}\n*2\n\n`)
  await given(/LY-A-20\d\d-\d{4}/)
  const before = await stockOf('YG-02')
  await press('F9')
  await expect(page.getByTestId('undo-reason')).toBeFocused()
  await gallery.shot(page, 'undo', '发错了：F9 一键冲销，原单号留着。')
  await press('Enter')
  await given(/CX-A-20\d\d-\d{4}/)
  expect(await stockOf('YG-02')).toBe((before ?? 0) + 2)
})

let issued = ''

test('a colleague asks, the supervisor approves a part, the storekeeper issues it', async () => {
  await change(colleague)
  await openPage('申领单')
  await press('n')
  await expect(page.getByTestId('scan')).toBeFocused()
  await type(`${scanned.flag}\n*6\n`)
  await page.getByTestId('ask-purpose').fill('合同归档')
  await gallery.shot(page, 'ask', '同事在自己的工位上申领。')
  await press('Control+Enter')
  const number = await given(/SL-A-20\d\d-\d{4}/)
  await change(supervisor)
  await open(number)
  await expect(page.getByTestId('approved')).toBeFocused()
  await type('4')
  await gallery.shot(page, 'ask-approval', '主管批准其中四个。')
  await press('Control+Enter')
  await expect(drawer().getByTestId('request-lines')).toContainText('6 个4 个0 个4 个')
  await leaveDrawer()
  await change(storekeeper)
  await open(number)
  await expect(drawer().getByTestId('request-lines')).toContainText('6 个4 个0 个4 个')
  await press('F3')
  await expect(lineOf('YG-02').getByTestId('quantity')).toHaveValue('4')
  await press('Control+Enter')
  issued = await given(/LY-A-20\d\d-\d{4}/)
  await open(number)
  await expect(drawer().getByTestId('request-lines')).toContainText('6 个4 个4 个0 个')
  await gallery.shot(page, 'asked-approved-issued', '申领、批准、已发三个数并排。')
  await leaveDrawer()
})

test('what is not needed comes back', async () => {
  const before = await stockOf('YG-02')
  await open('退库')
  await expect(page.getByTestId('original')).toBeFocused()
  await type(`${issued}\n`)
  await expect(page.getByTestId('back').first()).toBeFocused()
  await type('1')
  await gallery.shot(page, 'return', '退库：凭原单号，退多少填多少。')
  await press('Control+Enter')
  await given(/TK-A-20\d\d-\d{4}/)
  expect(await stockOf('YG-02')).toBe((before ?? 0) + 1)
})

/** Opens the list of stocktakes by the rail; what the box finds first depends on the example. */
const openStocktakes = async (): Promise<void> => {
  await press('Alt+3')
  // Folded under its heading, unless one of its pages is open.
  const heading = page.locator('nav.rail [data-heading="supplies.rail.count"]')
  if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click()
  await page.locator('nav.rail').getByRole('button', { name: '盘点', exact: true }).click()
  await expect(page.getByRole('grid', { name: '盘点' })).toBeVisible()
}
const stocktakeState = () => page.getByTestId('stocktake-state')
let stocktake = ''

test('one shelf is counted, and what is missing gets its cause', async () => {
  await openStocktakes()
  await press('n')
  await expect(page.getByTestId('plan-do')).toBeEnabled()
  await type('Y9/01')
  await press('Enter')
  await expect(page.getByTestId('plan-lines')).toContainText('3')
  await press('Escape')
  await gallery.shot(page, 'stocktake-plan', '盘点一个货位。')
  await press('Control+Enter')
  await expect(stocktakeState()).toHaveText('盘点中')
  stocktake = (await page.locator('.page-head h1').textContent()) ?? ''
  expect(stocktake).toMatch(/^PD-A-\d{4}-\d{4}$/)
  await expect(page.getByTestId('count')).toBeFocused()
  const less = ((await stockOf('YG-01')) ?? 0) - 2
  for (const [place, count] of [String(less), '=', '='].entries()) {
    await type(`${count}\n`)
    await expect(page.getByTestId('count-progress')).toHaveText(`${place + 1} / 3`)
  }
  await gallery.shot(page, 'stocktake-count', '逐行录入：数字，或一个等号表示与账面相同。')
  await press('F8')
  await expect(page.getByTestId('variance-totals')).toContainText('盘亏 1 行')
  await gallery.shot(page, 'stocktake-variance', '差异：盘盈盘亏各几行、值多少。')
  await press('Control+Enter')
  await expect(page.getByTestId('step-do')).toBeVisible()
  await type('破损')
  await press('Control+Enter')
  await expect(stocktakeState()).toHaveText('待审批')
})

test('the difference is approved by another person and posted', async () => {
  const take = () => page.getByRole('row').filter({ hasText: stocktake })
  const before = await stockOf('YG-01')
  await change(finance)
  await openStocktakes()
  await take().click()
  await expect(stocktakeState()).toHaveText('待审批')
  await press('Control+Enter')
  await expect(page.getByTestId('opinion')).toBeFocused()
  await press('Control+Enter')
  await expect(stocktakeState()).toHaveText('待过账')
  await change(storekeeper)
  await openStocktakes()
  await take().click()
  await expect(stocktakeState()).toHaveText('待过账')
  await press('Control+Enter')
  await expect(page.getByTestId('step-do')).toBeVisible()
  await press('Control+Enter')
  await expect(stocktakeState()).toHaveText('已过账')
  await expect(page.locator('.take-slip')).toHaveText([/^PK-A-\d{4}-\d{4}$/])
  await gallery.shot(page, 'stocktake-posted', '另一人批准后过账，生成盘亏单。')
  expect(await stockOf('YG-01')).toBe((before ?? 0) - 2)
})

test('the ledger of the item recounts, and so does the whole stock', async () => {
  await change('A0002')
  await openPage('存货明细账')
  await page.getByTestId('ledger-item').locator('input').fill('月光长尾夹')
  await expect(page.locator('.picker-option').first()).toContainText('月光长尾夹')
  await press('Enter')
  await expect(page.getByTestId('ledger-recount')).toContainText('与账面结存一致')
  await page.getByTestId('recount-stock').click()
  await expect(page.getByTestId('stock-recounted')).toContainText('全部一致')
  await gallery.shot(page, 'ledger', '存货明细账：每一笔之后的结存，重新数过，与账面一致。')
})

/** The month before this date's. */
const monthBefore = (date: string): string => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

test('the last month is closed, and its sheet lies on the screen as the PDF it is', async () => {
  const last = monthBefore(await officeDate(page))
  await openPage('月结')
  await expect(page.getByTestId('stock-preview')).toContainText('移动加权平均')
  await expect(page.getByTestId('stock-month')).toHaveValue(last)
  await gallery.shot(page, 'month-end', '月结：结转前先看到期初、收、发、结存。')
  await press('Control+Enter')
  const number = await given(/KJ-A-\d{4}-\d{4}/)
  await change(supervisor)
  await open(number)
  await expect(page.getByTestId('stock-countersign')).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByTestId('stock-countersign')).toHaveCount(0)
  await gallery.shot(page, 'month-countersigned', '主管复核签字。')
  await press('Control+p')
  const text = await savePdf('stock-closing', '库存月结表', '库存月结表的预览就是 PDF 本身。')
  expect(text).toContain(number)
  expect(text).toMatch(new RegExp(last.replace(/-0?/, '(-0?|年0?)')))
})
