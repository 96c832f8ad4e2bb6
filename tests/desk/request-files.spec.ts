/** What lies with a record at the real desk: a request's PDF and picture are previewed, and a loss keeps each step's own day. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, officeDate, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
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

const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { operation, input },
  )

const attach = async (path: string, rows: number): Promise<void> => {
  await desk.answerOpen(path)
  await page.keyboard.press('Control+o')
  await expect(page.getByTestId('attachment-row')).toHaveCount(rows)
}

test('a PDF and a picture attached to a request are previewed in its drawer', async () => {
  const { rows } = (await call('seals.requests', { status: 'pending', limit: 1 })) as {
    rows: { id: string; number: string }[]
  }
  const [request] = rows
  if (!request) throw new Error('the example has no request that waits')
  const folder = newFolder('request-files')
  const { pdf } = await call('documents.render', { form: 'seal-request', subject: request.id })
  writeFileSync(join(folder, '合同终稿.pdf'), Buffer.from(String(pdf), 'base64'))
  writeFileSync(join(folder, '首页照片.png'), await page.screenshot())
  giveToDesk(folder)
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '申请与审批' }).click()
  await page.getByText('待审批', { exact: true }).first().click()
  await page.getByRole('row', { name: request.number }).click()
  await expect(page.getByTestId('attachment-add')).toBeVisible()
  await attach(join(folder, '合同终稿.pdf'), 1)
  await attach(join(folder, '首页照片.png'), 2)
  await page.getByTestId('attachment-row').filter({ hasText: '合同终稿.pdf' }).click()
  await expect(page.getByTestId('attachment-view').getByTestId('pdf-page').first()).toHaveAttribute(
    'data-drawn',
    'true',
    { timeout: 20_000 },
  )
  await look('attached-pdf')
  await page.keyboard.press('Escape')
  await page.getByTestId('attachment-row').filter({ hasText: '首页照片.png' }).click()
  const picture = page.getByTestId('file-picture')
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(100)
  await look('attached-picture')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('a loss keeps police report, notice and bank with their own days and numbers', async () => {
  const today = await officeDate(page)
  await page.getByRole('button', { name: '印章柜' }).click()
  await page.locator('[data-seal=RS01]').click()
  await page.getByTestId('seal-act-lost').click()
  await page.getByTestId('act-reason').fill('搬迁途中遗失')
  await page.getByTestId('act-policeReceipt').fill('沪公受 001')
  await page.getByTestId('act-policeOn').fill('0')
  await page.getByTestId('act-station').fill('花桥派出所')
  await page.getByTestId('act-bankReceipt').fill('YH-3')
  await page.keyboard.press('Control+Enter')
  // A number without the bank that gave it is asked for, not dropped.
  await expect(page.locator('[data-fault=invalid-input]')).toBeVisible()
  await page.getByTestId('act-bank').fill('工商银行')
  await page.getByTestId('act-newspaper').fill('解放日报')
  await page.getByTestId('act-noticeReceipt').fill('JF-18')
  await look('loss-sheet')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toBeVisible()
  await look('loss-done')
  const seal = (await call('seals.get', { sealCode: 'RS01' })) as { seal: { id: string } }
  const { acts } = (await call('seals.life', { seal: seal.seal.id })) as { acts: Record<string, unknown>[] }
  expect(acts.find(({ act }) => act === 'lost')).toMatchObject({
    police: { receipt: '沪公受 001', on: today, station: '花桥派出所' },
    notice: { newspaper: '解放日报', receipt: 'JF-18', on: today },
    bank: { name: '工商银行', receipt: 'YH-3', on: today },
  })
})
