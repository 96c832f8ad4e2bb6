/** Amending a delegation by keyboard: what is wider is refused beside its field, what is narrower stands; exclusions are lifted. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let number: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(200))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0001')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  const { id: delegate } = await call('people.add', {
    staffNo: 'BG1',
    name: '诸葛收',
    employedFrom: '2020-01-01',
    roles: ['clerk'],
  })
  const issued = await call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate,
    actions: ['sign'],
    contractTypes: ['purchase', 'lease'],
    excludedCounterparties: ['试验排除有限公司'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2099-12-31',
  })
  number = String(issued['number'])
})
test.afterAll(() => desk.close())

const call = (name: string, input: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.name, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { name, input },
  )

test('what is wider is refused beside its field; what is narrower stands from its day on', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.getByRole('option').filter({ hasText: number }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('诸葛收')
  await page.keyboard.press('e')
  await expect(page.getByTestId('amend-reason')).toBeFocused()
  await page.keyboard.type('收紧采购权限')
  await page.getByTestId('amend-limit').fill('60万')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.field.is-wrong')).toContainText('只能收窄（现为 ¥500,000.00）')
  await page.getByTestId('amend-limit').fill('20万')
  await page.screenshot({ path: test.info().outputPath('amend.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('amendments')).toContainText('单份限额降为 ¥200,000.00（收紧采购权限）')
  await expect(drawer).toContainText('¥200,000.00')
  await page.screenshot({ path: test.info().outputPath('amended.png') })
})

test('what it excludes is lifted by one key and a reason', async () => {
  await page.keyboard.press('l')
  await expect(page.getByTestId('lift-reason')).toBeFocused()
  await page.keyboard.type('误列对方单位')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('误列对方单位')
  await expect(page.getByTestId('lift-reason')).toHaveCount(0)
  await page.screenshot({ path: test.info().outputPath('lifted.png') })
})

test('whom it concerns finds the notice of the amendment on the desk, reads it with one key and signs with the next', async () => {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await page.getByTestId('staff-no').fill('BG1')
  await page.keyboard.press('Enter')
  const group = page.locator('[data-group=revocation-notices]')
  await expect(group).toContainText(number)
  await group.getByRole('button').first().click()
  await expect(page.getByTestId('notice')).toContainText(`授权 ${number} 的变更通知，尚未查阅`)
  await expect(page.getByTestId('notice')).not.toContainText('收紧采购权限')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('notice')).toContainText('收紧采购权限')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('没有待签收的撤销、变更通知')).toBeVisible()
})
