/** When the desk must not open: a damaged file, another program at the folder, and a person who walked away. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { isRefusal } from '../../shared/api/fault.ts'
import { lockFolder } from '../../electron/engine/store/lock.ts'
import { exampleOffice, giveToDesk, newFolder, openDesk } from './app.ts'

test('a damaged file is told with what, why and what to do, and nothing is written over it', async () => {
  const folder = newFolder('damaged')
  const file = join(folder, 'office.sqlite')
  const before = 'This is no database at all. '.repeat(400)
  writeFileSync(file, before)
  giveToDesk(folder)
  const desk = await openDesk(folder)
  const alert = desk.page.getByRole('alert')
  await expect(alert).toBeVisible()
  await expect(alert).toHaveAttribute('data-fault', /^(corrupt-file|wrong-key)$/)
  await expect(alert).toContainText(folder)
  await expect(desk.page.getByRole('button', { name: '重试' })).toBeFocused()
  await expect(desk.page.getByTestId('start-new')).toHaveCount(0)
  await desk.close()
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a folder that another program holds is told, and opens once that program has let go', async () => {
  const folder = exampleOffice(200)
  const held = lockFolder(folder)
  if (isRefusal(held)) throw new Error('The test could not take the folder itself.')
  const desk = await openDesk(folder)
  await expect(desk.page.locator('[data-fault=folder-in-use]')).toContainText(folder)
  held.release()
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByTestId('staff-no')).toBeVisible()
  await desk.close()
})

test('a desk that nobody touches locks itself, and the same person goes on where they were', async () => {
  const desk = await openDesk(exampleOffice(200))
  const { page } = desk
  await page.clock.install()
  await page.locator('[data-staff-no=A0002]').click()
  await expect(page.getByTestId('box')).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'settings')
  await page.clock.runFor('29:00')
  await expect(page.locator('.frame-page')).toBeVisible()
  await page.clock.runFor('01:10')
  await expect(page.locator('.frame-page')).toHaveCount(0)
  const me = await page.evaluate(() => sealbook.call('people.me', {}, crypto.randomUUID()))
  expect(me).toEqual({ ok: true, value: {} })
  await page.clock.resume()
  await expect(page.locator('[data-staff-no=A0002]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'settings')
  await desk.close()
})
