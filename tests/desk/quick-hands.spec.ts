/** A field that chooses a record keeps up with a scanner: text and Enter, or text and Tab, before any list is drawn. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(300))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0002')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('月结')
  await expect(page.locator('.hit.is-active')).toContainText('月结')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('stock-preview')).toBeVisible()
})
test.afterAll(() => desk.close())

test.beforeEach(async () => {
  await page.keyboard.press('Alt+d')
  await expect(page.getByTestId('revalue-item').locator('input')).toBeFocused()
})
test.afterEach(async () => {
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
})

const nameOf = (code: string): Promise<string> =>
  page.evaluate(async (text) => {
    const reply = await globalThis.sealbook.call('desk.search', { text, types: ['supply_item'] }, crypto.randomUUID())
    return (reply as unknown as { value: { rows: { title: string }[] } }).value.rows[0]?.title ?? `no ${text}`
  }, code)

type Moment = 'at once' | 'in the next turn' | 'in the tenth turn' | 'when the list is drawn'

/** Text, and at that moment of the page's own clock the key: quicker than Playwright's round trips. */
const rush = (text: string, key: 'Enter' | 'Tab', moment: Moment): Promise<void> =>
  page.getByTestId('revalue-item').evaluate(
    async (picker, told) => {
      const field = picker.querySelector('input')
      if (field === null) throw new Error('no field')
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, told.text)
      const drawn = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('.picker-option') === null) return
          observer.disconnect()
          resolve()
        })
        observer.observe(document.body, { childList: true, subtree: true })
      })
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      const turns = { 'at once': 0, 'in the next turn': 1, 'in the tenth turn': 10, 'when the list is drawn': 0 }
      for (let turn = 0; turn < turns[told.moment]; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0))
      if (told.moment === 'when the list is drawn') await drawn
      const init = { key: told.key, keyCode: told.key === 'Enter' ? 13 : 9, bubbles: true, cancelable: true }
      field.dispatchEvent(new KeyboardEvent('keydown', init))
      // A key that is made by hand moves no focus.
      if (told.key === 'Tab') field.closest('form')?.querySelector<HTMLElement>('[data-testid=revalue-reason]')?.focus()
    },
    { text, key, moment },
  )

const moments: readonly Moment[] = ['at once', 'in the next turn', 'in the tenth turn', 'when the list is drawn']
let asked = 0
for (const key of ['Tab', 'Enter'] as const)
  for (const moment of moments) {
    // A code of its own each time: the answer to one asked before would be there at once.
    const code = `WP00${String((asked += 1)).padStart(2, '0')}`
    test(`${key} comes ${moment}`, async () => {
      await rush(code, key, moment)
      await expect(page.getByTestId('revalue-item')).toContainText(await nameOf(code), { timeout: 3000 })
      const where =
        key === 'Tab' ? page.getByTestId('revalue-reason') : page.getByTestId('revalue-item').locator('input')
      await expect(where).toBeFocused()
    })
  }
