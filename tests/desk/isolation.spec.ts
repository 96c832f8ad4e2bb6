/** The page is shut in: what architecture.md promises of the window, tried from inside the page and from the shell. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { newFolder, openDesk, seat, type OpenDesk } from './app.ts'

let desk: OpenDesk
test.beforeAll(async () => {
  desk = await openDesk(newFolder('isolation'))
  await desk.page.waitForLoadState()
})
test.afterAll(() => desk.close())

test('runs as an ordinary user with the sandbox on', async () => {
  const shell = await desk.app.evaluate(({ app }) => ({
    uid: process.getuid?.(),
    noSandbox: app.commandLine.hasSwitch('no-sandbox'),
    pages: app.getAppMetrics().filter((metric) => metric.type === 'Tab'),
  }))
  expect(shell.uid).not.toBe(0)
  expect(shell.noSandbox).toBe(!seat.sandboxed)
  expect(shell.pages).toHaveLength(1)
  // What the kernel says of the page's process: a seccomp filter, no new privileges.
  const status = readFileSync(`/proc/${shell.pages[0]?.pid}/status`, 'utf8')
  if (seat.sandboxed) expect(status).toMatch(/^Seccomp:\s+2$/m)
})

test('loads from its own scheme, without Node and with the bridge alone', async () => {
  expect(desk.page.url()).toBe('app://sealbook/index.html')
  const seen = await desk.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys(sealbook).sort(),
  }))
  expect(seen.node).toEqual([])
  expect(seen.bridge).toEqual(['call', 'onEvent', 'operations', 'shell'])
})

test('has a policy that allows no foreign or inline code, with a fresh nonce each time', async () => {
  const ask = () =>
    desk.page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? '')
  const [first, second] = [await ask(), await ask()]
  expect(first).toContain("default-src 'none'")
  expect(first).not.toContain('unsafe')
  expect(first).not.toEqual(second)
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.intruder = true'
    document.head.append(script)
    return 'intruder' in globalThis
  })
  expect(ran).toBe(false)
})

test('leaves for nowhere, opens nothing, asks for nothing, fetches nothing from outside', async () => {
  const opened = await desk.page.evaluate(() => window.open('https://example.com/') === null)
  expect(opened).toBe(true)
  await desk.page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  const permission = await desk.page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  )
  expect(permission).toBe('denied')
  const fetched = await desk.page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'came',
      () => 'refused',
    ),
  )
  expect(fetched).toBe('refused')
  expect(desk.page.url()).toBe('app://sealbook/index.html')
  expect(desk.app.windows()).toHaveLength(1)
})

test('gives no file from outside its folder', async () => {
  const tries = ['/../package.json', '/%2e%2e/package.json', '/..%2fmain.js', '/assets/..%2f..%2fengine.js']
  for (const path of tries) {
    const status = await desk.page.evaluate(async (url) => (await fetch(url)).status, path)
    expect(status, path).toBeGreaterThanOrEqual(400)
  }
})

test('lets no other name than the contract’s through the bridge', async () => {
  const reply = await desk.page.evaluate(() => sealbook.call('office.burn', {}, crypto.randomUUID()))
  expect(reply).toEqual({ ok: false, fault: { code: 'unknown-operation', operation: 'office.burn' } })
})

test('tells the page when the engine dies, and has a new one at once', async () => {
  await desk.page.evaluate(() => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    sealbook.onEvent((event) => told.push(event.event))
  })
  const first = await desk.killEngine()
  const told = () => desk.page.evaluate(() => (globalThis as unknown as { told: string[] }).told)
  await expect.poll(told).toEqual(['engine-restarting', 'engine-ready'])
  expect(await desk.killEngine()).not.toBe(first)
})
