/** The computer lost the office's key: the window says so, takes the key from the sheet, keeps it, and opens. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { scannedFrom } from '../../electron/engine/documents/outside.ts'
import { readRecoveryKey } from '../../shared/office/recovery-key.ts'
import { exampleOffice, giveToDesk, newFolder, openDesk, seat } from './app.ts'

const grouped = (key: string) => (key.match(/.{4}/g) ?? []).join(' ')
const paste = (page: Page, text: string) => page.keyboard.insertText(text)

test('without its key the office opens with the one on the sheet, by keyboard alone, and with no other', async () => {
  const folder = exampleOffice(200)
  const keyFile = join(folder, 'office.key')
  const key = readFileSync(keyFile, 'utf8').trim()
  rmSync(keyFile)
  const desk = await openDesk(folder)
  const { page } = desk
  await expect(page.locator('[data-fault=key-missing]')).toContainText('没有（或读不出）')
  await expect(page.getByTestId('start-new')).toHaveCount(0)
  await expect(page.getByTestId('recovery-input')).toBeFocused()

  await page.keyboard.type('0123 45z7')
  await expect(page.getByRole('alert').filter({ hasText: '第 2 组' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=invalid-input]')).toContainText('64 个字符')

  await page.keyboard.press('Control+a')
  await paste(page, grouped('ab'.repeat(32)))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-fault=recovery-key-unfit]')).toContainText('打不开这份数据')
  expect(existsSync(keyFile)).toBe(false)

  await page.keyboard.press('Control+a')
  await paste(page, grouped(key).toUpperCase())
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('staff-no')).toBeVisible()
  expect(readFileSync(keyFile, 'utf8').trim()).toBe(key)
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  expect(await page.evaluate(() => sealbook.shell.state())).toMatchObject({ keyProtection: 'file' })

  // The engine that starts after a crash has the key, too; and so has the next start of the app.
  await desk.killEngine()
  await page.locator('[data-staff-no=A0002]').click()
  await expect(page.getByTestId('box')).toBeVisible()
  await desk.close()
  const next = await openDesk(folder)
  await expect(next.page.getByTestId('staff-no')).toBeVisible()
  await next.close()
})

test('a key file of another office is set aside, not lost, when the right key is entered', async () => {
  const folder = exampleOffice(200)
  const keyFile = join(folder, 'office.key')
  const key = readFileSync(keyFile, 'utf8').trim()
  writeFileSync(keyFile, `${'cd'.repeat(32)}\n`)
  giveToDesk(folder)
  const desk = await openDesk(folder, { language: 'en' })
  await expect(desk.page.locator('[data-fault=wrong-key]')).toBeVisible()
  await paste(desk.page, key)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByTestId('staff-no')).toBeVisible()
  expect(readFileSync(keyFile, 'utf8').trim()).toBe(key)
  expect(readFileSync(`${keyFile}.unfit-1`, 'utf8').trim()).toBe('cd'.repeat(32))
  await desk.close()
})

test('a data file of no bytes is told as lost records, not offered as a new office', async () => {
  const folder = newFolder('emptied')
  writeFileSync(join(folder, 'office.sqlite'), '')
  giveToDesk(folder)
  const desk = await openDesk(folder)
  await expect(desk.page.locator('[data-fault=empty-file]')).toContainText('0 字节')
  await expect(desk.page.getByTestId('start-new')).toHaveCount(0)
  expect(statSync(join(folder, 'office.sqlite')).size).toBe(0)
  rmSync(join(folder, 'office.sqlite'))
  await desk.close()
  const next = await openDesk(folder)
  await expect(next.page.getByTestId('start-new')).toBeVisible()
  await next.close()
})

test('the recovery sheet is saved as a PDF to print, before the desk opens', async () => {
  const folder = newFolder('sheet')
  const desk = await openDesk(folder)
  const { page } = desk
  await page.getByTestId('start-new').click()
  await page.getByTestId('found-name').fill('临江测试有限公司')
  await page.getByTestId('found-person').fill('陈明')
  await page.getByTestId('found-staff-no').fill('0001')
  await page.getByTestId('found-password').fill('a long password')
  await page.getByTestId('found-password-again').fill('a long password')
  await page.keyboard.press('Control+Enter')
  const shown = await page.getByTestId('recovery-key').textContent()
  const path = join(seat.home, 'files', 'sheet.pdf')
  await desk.answerSave(path)
  await page.getByTestId('recovery-pdf').click()
  await expect(page.getByText(path)).toBeVisible()
  expect(scannedFrom(readFileSync(path), 100).map(readRecoveryKey)).toEqual([readRecoveryKey(shown ?? '')])
  await desk.close()
})
