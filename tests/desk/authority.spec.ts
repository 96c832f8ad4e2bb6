/** Authority by keyboard: the light in sentences, rates, delegations of each kind with joint signers, originals, the letter on paper. */
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0001')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  await prepare()
})
test.afterAll(() => desk.close())

/** Calls through the same bridge as the pages, for what this story starts from. */
const call = (name: string, input: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.name, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { name, input },
  )

const prepare = async (): Promise<void> => {
  const person = { employedFrom: '2020-01-01', roles: [] }
  await call('people.add', { ...person, staffNo: 'Z9101', name: '欧阳衡', post: '核验总监' })
  await call('people.add', { ...person, staffNo: 'Z9102', name: '司徒签', post: '核验经理' })
  await call('people.add', { ...person, staffNo: 'Z9103', name: '上官联', post: '核验主管' })
  const root = { kind: 'post', delegator: 'office', post: '核验总监', actions: ['sign'], contractTypes: ['loan'] }
  await call('delegations.issue', { ...root, validFrom: '2026-01-01', depth: 1 })
}

const choose = async (testId: string, name: string): Promise<void> => {
  await page.getByTestId(testId).locator('input').fill(name)
  // Enter takes the active line, which is marked a moment after the lines are there.
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: name })).toBeVisible()
  await page.keyboard.press('Enter')
}

const answer = () => page.getByRole('complementary', { name: '核验结果' })

test('a delegation takes any number of joint signers, and says by its field when they are too few', async () => {
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '授权' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByTestId('delegation-delegate').locator('input')).toBeFocused()
  await choose('delegation-delegate', '司徒签')
  await page.getByTestId('delegation-limit').fill('50万')
  await page.getByTestId('delegation-joint').fill('3')
  await choose('delegation-signers', '上官联')
  await choose('delegation-signers', '欧阳衡')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.field.is-wrong')).toContainText('联签人范围少于联签人数')
  await page.getByTestId('delegation-joint').fill('2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('上官联、欧阳衡')
  await expect(page.getByRole('dialog')).toContainText('全部 2 份由被授权人持有')
})

test('originals are handed out and come back by the piece', async () => {
  await page.keyboard.press('h')
  await expect(page.getByTestId('originals-to')).toHaveValue('司徒签')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('司徒签 1 份')
  await expect(page.getByRole('dialog')).toContainText('在外 1 份')
  await page.keyboard.press('b')
  await expect(page.getByTestId('originals-back')).toHaveValue('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('已收回 1 份')
})

test('a rate is entered, and an amount in dollars is held against the limit by it', async () => {
  await page.keyboard.press('Escape')
  await page.locator('nav.rail').getByText('汇率登记', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '汇率登记' })).toContainText('7.1173')
  await page.keyboard.press('n')
  await expect(page.getByTestId('rate-rate')).toBeFocused()
  await page.keyboard.type('7.0801')
  await page.getByTestId('rate-source').fill('中国外汇交易中心')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid', { name: '汇率登记' })).toContainText('7.0801')
})

test('the light says the rule of every step in a sentence, what is missing, and by which rate it was counted', async () => {
  await page.keyboard.press('F4')
  await page.keyboard.press('Alt+n')
  await choose('check-person', '司徒签')
  await page.keyboard.type('5万')
  await expect(answer().locator('.verdict[data-verdict=needs-joint]')).toBeVisible()
  await page.getByTestId('check-currency').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(answer()).toContainText('按登记汇率折算：1 USD = 7.0801 元')
  await expect(answer()).toContainText('核验经理 司徒签 依授权')
  await expect(answer()).toContainText('单笔不超过 ¥500,000.00 的各类合同')
  await expect(answer()).toContainText('还需 2 人联签')
  await expect(answer()).toContainText('无转委托权')
})

test('every joint signer is named, on the check as on the signature', async () => {
  await choose('check-joint', '上官联')
  await expect(answer()).toContainText('还需 1 人联签')
  await choose('check-joint', '欧阳衡')
  await expect(answer().locator('.verdict[data-verdict=permitted]')).toBeVisible()
  const { id } = await call('contracts.add', {
    number: 'LQ-1',
    name: '联签试验合同',
    type: 'purchase',
    counterparty: '联签试验有限公司',
    amount: 5_000_000,
  })
  await call('contracts.move', { id, to: 'to-sign' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('LQ-1')
  await expect(page.getByRole('option').filter({ hasText: 'LQ-1' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('联签试验有限公司')
  await page.getByTestId('move-signed').click()
  await choose('sign-signatory', '司徒签')
  await choose('sign-joint', '上官联')
  await choose('sign-joint', '欧阳衡')
  await expect(page.getByRole('dialog').locator('.verdict[data-verdict=permitted]')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('sign.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('上官联、欧阳衡')
  await page.keyboard.press('Escape')
})

test('the letter of authority is printed from the delegation', async () => {
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  const { rows } = (await call('delegations.list', { limit: 1 })) as { rows: { id: string }[] }
  const { number } = await call('documents.issue', { form: 'letter-of-authority', subject: rows[0]?.id ?? '' })
  expect(String(number)).toMatch(/^SQ-A-\d{4}-\d{4}$/)
})
