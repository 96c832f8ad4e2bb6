/** Stamping at the real desk: a PDF attached to a use is stamped by keyboard and mouse; its result and its entry are seen. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, seat, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

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

const isCurrent = () =>
  expect(page.getByTestId('stamp-preview')).toHaveAttribute('data-current', 'true', { timeout: 30_000 })

test('a PDF of a use is stamped: moved by mouse and keys, kept, saved, and its entry is told', async () => {
  const { rows } = (await call('seals.book', { limit: 1 })) as { rows: { id: string; number: string }[] }
  const [use] = rows
  if (!use) throw new Error('the example has no use of a seal')
  const folder = newFolder('stamping')
  const { pdf } = await call('documents.render', { form: 'seal-use', subject: use.id })
  writeFileSync(join(folder, '采购合同.pdf'), Buffer.from(String(pdf), 'base64'))
  giveToDesk(folder)

  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '用印登记簿' }).click()
  await page.getByRole('row', { name: use.number }).click()
  await expect(page.getByTestId('attachment-add')).toBeVisible()
  await desk.answerOpen(join(folder, '采购合同.pdf'))
  await page.keyboard.press('Control+o')
  await page.getByTestId('attachment-row').filter({ hasText: '采购合同.pdf' }).click()
  await expect(page.getByTestId('attachment-stamp')).toBeVisible()
  await page.keyboard.press('Control+g')

  await isCurrent()
  await expect(page.getByTestId('stamp-line')).toHaveCount(1)
  await page.keyboard.press('Control+4')
  await expect(page.getByTestId('stamp-line')).toHaveCount(2)
  await page.getByTestId('mark-text').fill('样本')
  await isCurrent()
  await look('stamp-page')

  // By mouse to the lower left, then by keys ten millimetres up.
  const frame = page.locator('[data-testid=stamp-frame][data-stamp=registration]')
  const [paper, from] = [await page.getByTestId('pdf-page').boundingBox(), await frame.boundingBox()]
  if (!paper || !from) throw new Error('nothing to drag')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(paper.x + from.width / 2 + 40, paper.y + paper.height - from.height / 2 - 40, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByTestId('stamp-line').first()).toContainText('左下')
  const before = Number(await page.getByTestId('stamp-y').inputValue())
  await frame.press('Shift+ArrowUp')
  await expect(page.getByTestId('stamp-y')).toHaveValue(String(before + 10))
  await isCurrent()
  await look('stamp-moved')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(use.number, { timeout: 30_000 })
  await expect(page.getByTestId('stamped-view').getByTestId('pdf-page').first()).toHaveAttribute('data-drawn', 'true', {
    timeout: 20_000,
  })
  await look('stamp-done')
  const path = join(seat.home, 'files', 'stamped.pdf')
  await desk.answerSave(path)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'stamped.pdf' })).toBeVisible()
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  expect(text).toContain(`登记号 ${use.number}`)

  await page.getByTestId('stamped-open').click()
  await expect(page.locator('[data-kind="attachment.stamped"]')).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText('采购合同.pdf')
  await look('stamp-history')
})
