/** Where the hands land and what the eye keeps: the verdict stays before the chop, a list has its keys, an empty field is told by its name. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let number = ''

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await signIn('A0003')
  number = await askForThreeSeals()
  await change('A0004')
  const found = (await call('seals.requestGet', { number })) as { request: { id: string } }
  await call('seals.requestApprove', { id: found.request.id })
  await change('A0002')
})
test.afterAll(() => desk.close())

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

const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
      return reply.value as Record<string, unknown>
    },
    { operation, input },
  )

/** So many seals that the form is longer than the window. */
const askForThreeSeals = async (): Promise<string> => {
  const { rows } = (await call('seals.list', { limit: 50 })) as { rows: { id: string; code: string }[] }
  const lines = ['HT01', 'HT02', 'RS01'].map((code) => ({ seal: rows.find((one) => one.code === code)?.id }))
  const document = { title: '三章同用的承诺书' }
  const made = await call('seals.requestSubmit', { lines, category: 'other', document, copies: 2, purpose: '投标' })
  return String(made['number'])
}

const atHand = async (): Promise<void> => {
  await page.keyboard.press('F2')
  await expect(page.getByTestId('use-basis').locator('input')).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('use-do')).toBeFocused()
}

const stayInSight = async (): Promise<void> => {
  await expect(page.locator('[data-request-status=approved]')).toBeInViewport({ ratio: 0.5 })
  await expect(page.getByTestId('use-do')).toBeInViewport({ ratio: 0.9 })
}

test('however many seals a request names, the verdict and the chop are on screen together', async () => {
  await atHand()
  await stayInSight()
  await page.getByTestId('use-remarks').focus()
  await stayInSight()
  await page.screenshot({ path: test.info().outputPath('chop.png') })
})

test('at twice the size as well', async () => {
  const zoom = (factor: number) =>
    desk.app.evaluate(
      ({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by),
      factor,
    )
  await zoom(2)
  await stayInSight()
  await page.screenshot({ path: test.info().outputPath('twice.png') })
  await zoom(1)
})

test('the book opened with the mouse has its keys: x exports, and no filter swallows it', async () => {
  await page.locator('button[data-page="seals.book"]').click()
  await expect(page.getByRole('grid', { name: '用印登记簿' })).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByText('Excel（.xlsx）')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a refusal below a long form comes into sight above its button', async () => {
  const { rows } = (await call('contracts.list', { limit: 1 })) as { rows: { number: string }[] }
  await page.keyboard.press('Escape')
  await page.locator('[data-register=contracts]').click()
  await page.locator('button[data-page="contracts.list"]').click()
  await page.getByRole('grid', { name: '合同登记簿' }).focus()
  await page.keyboard.press('n')
  await page.getByTestId('contract-number').fill(rows[0]?.number ?? '')
  await page.getByTestId('contract-name').fill('同号合同')
  await page.getByTestId('contract-counterparty').fill('某某公司')
  await page.keyboard.press('Control+Enter')
  const refusal = page.locator('[data-fault=contract-number-taken]')
  await expect(refusal).toBeInViewport({ ratio: 1 })
  // Not under the button that stays in sight, either.
  const edgesOf = async (part: Locator) => (await part.boundingBox()) ?? { y: Number.NaN, height: 0 }
  const button = await edgesOf(page.getByTestId('contract-do'))
  await expect
    .poll(async () => {
      const { y, height } = await edgesOf(refusal)
      return y + height
    })
    .toBeLessThan(button.y)
  await page.screenshot({ path: test.info().outputPath('refused.png') })
  await page.keyboard.press('Escape')
  await page.locator('[data-register=seals]').click()
})

test('a person left out of a handover is told as missing, under the name the form gives', async () => {
  await page.locator('button[data-page="seals.out"]').click()
  await page.getByTestId('handover-new').click()
  await expect(page.getByTestId('handover-seal').locator('input')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  const fault = page.locator('[data-fault=invalid-input]')
  await expect(fault).toContainText('接收人 · 必填')
  await expect(fault).toContainText('监交人 · 必填')
})
