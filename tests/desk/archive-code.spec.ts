/** A number typed by hand against the code on the scan, what is missing in all, and the files the example keeps. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let files: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  files = newFolder('codes')
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
})
test.afterAll(() => desk.close())

const call = (operation: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.operation, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { operation, input },
  )

type Use = { id: string; number: string; document: { title: string } }

test('a number typed against the code on the scan is warned about, and can still be chosen', async () => {
  const { rows } = (await call('seals.missingScans', { limit: 50 })) as { rows: Use[] }
  const [use, other] = rows
  if (!use || !other) throw new Error('the example has no two uses without a scan')
  const { pdf } = await call('documents.issue', { form: 'seal-use', subject: use.id })
  const path = join(files, 'slip.pdf')
  writeFileSync(path, Buffer.from(String(pdf), 'base64'))
  execFileSync('pdftoppm', ['-png', '-r', '200', '-singlefile', path, join(files, 'slip')])
  giveToDesk(files)
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '归档', exact: true }).click()
  await page.getByTestId('scan-files').setInputFiles(join(files, 'slip.png'))
  await expect(page.getByTestId('scan-confidence')).toContainText('已确认')
  await expect(page.getByTestId('scan-other-code')).toHaveCount(0)
  await page.getByTestId('scan-number').locator('input').focus()
  await page.keyboard.type(other.number)
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: other.number })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('scan-other-code')).toContainText(
    `二维码是 ${use.number} 的，不是所选的 ${other.number}`,
  )
  await page.screenshot({ path: test.info().outputPath('other-code.png') })
})

test('how many papers are missing in all stands above the list', async () => {
  const { total } = await call('seals.missingScans', { limit: 1 })
  await page.getByTestId('archive-view').getByText('待归档', { exact: true }).click()
  await expect(page.getByTestId('missing-total')).toContainText(`待归档 ${String(total)} 份`)
  await page.screenshot({ path: test.info().outputPath('missing.png') })
})

test('the example keeps a plan with a contract, and it opens', async () => {
  const { rows } = (await call('contracts.list', { status: 'to-sign', limit: 1 })) as { rows: { number: string }[] }
  const number = rows[0]?.number ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.getByRole('option').filter({ hasText: number }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByTestId('attachment-row').first().click()
  await expect(page.locator('[data-testid=pdf-page][data-drawn=true]').first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('plan.png') })
})

test('the contract register has its filters in one row and its head in another', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('合同登记簿', { exact: true }).click()
  await expect(page.getByTestId('filter-counterparty')).toBeVisible()
  const heights = await page
    .locator('.page-head, .filter-bar')
    .evaluateAll((parts) => parts.map((part) => part.clientHeight))
  expect(Math.max(...heights)).toBeLessThan(64)
  await page.screenshot({ path: test.info().outputPath('register.png') })
})
