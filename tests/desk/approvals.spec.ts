/** Approving by keyboard: what is mine, several at once, a route, an absence, counting while stamping, an emergency, a blank document. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await page.setViewportSize({ width: 1366, height: 768 })
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn('A0008')
})
test.afterAll(() => desk.close())

const pictures = process.env['SEALBOOK_PICTURES']
/** Kept only where a folder is named, for eyes. */
const look = async (name: string): Promise<void> => {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

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

const pick = async (testId: string, text: string, title: string): Promise<void> => {
  await page.getByTestId(testId).locator('input').focus()
  await page.keyboard.type(text)
  await expect(page.getByTitle(title, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { operation, input },
  )

const sealOf = async (code: string): Promise<string> =>
  ((await call('seals.get', { sealCode: code })) as { seal: { id: string } }).seal.id

const grid = () => page.getByRole('grid', { name: '批量审批' })

test('mine comes first, and several are approved together with their differences in sight', async () => {
  await page.locator('[data-register=seals]').click()
  await expect(page.getByText('待我审批')).toBeVisible()
  await expect(page.getByRole('row', { name: '社保缴纳证明' })).toBeVisible()
  await look('mine')
  keys = 0
  await press('b')
  await expect(grid()).toBeFocused()
  await expect(grid().locator('td.is-other').first()).toContainText('上次')
  await press('a')
  await look('batch')
  await press('Control+Enter')
  await expect(page.getByText('已批准 YS-')).toBeVisible()
  expect(keys).toBe(3)
  await look('batch-done')
})

test('a route is set, tells bad ones by name, and the next request waits for its first step', async () => {
  await change('A0002')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '审批路线' }).click()
  await expect(page.getByRole('row', { name: '大额合同会签' })).toBeVisible()
  await look('routes')
  await page.keyboard.press('n')
  await page.getByTestId('route-name').fill('人事章')
  await pick('route-seal-0', 'RS01', '人事专用章')
  await page.getByTestId('route-from').fill('500')
  await page.getByTestId('route-to').fill('300')
  await pick('route-people-0-0', '方志远', '方志远')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=route-amounts-reversed]')).toBeVisible()
  await look('route-sheet')
  await page.getByTestId('route-from').fill('')
  await page.getByTestId('route-to').fill('')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: '人事章' })).toBeVisible()
  const asked = await call('seals.requestSubmit', {
    lines: [{ seal: await sealOf('RS01'), perCopy: 2 }],
    category: 'certificate',
    document: { title: '工作证明' },
    copies: 3,
  })
  await page.getByRole('button', { name: '申请与审批' }).click()
  await expect(page.getByRole('row', { name: String(asked['number']) })).toContainText('待方志远审批')
  await look('list')
})

test('who is away has a stand-in, and the approval says for whom', async () => {
  await change('A0004')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '审批路线' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await pick('absence-stand-in', '许国栋', '许国栋')
  await page.getByTestId('absence-from').fill('0')
  await page.getByTestId('absence-to').fill('+2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('row', { name: /^方志远/ })).toContainText('外出中')
  await look('absences')
  await change('A0008')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('row', { name: '工作证明' }).click()
  await expect(page.getByText('代 方志远 批').first()).toBeVisible()
  await look('drawer')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-step="0"]')).toContainText('许国栋 批准 · 代 方志远 批')
})

test('the request goes out on paper from its drawer, counted, with its decisions in their places', async () => {
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 })
  await look('request-paper')
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('preview-sent')).toContainText('第 1 次打印')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('preview-pages')).toBeHidden()
  await expect(page.locator('[data-step="0"]')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the form says who will have to approve before it is submitted, and who stands in', async () => {
  await change('A0007')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '申请与审批' }).click()
  await page.getByTestId('request-new').click()
  await expect(page.getByText('这里显示提交后由谁审批')).toBeVisible()
  await pick('request-seal-0', 'RS01', '人事专用章')
  // Nobody is told before it is known what it is: the approvers depend on it.
  await expect(page.getByTestId('request-route')).toHaveCount(0)
  await page.getByTestId('request-category').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '合同' }).click()
  // A contract whose amount is not known takes the strictest route; a certificate has none to know.
  await expect(page.getByTestId('request-route')).toContainText('大额合同会签')
  await expect(page.locator('[data-awaited="0"]')).toContainText('总经理')
  await page.getByTestId('request-category').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '证明' }).click()
  await expect(page.getByTestId('request-route')).toContainText('人事章')
  await expect(page.locator('[data-awaited="0"]')).toContainText('方志远（外出中，由许国栋代批）')
  await page.getByTestId('request-route').scrollIntoViewIfNeeded()
  await look('request-route')
  await pick('request-applicant', '方志远', '方志远')
  await expect(page.getByTestId('request-route').locator('[data-fault=route-needs-other]')).toBeVisible()
  await look('request-route-refused')
})

test('counted while stamping: made, spoiled with its reason, left, and the rest another time', async () => {
  await page.keyboard.press('F2')
  await pick('use-basis', '工作证明', '工作证明')
  await expect(page.getByTestId('use-do')).toBeFocused()
  const counts = page.getByTestId('use-counts-RS01')
  await expect(counts).toHaveText('批准 6 · 已盖 0 · 作废 0 · 余 6')
  for (const key of ['+', '+', 'x', '+', '-']) await page.keyboard.press(key)
  await expect(counts).toHaveText('批准 6 · 已盖 2 · 作废 1 · 余 3')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=spoiled-reason-needed]')).toBeVisible()
  await expect(page.getByTestId('use-spoiled-reason-RS01')).toBeFocused()
  await page.keyboard.type('盖歪了')
  await look('counting')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/RS01-/)
  await pick('use-basis', '工作证明', '工作证明')
  await expect(counts).toHaveText('批准 6 · 已盖 2 · 作废 1 · 余 3')
})

test('what a rule stops is sealed in an emergency only, with a reason and a second person who has no part in it', async () => {
  const seal = await sealOf('RS01')
  await call('seals.requestSubmit', { lines: [{ seal }], category: 'other', document: { title: '急件说明函' } })
  await page.keyboard.press('F2')
  await pick('use-basis', '急件说明函', '急件说明函')
  await expect(page.getByTestId('use-do')).toBeDisabled()
  await page.keyboard.press('F8')
  await page.getByTestId('emergency-reason').fill('客户今晚截标，审批人在飞机上')
  await page.getByTestId('emergency-staff-no').fill('A0007')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=second-not-independent]')).toBeVisible()
  await look('emergency')
  await page.getByTestId('emergency-staff-no').fill('A0004')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/RS01-/)
  const { rows } = (await call('exceptions.list', {})) as { rows: { kind: string }[] }
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['override', 'spoiled']))
})

test('a blank document is never sealed, and that it was brought is kept', async () => {
  await pick('use-basis', '工作证明', '工作证明')
  await page.getByTestId('use-blank').click()
  await expect(page.getByTestId('use-do')).toBeDisabled()
  await expect(page.getByTestId('use-emergency')).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(page.getByTestId('use-blank-recorded')).toBeVisible()
  await look('blank')
  const { rows } = (await call('exceptions.list', {})) as { rows: { kind: string }[] }
  expect(rows.map(({ kind }) => kind)).toContain('blank-document')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('工作证明')
  await page.getByText('空白文件拒盖').first().click()
  await expect(page.locator('[data-kind="seal.blank-refused"]')).toBeVisible()
})
