/**
 * Journeys that must feel effortless, screens and keys counted: from the first start to a printed slip, and an entry of last year found.
 *
 * The other rows of the table are counted where their pages are tested: seals, supplies, contracts, closing.
 */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, newFolder, officeDate, openDesk, type OpenDesk } from './app.ts'

/** Counts keys beyond the typed content, and the screens on which one was pressed. */
const counting = (page: Page) => {
  const screens = new Set<string>()
  let keys = 0
  const press = async (name: string): Promise<void> => {
    keys += 1
    await page.keyboard.press(name)
  }
  /** Names the screen that is acted on from here. */
  const on = (screen: string): void => void screens.add(screen)
  return { press, on, keys: () => keys, screens: () => screens.size }
}

/** Where the paper would come out; what is printed is tested with the documents. */
const catchPaper = (desk: OpenDesk): Promise<void> =>
  desk.app.evaluate(({ shell }) => {
    const printed: string[] = []
    Object.assign(globalThis, { printed })
    shell.openPath = (path) => {
      printed.push(path)
      return Promise.resolve('')
    }
  })

const papers = (desk: OpenDesk): Promise<number> =>
  desk.app.evaluate(() => (globalThis as unknown as { printed: string[] }).printed.length)

test('from the first start to the first printed slip, with the example office: two screens, at most four keys', async () => {
  const desk = await openDesk(newFolder('first-slip'))
  const { page } = desk
  await catchPaper(desk)
  const { press, on, keys, screens } = counting(page)
  on('first start')
  await expect(page.getByTestId('start-look')).toBeFocused()
  await press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible({ timeout: 90_000 })
  await press('F2')
  on('seals.use')
  await expect(page.getByTestId('use-basis').locator('input')).toBeFocused()
  await page.keyboard.type('专用夹具销售合同')
  await expect(page.getByTitle('专用夹具销售合同').first()).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('complementary').locator('[data-verdict=permitted]')).toBeVisible()
  await expect(page.getByTestId('use-copies')).toBeFocused()
  expect(await papers(desk)).toBe(0)
  await press('Control+Shift+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/HT01-20\d\d-\d{4}/)
  await expect(page.getByRole('button', { name: '再打印一次' })).toBeVisible()
  expect(await papers(desk)).toBe(1)
  await page.screenshot({ path: test.info().outputPath('slip.png') })
  expect(keys()).toBeLessThanOrEqual(4)
  expect(screens()).toBeLessThanOrEqual(2)
  await desk.close()
})

test('an entry of last year is found by a half-remembered name: one screen, at most three keys', async () => {
  const desk = await openDesk(exampleOffice(1500))
  const { page } = desk
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  const entry = await entryOfLastYear(page)
  await page.keyboard.press('F4')
  await expect(page.locator('.frame-page')).toHaveAttribute('data-page', 'contracts.check')
  await expect(page.locator('.frame-page input').first()).toBeFocused()
  const { press, on, keys, screens } = counting(page)
  await press('Control+k')
  on('box')
  await expect(page.getByRole('dialog').getByTestId('box')).toBeFocused()
  await page.keyboard.type(entry.remembered)
  await expect(page.locator('.hit.is-active')).toContainText(entry.number)
  await page.screenshot({ path: test.info().outputPath('found.png') })
  await press('Enter')
  await expect(page.getByRole('dialog')).toContainText(entry.number)
  expect(keys()).toBeLessThanOrEqual(3)
  expect(screens()).toBe(1)
  await desk.close()
})

type Contract = { readonly number: string; readonly name: string; readonly counterparty: string }

/** A contract of last year, remembered by the beginning of what it was and the middle of whom it was with. */
const entryOfLastYear = async (page: Page): Promise<{ number: string; remembered: string }> => {
  const rows = await page.evaluate(async () => {
    const reply = await globalThis.sealbook.call('contracts.list', { limit: 200 }, crypto.randomUUID())
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
    return (reply.value as { rows: Contract[] }).rows
  })
  const halves = ({ name, counterparty }: Contract) => [name.slice(0, 4), counterparty.slice(2, 6)] as const
  const isMeant = (one: Contract, other: Contract): boolean => {
    const [name, counterparty] = halves(one)
    return other.name.includes(name) && other.counterparty.includes(counterparty)
  }
  const lastYear = `HT-${Number((await officeDate(page)).slice(0, 4)) - 1}-`
  const entry = rows.find(
    (row) => row.number.startsWith(lastYear) && rows.filter((other) => isMeant(row, other)).length === 1,
  )
  if (entry === undefined) throw new Error('the example has no contract of last year to be told from the others')
  return { number: entry.number, remembered: halves(entry).join(' ') }
}
