/** Contracts and authority by keyboard: F4 with the answer while typing, who may, delegations as list and tree, revoking, signing. */
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

/** Keys pressed beyond what is typed. */
let keys = 0
const press = async (name: string): Promise<void> => {
  keys += 1
  await page.keyboard.press(name)
}

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

const hire = async (staffNo: string, name: string, post: string): Promise<string> =>
  String((await call('people.add', { staffNo, name, post, employedFrom: '2020-01-01', roles: [] }))['id'])

const prepare = async (): Promise<void> => {
  const head = await hire('Z9001', '欧阳测', '试验总监')
  const buyer = await hire('Z9002', '司徒验', '试验采购')
  const root = await call('delegations.issue', {
    kind: 'post',
    delegator: 'office',
    post: '试验总监',
    actions: ['sign', 'seal'],
    contractTypes: ['guarantee'],
    validFrom: '2026-01-01',
    depth: 1,
  })
  await call('delegations.issue', {
    kind: 'standing',
    delegator: head,
    parent: root['id'],
    delegate: buyer,
    actions: ['sign'],
    contractTypes: ['guarantee'],
    limit: 50_000_000,
    validFrom: '2026-01-01',
    validTo: '2099-12-31',
  })
  const contract = { type: 'guarantee', counterparty: '试验担保有限公司', number: 'SY-2026-1', name: '试验担保合同' }
  await call('contracts.add', { ...contract, amount: 80_000_000 })
}

const choose = async (testId: string, name: string): Promise<void> => {
  await page.getByTestId(testId).locator('input').fill(name)
  // Enter takes the active line, which is marked a moment after the lines are there.
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: name })).toBeVisible()
  await page.keyboard.press('Enter')
}

const answer = () => page.getByRole('complementary', { name: '核验结果' })

test('“may this person sign it for 300,000?” is answered with the reason, with at most five keys', async () => {
  await expect(page.locator('nav.rail')).toBeVisible()
  keys = 0
  await press('F4')
  await expect(page.getByTestId('check-person').locator('input')).toBeFocused()
  await page.keyboard.type('司徒验')
  await expect(page.getByTitle('司徒验').first()).toBeVisible()
  await press('Enter')
  await expect(page.getByTestId('check-amount')).toBeFocused()
  await page.keyboard.type('30万')
  await expect(answer().locator('.verdict[data-verdict=outside]')).toBeVisible()
  await expect(answer()).toContainText('不含该合同类型')
  expect(keys).toBeLessThanOrEqual(5)
})

test('a registered contract brings its own facts; above the limit, who could instead', async () => {
  await page.getByTestId('check-amount').fill('')
  await page.getByTestId('check-contract').locator('input').fill('SY-2026-1')
  await expect(page.getByTitle('试验担保合同')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(answer()).toContainText('金额 ¥800,000.00 超过授权')
  await expect(answer().getByTestId('alternatives')).toContainText('欧阳测')
})

test('the check is recorded under a number', async () => {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('done-number')).toContainText(/HY-A-\d{4}-\d{4}/)
})

test('choosing who could instead asks about them, with the chain in words', async () => {
  await answer().getByText('欧阳测').click()
  await expect(answer().locator('.verdict[data-verdict=permitted]')).toBeVisible()
  await expect(answer()).toContainText('（公司授予）')
})

test('with nobody named, who may is listed', async () => {
  await page.keyboard.press('Alt+n')
  await page.getByTestId('check-contract').locator('input').fill('SY-2026-1')
  await expect(page.getByTitle('试验担保合同')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(answer()).toContainText('可签署的人员')
  await expect(answer().getByTestId('alternatives')).toContainText('欧阳测')
})

test('a signature outside authority wants a reason, and shows afterwards', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('SY-2026-1')
  await expect(page.getByRole('option').filter({ hasText: '试验担保合同' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByTestId('move-to-sign').click()
  await page.getByTestId('move-signed').click()
  await page.getByTestId('sign-signatory').locator('input').fill('司徒验')
  await expect(page.getByTitle('司徒验').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.verdict[data-verdict=outside]').first()).toBeVisible()
  await expect(page.getByTestId('sign-do')).toBeDisabled()
  await page.getByTestId('sign-reason').fill('总监电话同意')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('总监电话同意')
})

test('a delegation wider than its parent is refused beside the field; narrowed, it is issued', async () => {
  await page.keyboard.press('Escape')
  const { rows } = (await call('delegations.list', { limit: 200 })) as {
    rows: { delegateName?: string; number: string }[]
  }
  const root = (await call('delegations.list', { limit: 200 })) as { rows: { post?: string; number: string }[] }
  expect(rows.some(({ delegateName }) => delegateName === '司徒验')).toBe(true)
  const number = root.rows.find(({ post }) => post === '试验总监')?.number ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.getByRole('option').filter({ hasText: '试验总监' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('由此转授')
  await page.keyboard.press('s')
  await expect(page.getByTestId('delegation-delegate').locator('input')).toBeFocused()
  await choose('delegation-delegate', '林秀英')
  await choose('delegation-delegator', '欧阳测')
  await page.getByTestId('delegation-limit').fill('20万')
  await page.getByTestId('delegation-depth').fill('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.field.is-wrong')).toContainText('可转授权层数')
  await expect(page.locator('.field.is-wrong')).toContainText(`上级授权 ${number}`)
  await page.getByTestId('delegation-depth').fill('0')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('林秀英')
})

test('revoking shows first what falls with it', async () => {
  // Esc leads back to the delegation it was passed on from.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toContainText('由此转授')
  await page.keyboard.press('x')
  await expect(page.getByTestId('falls')).toContainText('转授权（2）')
  await expect(page.getByTestId('revoke-reason')).toBeFocused()
  await page.keyboard.type('组织调整')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('撤销通知')
})

test('the tree grows from the office', async () => {
  // From the revocation back to the delegations it was opened from, one cover at a time.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('notices')).toHaveCount(0)
  while ((await page.getByRole('dialog').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  }
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  await page.keyboard.press('t')
  const grid = page.getByRole('grid', { name: '授权' })
  await expect(grid).toContainText('└')
  await expect(grid).toContainText('公司（法定代表人）')
})

test('a declared interest is entered, and the light turns red for that counterparty', async () => {
  await page.locator('nav.rail').getByText('利益申报', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '利益申报' })).toBeVisible()
  await page.keyboard.press('n')
  await choose('interest-person', '欧阳测')
  await page.getByTestId('interest-counterparty').fill('试验担保有限公司')
  await page.getByTestId('interest-nature').fill('配偶持股')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid', { name: '利益申报' })).toContainText('配偶持股')
  await page.keyboard.press('F4')
  await page.keyboard.press('Alt+n')
  await choose('check-person', '欧阳测')
  await page.getByTestId('check-counterparty').fill('试验担保有限公司')
  await expect(answer().locator('.verdict[data-verdict=outside]')).toContainText('配偶持股')
})

test('a contract is registered by keyboard; a number that is taken is refused, and what was typed stays', async () => {
  await page.locator('nav.rail').getByText('合同登记簿', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '合同登记簿' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByTestId('contract-number')).toBeFocused()
  await page.keyboard.type('SY-2026-1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('键盘登记的合同')
  await page.getByTestId('contract-counterparty').fill('试验担保有限公司')
  await page.getByTestId('contract-amount').fill('1.5万')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-fault=contract-number-taken]')).toContainText('SY-2026-1')
  await expect(page.getByTestId('contract-name')).toHaveValue('键盘登记的合同')
  await page.getByTestId('contract-number').fill('SY-2026-2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('¥15,000.00')
})
