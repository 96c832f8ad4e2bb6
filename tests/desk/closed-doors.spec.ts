/** When the desk must not open: a damaged file, another program at the folder, and a person who walked away. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exampleOffice, giveToDesk, newFolder, openDesk } from './app.ts'

const engine = join(import.meta.dirname, '..', '..', 'electron', 'engine')
const terminal = join(engine, 'cli.ts')

/** A whole engine in a process of its own, as the terminal is one while it works. */
const holdFolder = async (folder: string): Promise<{ letGo: () => Promise<void> }> => {
  const script = `import { openEngine } from ${JSON.stringify(join(engine, 'engine.ts'))}
    import { readKeyFile } from ${JSON.stringify(join(engine, '..', 'key-file.ts'))}
    const folder = process.argv[1]
    const keeper = openEngine({ folder, key: readKeyFile(folder), resources: '', clock: { now: Date.now } })
    console.log('refused' in keeper.office() ? 'refused' : 'held')
    setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(other.stdout, 'data')) as [Buffer]
  expect(said.toString().trim()).toBe('held')
  return {
    letGo: async () => {
      const gone = once(other, 'exit')
      other.kill('SIGKILL')
      await gone
    },
  }
}

test('a damaged file is told with what, why and what to do, and nothing is written over it', async () => {
  const folder = newFolder('damaged')
  const file = join(folder, 'office.sqlite')
  const before = 'This is no database at all. '.repeat(400)
  writeFileSync(file, before)
  giveToDesk(folder)
  const desk = await openDesk(folder)
  const alert = desk.page.getByRole('alert')
  await expect(alert).toBeVisible()
  await expect(alert).toHaveAttribute('data-fault', /^(corrupt-file|wrong-key|key-missing)$/)
  await expect(desk.page.getByText(folder)).toBeVisible()
  await expect(desk.page.getByTestId('start-new')).toHaveCount(0)
  await desk.close()
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a folder that another engine holds is told, tried again on request, and opens once that one has let go', async () => {
  const folder = exampleOffice(200)
  const other = await holdFolder(folder)
  const desk = await openDesk(folder)
  const { page } = desk
  await expect(page.locator('[data-fault=folder-in-use]')).toContainText('正被另一个程序使用')
  await expect(page.locator('[data-fault=folder-in-use]')).toContainText(folder)
  await expect(page.getByTestId('start-new')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('tried-again')).toContainText('情况没有变')
  await expect(page.locator('[data-fault=folder-in-use]')).toBeVisible()
  await other.letGo()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('staff-no')).toBeVisible()
  await desk.close()
})

test('the terminal is told that the window holds the folder, and disturbs nothing', async () => {
  const folder = exampleOffice(200)
  const desk = await openDesk(folder)
  await desk.page.locator('[data-staff-no=A0002]').click()
  await expect(desk.page.getByTestId('box')).toBeVisible()
  const said = spawnSync(process.execPath, [terminal, '--data', folder, 'call', 'office.state'], { encoding: 'utf8' })
  expect([said.status, said.stdout]).toEqual([1, ''])
  expect(said.stderr).toContain('"code":"folder-in-use"')
  const state = await desk.page.evaluate(() => sealbook.call('office.state', {}, crypto.randomUUID()))
  expect(state).toMatchObject({ ok: true, value: { state: 'ready' } })
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
