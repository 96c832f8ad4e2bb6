/** The seal desk by keyboard alone: a walk-in, a refusal, a request of its way to the chop, a void; keys are counted. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

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
  // An approver says who may sign; the custodian who seals could not.
  await signIn('A0004')
  await prepare()
  await change('A0002')
})
test.afterAll(() => desk.close())

/** Keys pressed beyond what is typed. */
let keys = 0
const press = async (name: string): Promise<void> => {
  keys += 1
  await page.keyboard.press(name)
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

/** Types into a picker as a scanner would, and takes the first answer. */
const pick = async (testId: string, text: string, title: string): Promise<void> => {
  const field = page.getByTestId(testId).locator('input')
  await field.focus()
  await page.keyboard.type(text)
  await expect(page.getByTitle(title, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Calls through the same bridge as the pages, for what this story starts from. */
const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { operation, input },
  )

const prepare = async (): Promise<void> => {
  const { rows } = (await call('people.list', { limit: 50 })) as { rows: { id: string; staffNo: string }[] }
  const handler = rows.find(({ staffNo }) => staffNo === 'A0003')?.id
  const common = { type: 'other', counterparty: '昆山晨曦纸品有限公司', handler, copies: 2 }
  await call('contracts.add', { ...common, number: 'DESK-1', name: '纸品年度框架协议', amount: 1_000_000 })
  await call('contracts.add', { ...common, number: 'DESK-2', name: '厂房改造框架协议', amount: 9_000_000_000 })
  const delegation = {
    kind: 'standing',
    delegator: 'office',
    delegate: handler,
    actions: ['sign', 'seal'],
    contractTypes: ['other'],
  }
  await call('delegations.issue', { ...delegation, limit: 5_000_000, validFrom: '2026-01-01' })
}

const doneNumber = () => page.getByTestId('done-number')
const light = () => page.getByRole('complementary')

test('a walk-in within authority is sealed with at most eight keys, on one screen', async () => {
  keys = 0
  await press('F2')
  await expect(page.getByTestId('use-basis').locator('input')).toBeFocused()
  await page.keyboard.type('DESK-1')
  await expect(page.getByTitle('纸品年度框架协议')).toBeVisible()
  await press('Enter')
  await expect(light().locator('[data-verdict=permitted]')).toBeVisible()
  await expect(light()).toContainText('林秀英')
  await expect(page.getByTestId('use-copies')).toBeFocused()
  await page.keyboard.type('2')
  await press('Control+Enter')
  await expect(doneNumber()).toContainText(/HT01-20\d\d-\d{4}/)
  await press('Control+p')
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
  expect(keys).toBeLessThanOrEqual(8)
})

test('outside authority the light is red with its reason, and no key seals it', async () => {
  await page.keyboard.type('DESK-2')
  await expect(page.getByTitle('厂房改造框架协议')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(light().locator('[data-verdict=outside]')).toBeVisible()
  await expect(light()).toContainText('¥50,000.00')
  await expect(page.getByTestId('use-do')).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(doneNumber()).toHaveCount(0)
})

test('a clerk asks, someone else approves, and with at most four keys it is sealed and its slip printed', async () => {
  await change('A0003')
  await page.getByRole('button', { name: '申请与审批' }).or(page.locator('[data-register=seals]')).first().click()
  await page.getByTestId('request-new').click()
  await page.getByTestId('request-title').fill('在职证明（签证用）')
  await pick('request-seal-0', 'rszyz', '人事专用章')
  await page.getByRole('combobox').first().click()
  await page.getByTitle('证明', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  const number = /YS-A-\d{4}-\d{4}/.exec((await doneNumber().textContent()) ?? '')?.[0] ?? ''
  expect(number).not.toBe('')

  await change('A0004')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('row', { name: number }).click()
  await expect(page.getByTestId('request-approve')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已批准，由盖章人按 F2 用印。')).toBeVisible()
  await page.keyboard.press('Escape')

  await change('A0002')
  keys = 0
  await press('F2')
  await expect(page.getByTestId('use-basis').locator('input')).toBeFocused()
  // As a scanner does: Enter at once, before the answer is on screen.
  await page.keyboard.type(number)
  await press('Enter')
  await expect(light().locator('[data-request-status=approved]')).toContainText('同意')
  await expect(page.getByTestId('use-do')).toBeFocused()
  await press('Enter')
  await expect(doneNumber()).toContainText(/RS01-20\d\d-\d{4}/)
  await press('Control+p')
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
  expect(keys).toBeLessThanOrEqual(4)
})

test('a void keeps its number, struck through in the book, and the month counts it apart', async () => {
  const number = /RS01-\d{4}-\d{4}/.exec((await doneNumber().textContent()) ?? '')?.[0] ?? ''
  await page.getByRole('button', { name: '用印登记簿' }).click()
  const row = page.getByRole('row', { name: number })
  await row.click()
  await page.getByTestId('use-void').click()
  await page.keyboard.type('证明日期写错')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('证明日期写错').first()).toBeVisible()
  await expect(page.locator('[data-kind="seal.use-voided"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row).toHaveClass(/is-struck/)
  await page.getByTestId('book-seal').click()
  await page.keyboard.type('RS01')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('book-totals')).toContainText('作废登记 1 笔')
  await page.keyboard.press('Escape')
})

test('the file that was approved is told from another one before it is sealed', async () => {
  const folder = newFolder('files')
  const [right, wrong] = ['approved.pdf', 'other.pdf'].map((name) => join(folder, name)) as [string, string]
  writeFileSync(right, '%PDF-1.7 approved')
  writeFileSync(wrong, '%PDF-1.7 other')
  giveToDesk(folder)
  const sha256 = createHash('sha256').update('%PDF-1.7 approved').digest('hex')
  const { seal } = (await call('seals.get', { sealCode: 'RS01' })) as { seal: { id: string } }
  const document = { title: '劳动合同变更协议', sha256 }
  const asked = await call('seals.requestSubmit', { lines: [{ seal: seal.id }], category: 'other', document })
  await change('A0004')
  await call('seals.requestApprove', { id: asked['id'] })
  await change('A0002')
  await page.keyboard.press('F2')
  await pick('use-basis', String(asked['number']), '劳动合同变更协议')
  await desk.answerOpen(wrong)
  await page.getByTestId('file-choose').click()
  await expect(page.locator('[data-fault=document-differs]')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('form [data-fault=document-differs]').first()).toBeVisible()
  await expect(doneNumber()).toHaveCount(0)
  await desk.answerOpen(right)
  await page.getByTestId('file-choose').click()
  await expect(page.getByTestId('file-hash')).toContainText('与批准的文件一致')
  await page.keyboard.press('Control+Enter')
  await expect(doneNumber()).toContainText(/RS01-20\d\d-\d{4}/)
})

test('the month of the book shows as the PDF it prints', async () => {
  await page.getByRole('button', { name: '用印登记簿' }).click()
  await page.getByTestId('book-seal').click()
  await page.keyboard.type('RS01')
  await page.keyboard.press('Enter')
  await page.getByTestId('book-print').click()
  await expect(page.locator('[data-testid=pdf-page][data-drawn=true]').first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('what was changed elsewhere while the sheet was open is told, and gone over only by confirming once more', async () => {
  const { rows } = (await call('seals.book', { limit: 50, direction: 'backward' })) as {
    rows: { id: string; number: string; status: string }[]
  }
  const use = rows.find(({ number, status }) => number.startsWith('RS01') && status === 'used')
  if (!use) throw new Error('nothing was sealed with it')
  await page.getByRole('row', { name: use.number }).click()
  await expect(page.getByTestId('use-correct')).toBeVisible()
  await page.keyboard.press('c')
  await page.getByTestId('correct-remarks').fill('本窗口的备注')
  const seen = await call('seals.useGet', { id: use.id })
  const change = { remarks: '另一窗口的备注' }
  await call('seals.useCorrect', { id: use.id, basedOn: seen['heads'], reason: '另一窗口更正', change })
  await expect(page.getByText('另一窗口更正').first()).toBeVisible()
  await page.locator('.confirm-reason textarea').fill('补记备注')
  await page.keyboard.press('Control+Enter')
  const fault = page.locator('[data-fault=use-changed]')
  await expect(fault).toContainText('另一窗口更正')
  await expect(fault.getByRole('listitem')).toHaveText('备注')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.confirm-reason')).toHaveCount(0)
  const { use: now } = (await call('seals.useGet', { id: use.id })) as { use: { remarks: string } }
  expect(now.remarks).toBe('本窗口的备注')
  await page.keyboard.press('Escape')
})

test('the cabinet shows each seal with its impression, drawn', async () => {
  await page.getByRole('button', { name: '印章柜' }).click()
  await expect(page.locator('[data-seal]')).toHaveCount(12)
  const widths = () =>
    page
      .locator('[data-seal] img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))
  await expect.poll(async () => (await widths()).filter((width) => width > 0).length).toBe(12)
})
