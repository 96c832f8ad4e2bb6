/** The preview is the PDF itself, drawn under the page's own content security policy; saving gives the same document. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newFolder, openDesk, seat } from './app.ts'

type Reply = { ok: boolean; value?: Record<string, unknown>; fault?: unknown }

const call = async (page: Page, operation: string, input: object): Promise<Record<string, unknown>> => {
  const reply = await page.evaluate(
    ([name, given]) => window.sealbook.call(name, given, crypto.randomUUID()) as Promise<Reply>,
    [operation, input] as const,
  )
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.fault)}`)
  return reply.value ?? {}
}

/** How many of a drawn page's pixels are ink: a blank canvas has none, a page of forms some hundredths. */
const inkOf = (page: Page): Promise<number> =>
  page
    .getByTestId('pdf-page')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      let ink = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 0) ink += 1
      return ink / (data.length / 4)
    })

test('a document is previewed as the PDF it is, and saved as it was shown', async () => {
  const desk = await openDesk(newFolder('documents'))
  const { page } = desk
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|eval/i.test(message.text())) violations.push(message.text())
  })
  await page.getByTestId('start-look').click()
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 })
  const [use] = (await call(page, 'seals.book', { limit: 1 }))['rows'] as { id: string; number: string }[]
  if (!use) throw new Error('the example has no use of a seal')
  await call(page, 'documents.issue', { form: 'seal-use', subject: use.id })

  await page.getByText('报表', { exact: true }).first().click()
  await page.getByText('已打印单据').first().click()
  await page.getByText(use.number).first().click()
  const sheet = page.getByTestId('pdf-page').first()
  await expect(sheet).toHaveAttribute('data-drawn', 'true', { timeout: 20_000 })
  expect(await inkOf(page)).toBeGreaterThan(0.01)
  await page.screenshot({ path: test.info().outputPath('preview.png') })

  const path = join(seat.home, 'files', 'saved.pdf')
  await desk.answerSave(path)
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('preview-sent')).toContainText('saved.pdf')
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
  expect(text).toContain(use.number)
  expect(text).toContain('第2次打印')
  const verified = await call(page, 'documents.verify', { file: readFileSync(path).toString('base64') })
  expect(verified).toMatchObject({ signature: 'valid', content: 'unchanged', record: 'same', print: 2 })

  await desk.app.evaluate(({ shell }) => {
    shell.openPath = (opened) => {
      process.env['SEALBOOK_OPENED'] = opened
      return Promise.resolve('')
    }
  })
  await page.keyboard.press('Control+p')
  await expect(page.getByTestId('preview-sent')).toContainText('第 3 次打印')
  const printed = await desk.app.evaluate(() => process.env['SEALBOOK_OPENED'] ?? '')
  expect(readFileSync(printed).subarray(0, 5).toString()).toBe('%PDF-')
  expect(violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('preview-pages')).toBeHidden()

  const picture = join(seat.home, 'files', 'saved')
  execFileSync('pdftoppm', ['-gray', '-r', '200', path, picture])
  const code = execFileSync('zbarimg', ['--quiet', '--raw', `${picture}-1.pgm`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(code)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('check-answer')).toHaveAttribute('data-judgement', 'good')
  await expect(page.getByTestId('check-answer')).toContainText(use.number)
  await page.screenshot({ path: test.info().outputPath('check.png') })
  await desk.answerOpen(path)
  await page.keyboard.press('Control+o')
  await expect(page.getByTestId('check-answer')).toContainText('与出具时逐字节一致')
  await desk.close()
})
