/** A seal's life at the real desk, by keyboard: out and back with its alarm, a handover answered by its receiver, a destruction before witnesses. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

declare global {
  var toldOf: string[] | undefined
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  // What the system would show is kept instead, so that it can be looked at.
  await desk.app.evaluate(({ Notification }) => {
    globalThis.toldOf = []
    Notification.prototype.show = function show(this: { title: string; body: string }) {
      globalThis.toldOf?.push(`${this.title}｜${this.body}`)
    }
  })
  // Where the paper would come out.
  await desk.app.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('')
  })
  await signIn('A0002')
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

const pick = async (field: string, title: string): Promise<void> => {
  await page.getByTestId(field).locator('input').focus()
  await page.keyboard.type(title)
  await expect(page.getByTitle(title, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

const openPage = async (title: string): Promise<void> => {
  if (!(await page.getByRole('button', { name: title, exact: true }).first().isVisible()))
    await page.locator('[data-register=seals]').click()
  await page.getByRole('button', { name: title, exact: true }).first().click()
}

test('a seal that is not back is told of by the system, on the desk and in the cabinet', async () => {
  await expect
    .poll(() => desk.app.evaluate(() => globalThis.toldOf ?? []), { timeout: 20_000 })
    .toEqual([expect.stringContaining('印章逾期未还：BG01'), expect.stringContaining('印章待 陈㛃 接收：SH01')])
  await expect(page.locator('[data-group=seals-overdue]')).toContainText('报关专用章')
  await expect(page.locator('[data-group=handovers-waiting]')).toContainText('收货专用章')
  await openPage('印章柜')
  await expect(page.locator('[data-seal=BG01]')).toContainText('逾期未还')
})

test('it is checked back in with one key, and can be taken out again from its drawer', async () => {
  await openPage('外带与交接')
  await page.getByRole('row', { name: /报关专用章/ }).click()
  await expect(page.getByTestId('outing-return')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('WD-A-')
  await page.keyboard.press('Escape')
  await openPage('印章柜')
  await page.locator('[data-seal=BG01]').click()
  await expect(page.getByTestId('seal-act-taken-out')).toBeVisible()
  await page.keyboard.press('o')
  await pick('outing-taker', '曹雪晴')
  await pick('outing-escort', '曹雪晴')
  await page.getByTestId('outing-address').fill('南京海关办事大厅')
  await page.getByTestId('outing-reason').fill('出口报关')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=same-person]').first()).toContainText('取章人')
  await pick('outing-escort', '郑晓彤')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('WD-A-')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
})

test('a handover is answered by its receiver alone, and custody moves with it', async () => {
  await openPage('外带与交接')
  await page.getByTestId('out-switch').click()
  await page.getByRole('row', { name: /收货专用章/ }).click()
  await expect(page.getByTestId('handover-print')).toBeVisible()
  await expect(page.getByTestId('handover-accept')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await change('A0007')
  await page.locator('[data-group=handovers-waiting] button').first().click()
  await expect(page.getByTestId('handover-accept')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-kind="seal.handover-accepted"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await openPage('印章柜')
  await expect(page.locator('[data-seal=SH01]')).toContainText('陈㛃')
})

test('a destruction takes two witnesses; then nothing more can be done to the seal', async () => {
  await page.locator('[data-seal=GZ00]').click()
  await expect(page.getByTestId('seal-act-destroyed')).toBeVisible()
  await page.keyboard.press('x')
  await page.getByTestId('act-method').fill('机械粉碎')
  await pick('act-approver', '方志远')
  await pick('act-witness-0', '沈静怡')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=witnesses-too-few]').first()).toBeVisible()
  await pick('act-witness-1', '江怀瑾')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('YZ-A-')
  await expect(page.locator('[data-testid^=seal-act-]')).toHaveCount(0)
  await page.locator('.life-line').first().click()
  await page.getByTestId('act-print').click()
  await expect(page.locator('[data-testid=pdf-page][data-drawn=true]').first()).toBeVisible()
  await page.keyboard.press('Escape')
})

test('each witness confirms in person: here by their own password, or signed in; photos of it are kept with the act', async () => {
  const parts = page.locator('.confirm-part')
  await expect(parts).toHaveCount(3)
  await expect(page.locator('.confirm-part[data-given=true]')).toHaveCount(0)
  await page.getByTestId('confirm-here-沈静怡').click()
  await expect(page.getByTestId('confirm-staff-no')).toBeFocused()
  await page.keyboard.type('A0003')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=not-named-here]')).toBeVisible()
  await page.getByTestId('confirm-staff-no').fill('A0005')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.confirm-part[data-given=true]')).toHaveCount(1)
  const folder = newFolder('photo')
  const photo = join(folder, 'destroyed.png')
  writeFileSync(photo, onePixel)
  giveToDesk(folder)
  await desk.answerOpen(photo)
  await page.getByTestId('attachment-add').click()
  await expect(page.getByTestId('attachment-row')).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('confirmed.png') })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await change('A0004')
  await openPage('印章柜')
  await page.locator('[data-seal=GZ00]').click()
  await page.locator('.life-line').first().click()
  await expect(page.getByTestId('confirm-own')).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.locator('.confirm-part[data-given=true]')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await change('A0002')
})

test('a seal still being made is registered, and taken into use once it has an impression and a custodian', async () => {
  await openPage('印章柜')
  await page.getByTestId('seal-new').click()
  await page.getByTestId('seal-code').fill('HT09')
  await page.getByTestId('seal-name').fill('合同专用章（9）')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('HT09')
  await openPage('印章柜')
  await page.locator('[data-seal=HT09]').click()
  await page.getByTestId('seal-act-activated').waitFor()
  await page.keyboard.press('q')
  await pick('act-receivedBy', '周岚')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=impression-needed]').first()).toBeVisible()
  const folder = newFolder('impression')
  const file = join(folder, 'impression.svg')
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20"/></svg>',
  )
  giveToDesk(folder)
  await desk.answerOpen(file)
  await page.getByTestId('seal-impression').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('YZ-A-')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-seal=HT09]')).toContainText('在用')
})

test('an old seal is registered with the day it was taken into use, which its life then shows', async () => {
  await openPage('印章柜')
  await page.getByTestId('seal-new').click()
  await page.getByTestId('seal-code').fill('HT10')
  await page.getByTestId('seal-name').fill('合同专用章（10）')
  await page.getByTestId('seal-in-use').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.field-problem, [data-fault=invalid-input]').first()).toBeVisible()
  await page.getByTestId('seal-activatedOn').fill('2021-04-20')
  await page.screenshot({ path: test.info().outputPath('old-seal.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText('HT10')
  await openPage('印章柜')
  await page.locator('[data-seal=HT10]').click()
  await expect(page.getByText('2021-04-20').first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('old-seal-life.png') })
  await page.keyboard.press('Escape')
})
