/** Month-end by keyboard alone: close the book and print it in at most six keys, countersign it as somebody else. */
import { expect, test, type Page } from '@playwright/test'
import { endOfMonth } from '../../shared/office/dates.ts'
import { exampleOffice, officeDate, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(1500))
  page = desk.page
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn('A0002')
  await closeEmptyOnes()
})
test.afterAll(() => desk.close())

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

let number = ''

test('month-end: what is due stands there, is closed and printed in at most six keys on one screen', async () => {
  keys = 0
  await press('Control+k')
  await page.keyboard.type('结账')
  await expect(page.locator('.hit.is-active')).toContainText('结账')
  await press('Enter')
  await expect(page.getByTestId('closing-preview')).toContainText('批准与实盖核对')
  await page.screenshot({ path: test.info().outputPath('preview.png') })
  await press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/JZ-A-\d{4}-\d{4}/)
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  number = /JZ-A-\d{4}-\d{4}/.exec((await page.getByTestId('done-number').textContent()) ?? '')?.[0] ?? ''
  await press('Control+p')
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
  expect(keys).toBeLessThanOrEqual(6)
  await page.screenshot({ path: test.info().outputPath('closed.png') })
})

test('the running month is refused with its rule, and nothing can be done by key', async () => {
  await page.getByTestId('closing-period').fill((await officeDate(page)).slice(0, 7))
  await expect(page.locator('[data-fault=period-running]')).toBeVisible()
  await expect(page.getByTestId('closing-do')).toBeDisabled()
})

const call = (operation: string, input: unknown): Promise<{ rows: Record<string, unknown>[] }> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as { rows: Record<string, unknown>[] }
    },
    { operation, input },
  )

type Due = { seal: { id: string }; period: string }

const usesIn = async ({ seal, period }: Due): Promise<Record<string, unknown>[]> => {
  const days = { from: `${period}-01`, to: endOfMonth(period) }
  const { rows } = await call('seals.book', { seal: seal.id, ...days, limit: 200 })
  return rows.filter((use) => use['status'] === 'used')
}

/** What is due first is what the story closes: which month that is hangs on the date, so those without a use go before. */
const closeEmptyOnes = async (): Promise<void> => {
  const { rows } = await call('seals.closingsDue', {})
  for (const due of rows as unknown as Due[]) {
    if ((await usesIn(due)).length > 0) return
    await call('seals.close', { seal: due.seal.id, period: due.period })
  }
}

/** A use of the month that was just closed, which nobody voided. */
const closedUse = async (): Promise<string> => {
  const { rows } = await call('seals.closings', { limit: 200 })
  const [use] = await usesIn(rows.find((row) => row['number'] === number) as unknown as Due)
  return String(use?.['number'])
}

test('what its month has closed is corrected only by saying so, by keyboard; the book says it behind the month', async () => {
  const use = await closedUse()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(use)
  // Other papers may bear the seal's code and a like number, and stand before it.
  const hit = page.locator('.hit[data-type=seal_use]').filter({ hasText: use })
  await expect(hit).toBeVisible()
  await hit.click()
  await expect(page.getByTestId('use-correct')).toBeVisible()
  await page.keyboard.press('c')
  await page.getByTestId('correct-remarks').fill('附件另存')
  await page.locator('.confirm-reason textarea').fill('复核时补记')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=use-in-closed-period]')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('refused.png') })
  await page.getByTestId('after-closing').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.confirm-reason')).toHaveCount(0)
  const { rows } = await call('exceptions.list', { kind: 'after-closing', limit: 200 })
  expect(rows.map(({ values }) => (values as { number?: string }).number)).toContain(use)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('use-correct')).toHaveCount(0)
})

test('a supervisor countersigns it, and its sheet shows both', async () => {
  await change('A0004')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.locator('.hit.is-active')).toContainText(number)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closing-countersign')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('closing-countersign')).toHaveCount(0)
  await expect(page.getByTestId('closing-later')).toContainText('复核时补记')
  await page.screenshot({ path: test.info().outputPath('countersigned.png') })
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: test.info().outputPath('sheet.png') })
})

test('the book printed again has the month as it was closed, and a page with what came later', async () => {
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('pdf-page')).toHaveCount(0)
  await page.getByTestId('closing-print-book').click()
  const last = page.getByTestId('pdf-page').last()
  await expect(page.getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true')
  await last.scrollIntoViewIfNeeded()
  await expect(last).toHaveAttribute('data-drawn', 'true')
  await page.screenshot({ path: test.info().outputPath('book-later.png') })
  expect(await page.getByTestId('pdf-page').count()).toBeGreaterThanOrEqual(2)
})
