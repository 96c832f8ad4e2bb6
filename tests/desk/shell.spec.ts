/** What the shell itself does around the page: one instance per folder, menus, files, and pages that die. */
import { spawn } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { deskEnv, newFolder, openDesk, seat, type OpenDesk } from './app.ts'

const readState = (desk: OpenDesk) => desk.page.evaluate(() => sealbook.call('office.state', {}, crypto.randomUUID()))

const menuLabels = (desk: OpenDesk) =>
  desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? [])

test('a second start on the same folder ends by itself and leaves the first one its place', async () => {
  const folder = newFolder('twice')
  const desk = await openDesk(folder)
  await desk.page.waitForLoadState()
  const second = spawn(seat.executable, [seat.app, '--data', folder], {
    cwd: seat.home,
    env: deskEnv('zh-CN'),
    stdio: 'ignore',
  })
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  expect(desk.app.windows()).toHaveLength(1)
  expect(await readState(desk)).toMatchObject({ ok: true })
  await desk.close()
})

test('the menu speaks the chosen language, reaches the page, and the choice is remembered', async () => {
  const folder = newFolder('language')
  const desk = await openDesk(folder)
  expect((await menuLabels(desk))[0]).toBe('办公室')
  await desk.page.evaluate(() => sealbook.shell.setLanguage('en'))
  expect((await menuLabels(desk))[0]).toBe('Office')
  await desk.page.evaluate(() => {
    const chosen: string[] = []
    Object.assign(globalThis, { chosen })
    sealbook.onEvent((event) => event.event === 'menu' && chosen.push(event.choice))
  })
  await desk.app.evaluate(({ Menu, BrowserWindow }) => {
    const office = Menu.getApplicationMenu()?.items[0]?.submenu?.items
    office?.find((item) => item.label === 'Lock')?.click(undefined, BrowserWindow.getAllWindows()[0])
  })
  await expect
    .poll(() => desk.page.evaluate(() => (globalThis as unknown as { chosen: string[] }).chosen))
    .toEqual(['lock'])
  await desk.close()

  const again = await openDesk(folder, { language: 'kept' })
  expect((await again.page.evaluate(() => sealbook.shell.state())).language).toBe('en')
  await again.close()
})

test('a folder that cannot be written to opens a window that says so', async () => {
  const folder = newFolder('read-only')
  chmodSync(folder, 0o555)
  const desk = await openDesk(folder)
  await expect.poll(() => readState(desk)).toMatchObject({ ok: false, fault: { code: 'folder-read-only' } })
  expect(await desk.page.evaluate(() => sealbook.shell.state())).toMatchObject({ keyProtection: 'unavailable' })
  await expect(desk.page.locator('body')).toContainText('数据文件夹不可写入')
  await desk.close()
})

test('what is saved is saved byte for byte, under a name that chooses no folder', async () => {
  const desk = await openDesk(newFolder('save'))
  const path = join(seat.home, 'files', 'saved.pdf')
  await desk.app.evaluate(({ dialog }, filePath) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    dialog.showSaveDialog = (...args: unknown[]) => {
      seen.push(JSON.stringify(args.at(-1)))
      return Promise.resolve({ canceled: false, filePath })
    }
  }, path)
  const saved = await desk.page.evaluate(() =>
    sealbook.shell.saveFile('../../用印/登记:簿.pdf', new Uint8Array([0, 255, 128, 10])),
  )
  expect(saved).toBe(path)
  expect([...readFileSync(path)]).toEqual([0, 255, 128, 10])
  const seen = await desk.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  expect(JSON.parse(seen[0] ?? '{}')).toEqual({ defaultPath: '.._.._用印_登记_簿.pdf' })
  const refused = desk.page.evaluate(() => sealbook.shell.saveFile('a', 'no bytes' as unknown as Uint8Array))
  await expect(refused).rejects.toThrow('bytes expected')
  await desk.close()
})

test('a page that is loaded again, or that died, has its line to the engine again', async () => {
  const desk = await openDesk(newFolder('reload'))
  await desk.page.reload()
  expect(await readState(desk)).toMatchObject({ ok: true })
  const loaded = desk.page.waitForEvent('domcontentloaded').catch(() => undefined)
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await loaded
  const alive = () =>
    desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return window?.webContents.executeJavaScript('sealbook.shell.state().then((state) => state.isEngineReady)')
    })
  await expect.poll(alive).toBe(true)
  await desk.close()
})
