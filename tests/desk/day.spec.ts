/**
 * The demonstration day: a whole office day through the real window, from the first start to the engine's death and on.
 *
 * As a test it asserts every step; as `npm run demo` it also leaves its pictures and PDFs in `demo/`.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { newFolder, openDesk, seat, type OpenDesk } from './app.ts'
import { openGallery, type Gallery } from './gallery.ts'

let folder: string
let desk: OpenDesk
let page: Page
let gallery: Gallery

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  gallery = openGallery(process.env['SEALBOOK_DEMO'] ?? test.info().outputPath('day'))
  folder = newFolder('day')
  await open('zh-CN')
})
test.afterAll(async () => {
  gallery.close()
  await desk.close()
})

const open = async (language: 'zh-CN' | 'en'): Promise<void> => {
  desk = await openDesk(folder, { language })
  page = desk.page
}

const signIn = async (name: string): Promise<void> => {
  await page.getByText(name, { exact: true }).first().click()
  await expect(page.locator('nav.rail')).toBeVisible()
}

const changePerson = async (name: string): Promise<void> => {
  await page.getByRole('button', { name: '锁定' }).click()
  await signIn(name)
}

const type = (text: string): Promise<void> => page.keyboard.type(text)
const press = (key: string): Promise<void> => page.keyboard.press(key)
const light = () => page.getByRole('complementary')
const done = () => page.getByTestId('done-number')

/** Finds in the one box and opens the first hit, which must hold this text. */
const openFromBox = async (text: string, hit: string): Promise<void> => {
  await press('Control+k')
  await type(text)
  await expect(page.locator('.hit.is-active')).toContainText(hit)
  await press('Enter')
  // The box is a dialog, too: what it opens is there once the box has gone.
  await expect(page.locator('.cover.is-middle')).toHaveCount(0)
}

/** Saves the document on screen, as the person would with Ctrl+S, and returns its text as an outside reader sees it. */
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

test('first start: three choices, in Chinese, in English and in the dark', async () => {
  await expect(page.getByTestId('start-look')).toBeVisible()
  await gallery.shot(page, 'first-start', '第一次打开：新建办公室、加入办公室，或先看看示例。')
  await page.getByText('English').click()
  await expect(page.getByTestId('start-look')).toContainText('example')
  await gallery.shot(page, 'first-start-en', 'The same in English.')
  await page.evaluate(() => globalThis.sealbook.shell.setTheme('dark'))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await gallery.shot(page, 'first-start-dark', '夜间的样子。')
  await page.evaluate(() => globalThis.sealbook.shell.setTheme('light'))
  await page.getByText('中文').click()
})

test('the example office is made with progress, and a clerk steps up to the desk', async () => {
  await page.getByTestId('start-look').click()
  await expect(page.locator('nav.rail')).toBeVisible({ timeout: 90_000 })
  await expect(page.getByTestId('example-banner')).toBeVisible()
  await expect(page.getByText('待审批的用印申请')).toBeVisible()
  await gallery.shot(page, 'desk', '工作台：一个输入框，今天的事，最近的单据。')
  await type('htzyz')
  await expect(page.locator('.hit.is-active')).toContainText('合同专用章')
  await gallery.shot(page, 'box', '输入拼音首字母 htzyz，找到合同专用章和下一步。')
  await press('Escape')
})

test('a walk-in whose contract is within authority sees green, is sealed and gets a slip', async () => {
  await press('F2')
  await expect(page.getByTestId('use-basis').locator('input')).toBeFocused()
  await type('专用夹具销售合同')
  await expect(page.getByTitle('专用夹具销售合同').first()).toBeVisible()
  await press('Enter')
  await expect(light().locator('[data-verdict=permitted]')).toBeVisible()
  await gallery.shot(page, 'walk-in', '来人盖章：先看到可签，授权链写得清清楚楚。')
  await type('2')
  await press('Control+Enter')
  await expect(done()).toContainText(/HT01-20\d\d-\d{4}/)
  await gallery.shot(page, 'walk-in-done', '登记编号已给出，按一个键打印用印单。')
  const number = ((await done().textContent()) ?? '').match(/HT01-20\d\d-\d{4}/)?.[0] ?? ''
  await openFromBox(number, number)
  await page.getByTestId('use-print').click()
  const text = await savePdf('seal-use-slip', '用印单', '用印单的预览就是 PDF 本身。')
  expect(text).toContain(number)
  expect(text).toContain('第1次打印')
  await press('Escape')
  await press('Escape')
})

test('one outside authority is refused with the reason, and no key seals it', async () => {
  await press('F2')
  await type('自动化装配线')
  await expect(page.getByTitle(/自动化装配线/).first()).toBeVisible()
  await press('Enter')
  await expect(light().locator('[data-verdict=outside]')).toBeVisible()
  await expect(page.getByTestId('use-do')).toBeDisabled()
  await gallery.shot(page, 'refused', '超出授权：不可签，一句话说明原因和差在哪里。')
})

test('a request is approved by another role and then sealed', async () => {
  await changePerson('方志远')
  await page.getByText('授权委托书（智能仓储项目投标）').first().click()
  await expect(page.getByTestId('request-approve')).toBeVisible()
  await gallery.shot(page, 'approval', '审批人看到申请、核验和历史，写上意见。')
  await press('Control+Enter')
  await expect(page.getByText('已批准').first()).toBeVisible()
  await press('Escape')
  await changePerson('周岚')
  await openFromBox('授权委托书（智能仓储', '授权委托书（智能仓储项目投标）')
  await expect(page.getByTestId('request-seal')).toBeVisible()
  await press('F2')
  await expect(page.getByTestId('use-do')).toBeFocused()
  await gallery.shot(page, 'approved', '已批准的申请：回车即盖，批准数就是上限。')
  await press('Enter')
  await expect(done()).toContainText(/GZ01-20\d\d-\d{4}/)
})

test('supplies go out by scanner, and over quota with a reason', async () => {
  const items = await page.evaluate(async () => {
    const reply = await globalThis.sealbook.call('supplies.items', { limit: 200 }, crypto.randomUUID())
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
    return (
      reply.value as {
        rows: { code: string; name: string; barcodes: { code: string }[]; quota?: number; stock: number }[]
      }
    ).rows
  })
  const scannable = items.filter(({ barcodes }) => barcodes.length > 0)
  const limited = scannable.find(({ quota, stock }) => quota !== undefined && stock > quota + 2)
  const [plain] = scannable.filter((item) => item !== limited && item.stock > 5)
  if (!limited || !plain) throw new Error('the example has nothing to issue')
  await press('F3')
  await expect(page.getByTestId('recipient')).toBeFocused()
  await type('A0003')
  await press('Enter')
  await expect(page.getByTestId('scan')).toBeFocused()
  await type(`${plain.barcodes[0]?.code}\n${limited.barcodes[0]?.code}\n`)
  await expect(page.locator('.slip-line')).toHaveCount(2)
  await type(`*${(limited.quota ?? 0) + 1}\n`)
  await expect(page.locator(`.slip-line[data-item="${limited.code}"]`).getByTestId('quota')).toContainText('超定额')
  await press('Enter')
  await expect(page.getByTestId('reason')).toBeFocused()
  await gallery.shot(page, 'over-quota', '扫码发放；超定额要写原因。')
  await type('新员工集中入职')
  await press('Enter')
  await expect(done()).toContainText(/LY-A-20\d\d-\d{4}/)
  const number = ((await done().textContent()) ?? '').match(/LY-A-20\d\d-\d{4}/)?.[0] ?? ''
  const slip = await page.evaluate(async (wanted) => {
    const found = await globalThis.sealbook.call('supplies.slips', { verb: 'issue', limit: 5 }, crypto.randomUUID())
    if (!found.ok) throw new Error('no slips')
    return (found.value as { rows: { number: string; reason?: string }[] }).rows.find((row) => row.number === wanted)
  }, number)
  expect(slip).toBeDefined()
  await gallery.shot(page, 'issued', '领用单号已给出。')
})

test('a use entered by mistake is voided and keeps its number', async () => {
  await openFromBox('专用夹具销售合同', '专用夹具')
  // Enter waits for the answer to what was typed last; Escape before it would take the text back instead.
  await expect(page.getByRole('dialog')).toBeVisible()
  await press('Escape')
  await page.getByText('用印', { exact: true }).first().click()
  await page.getByText('用印登记簿', { exact: true }).first().click()
  const row = page.locator('.table-row').filter({ hasText: '专用夹具' }).first()
  await expect(row).toBeVisible()
  await row.dblclick()
  await page.getByTestId('use-void').click()
  await type('盖错页，重新出具')
  await press('Control+Enter')
  await expect(page.getByRole('dialog').locator('.history')).toContainText('作废')
  await gallery.shot(page, 'void', '作废也是一条登记：编号留着，谁、何时、为什么都看得见。')
  await press('Escape')
  await expect(page.locator('.table-row.is-struck').first()).toBeVisible()
})

test('the book of the month is printed', async () => {
  await page.getByTestId('book-seal').click()
  await page.getByTitle(/HT01/).last().click()
  await expect(page.getByTestId('book-totals')).toBeVisible()
  await gallery.shot(page, 'book', '用印登记簿：月合计、年合计，作废的划去。')
  await press('Control+p')
  const text = await savePdf(
    'seal-book',
    '本月用印登记簿（A4 横向）',
    '登记簿的 PDF：固定行数、空行划去、合计与签字格。',
  )
  expect(text).toContain('用印登记簿')
  expect(text).toContain('作废')
  expect(text).toMatch(/第1页\/共\d+页/)
  await press('Escape')
})

test('the engine dies in mid-day, and the desk goes on', async () => {
  await press('F4')
  const before = await page.evaluate(() => globalThis.sealbook.call('office.state', {}, crypto.randomUUID()))
  expect(before.ok).toBe(true)
  await desk.killEngine()
  await expect(page.getByTestId('engine-notice')).toBeVisible()
  await gallery.shot(page, 'engine', '引擎中断：说明正在恢复，已存的都在，已填的不丢。')
  await expect(page.getByTestId('engine-notice')).toBeHidden({ timeout: 20_000 })
  await press('F2')
  await type('专用夹具销售合同')
  await expect(page.getByTitle('专用夹具销售合同').first()).toBeVisible()
  await press('Enter')
  await expect(light().locator('[data-verdict=permitted]')).toBeVisible()
  await press('Control+Enter')
  await expect(done()).toContainText(/HT01-20\d\d-\d{4}/)
  await gallery.shot(page, 'goes-on', '接着盖下一份，编号不断。')
})

test('at the end of the day the journal proves itself', async () => {
  await changePerson('沈静怡')
  const proof = await page.evaluate(() => globalThis.sealbook.call('office.verify', {}, crypto.randomUUID()))
  expect(proof).toMatchObject({ ok: true, value: { findings: [] } })
})
