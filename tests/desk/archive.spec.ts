/** The paper's way back: a printed slip, "scanned" to a picture, finds its use and is archived; what is attached is seen and stays shut in. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let folder: string
let files: string
/** Number of the use that the first scan was archived with. */
let archived = ''
/** Month of the use whose paper was archived under a number typed by hand. */
let month = ''
const violations: string[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  folder = exampleOffice(600)
  files = newFolder('scans')
  desk = await openDesk(folder)
  page = desk.page
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|eval/i.test(message.text())) violations.push(message.text())
  })
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

type Use = { id: string; number: string; usedAt: string; document: { title: string } }
const missing = async (): Promise<Use[]> => (await call('seals.missingScans', { limit: 50 }))['rows'] as Use[]

/** Prints a use's slip and scans it: a picture or a PDF, as a scanner would leave it in its folder. */
const scanned = async (use: Use, name: string): Promise<string> => {
  const { pdf } = await call('documents.issue', { form: 'seal-use', subject: use.id })
  const path = join(files, `${name}.pdf`)
  writeFileSync(path, Buffer.from(String(pdf), 'base64'))
  execFileSync('pdftoppm', ['-png', '-r', '200', '-singlefile', path, join(files, name)])
  giveToDesk(files)
  return join(files, name)
}

const shot = (name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('a printed slip comes back as a scan and is archived with one Enter', async () => {
  const [use, second] = await missing()
  if (!use || !second) throw new Error('the example has no use without a scan')
  archived = use.number
  const [first, other] = [await scanned(use, 'scan-1'), await scanned(second, 'scan-2')]
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: '归档', exact: true }).click()
  await shot('empty')
  await page.getByTestId('scan-files').setInputFiles([`${first}.png`, `${other}.pdf`])
  await expect(page.getByTestId('scan-row')).toHaveCount(2)
  await expect(page.getByTestId('scan-confidence')).toContainText('已确认')
  await expect(page.getByTestId('file-picture')).toBeVisible()
  await expect(page.getByText(use.number).first()).toBeVisible()
  await expect(page.getByTestId('archive-do')).toBeFocused()
  await shot('matched')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('done-number')).toContainText(/GD-A-\d{4}-\d{4}/)
  const serial = async (): Promise<number> =>
    Number(/GD-A-\d{4}-(\d{4})/.exec((await page.getByTestId('done-number').textContent()) ?? '')?.[1])
  const given = await serial()
  await expect(page.getByText(`用印登记 ${use.number} 已归档。`)).toBeVisible()
  await expect(page.locator('[data-testid=pdf-page][data-drawn=true]').first()).toBeVisible()
  await expect(page.getByTestId('scan-row')).toHaveCount(1)
  await expect(page.getByTestId('archive-do')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(serial).toBe(given + 1)
  await expect(page.getByTestId('scan-row')).toHaveCount(0)
  expect((await missing()).some(({ id }) => id === use.id || id === second.id)).toBe(false)
})

test('the same scan twice, an empty file and a wrong type are told, and none is taken', async () => {
  const [empty, word] = [join(files, 'empty.pdf'), join(files, 'letter.docx')]
  writeFileSync(empty, '')
  writeFileSync(word, 'PK word')
  giveToDesk(files)
  await page.getByTestId('scan-files').setInputFiles([join(files, 'scan-1.png'), empty, word])
  await expect(page.locator('[data-fault=attachment-there]')).toBeVisible()
  await expect(page.locator('[data-fault=attachment-there]')).toContainText(archived)
  await expect(page.locator('[data-fault=attachment-empty]')).toBeVisible()
  await expect(page.locator('[data-fault=attachment-not-a-scan]')).toBeVisible()
  await shot('told')
  await expect(page.getByTestId('scan-row')).toHaveCount(0)
})

test('a scan without a code waits in the tray, over a restart of the engine, until its number is typed', async () => {
  const plain = join(files, 'photo.png')
  execFileSync('pdftoppm', ['-png', '-r', '40', '-singlefile', join(files, 'scan-1.pdf'), join(files, 'photo')])
  giveToDesk(files)
  await page.getByTestId('scan-files').setInputFiles(plain)
  await expect(page.getByTestId('scan-row')).toHaveCount(1)
  await expect(page.getByText('没有找到印簿的二维码')).toBeVisible()
  await desk.killEngine()
  await expect.poll(async () => ((await call('attachments.tray', {}))['rows'] as unknown[]).length).toBe(1)
  const [use] = await missing()
  if (!use) throw new Error('nothing is missing')
  month = use.usedAt.slice(0, 7)
  const field = page.getByTestId('scan-number').locator('input')
  await field.focus()
  await page.keyboard.type(use.number)
  await expect(page.getByTitle(use.document.title, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('scan-confidence')).toContainText('按编号找到')
  await page.getByTestId('archive-number').fill('档案盒3-017')
  await shot('typed')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('档案盒3-017')
})

test('a paper that belongs nowhere is set aside with its reason', async () => {
  execFileSync('pdftoppm', ['-png', '-r', '30', '-singlefile', join(files, 'scan-1.pdf'), join(files, 'blank')])
  giveToDesk(files)
  await page.getByTestId('scan-files').setInputFiles(join(files, 'blank.png'))
  await expect(page.getByTestId('scan-row')).toHaveCount(1)
  await page.getByTestId('scan-aside').click()
  await page.keyboard.type('空白页')
  await shot('aside')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('scan-row')).toHaveCount(0)
})

test('what is missing is a list; a use shows its archive number and takes photos, which open beside it', async () => {
  await page.getByTestId('archive-view').getByText('待归档', { exact: true }).click()
  await expect(page.getByRole('row').first()).toBeVisible()
  await shot('missing')
  await page.getByRole('row').first().click()
  await desk.answerOpen(join(files, 'scan-1.png'))
  await page.getByTestId('attachment-add').click()
  await expect(page.getByTestId('attachment-row')).toHaveCount(1)
  await page.getByTestId('attachment-row').click()
  await expect(page.getByTestId('file-picture')).toBeVisible()
  await shot('attachment')
  const saved = join(files, 'copy.png')
  await desk.answerSave(saved)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('copy.png')).toBeVisible()
  expect(readFileSync(saved).equals(readFileSync(join(files, 'scan-1.png')))).toBe(true)
  await page.keyboard.press('Escape')
  await shot('drawer')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '用印登记簿' }).click()
  await page.getByTestId('book-month').fill(month)
  await expect(page.getByText('档案盒3-017')).toBeVisible()
  await shot('book')
  expect(violations).toEqual([])
})

test('the file bound to a request is kept with it, and shows in its drawer', async () => {
  await page.getByRole('button', { name: '申请与审批' }).click()
  await page.getByTestId('request-new').click()
  await page.getByTestId('request-title').fill('供货合同（正文）')
  const seal = page.getByTestId('request-seal-0').locator('input')
  await seal.focus()
  await page.keyboard.type('rszyz')
  await expect(page.getByTitle('人事专用章', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByTestId('request-category').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '协议' }).click()
  await desk.answerOpen(join(files, 'scan-2.pdf'))
  await page.getByTestId('file-choose').click()
  await expect(page.getByTestId('file-hash')).toContainText('scan-2.pdf')
  await expect(page.getByText('加密存为附件')).toBeVisible()
  await shot('request')
  await page.keyboard.press('Control+Enter')
  const number = /YS-A-\d{4}-\d{4}/.exec((await page.getByTestId('done-number').textContent()) ?? '')?.[0] ?? ''
  expect(number).not.toBe('')
  await page.getByRole('button', { name: '申请与审批' }).click()
  await page.getByRole('row', { name: number }).click()
  await expect(page.getByTestId('attachment-row')).toHaveCount(1)
  await page.getByTestId('attachment-row').click()
  await expect(page.locator('[data-testid=attachment-view] [data-drawn=true]').first()).toBeVisible()
  await shot('request-attachment')
  expect(violations).toEqual([])
})

test('the page reads as well in English', async () => {
  await desk.close()
  desk = await openDesk(folder, { language: 'en' })
  page = desk.page
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const [use] = await missing()
  if (!use) throw new Error('nothing is missing')
  await page.getByTestId('scan-files').setInputFiles(`${await scanned(use, 'scan-3')}.png`)
  await expect(page.getByTestId('scan-confidence')).toContainText('signed by this office')
  await expect(page.getByTestId('file-picture')).toBeVisible()
  await shot('english')
})
