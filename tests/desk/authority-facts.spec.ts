/**
 * Facts that a check goes by, as people at the desk see them: since when a post is held, the check a use relied on, what ends soon,
 * and a paper that a clerk enters with the word of who may delegate.
 */
import { expect, test, type Page } from '@playwright/test'
import { addDays } from '../../shared/office/dates.ts'
import { exampleOffice, officeDate, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(200))
  page = desk.page
  await page.getByTestId('staff-no').fill('A0001')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
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

const open = async (text: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await expect(page.getByRole('option').filter({ hasText: text }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText(text)
}

test('a changed post asks since when it is held, and authority by post goes by that day', async () => {
  const { id: person } = await call('people.add', {
    staffNo: 'RZ1',
    name: '令狐任',
    employedFrom: '2020-01-01',
    roles: [],
  })
  const given = { kind: 'post', delegator: 'office', post: '试验任职经理', actions: ['sign'], validFrom: '2020-01-01' }
  await call('delegations.issue', given)
  await open('令狐任')
  await page.keyboard.press('e')
  await expect(page.getByTestId('person-name')).toBeFocused()
  await expect(page.getByTestId('person-post-since')).toHaveCount(0)
  await page.getByTestId('person-post').fill('试验任职经理')
  await page.getByTestId('person-post-since').fill('2024-03-01')
  await page.screenshot({ path: test.info().outputPath('post.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('试验任职经理')
  const resultOn = async (asOf: string): Promise<string> => {
    const asked = { person, contractType: 'purchase', counterparty: '试验任职有限公司', amount: 1, asOf }
    return ((await call('authority.check', asked)) as { verdict: { result: string } }).verdict.result
  }
  expect([await resultOn('2024-02-29'), await resultOn('2024-03-01')]).toEqual(['outside', 'permitted'])
})

test('the check a use relied on is shown from the use, under its register number', async () => {
  const { id: signatory } = await call('people.add', {
    staffNo: 'RZ2',
    name: '申屠核',
    employedFrom: '2020-01-01',
    roles: [],
  })
  const given = {
    kind: 'standing',
    delegator: 'office',
    delegate: signatory,
    actions: ['seal'],
    validFrom: '2020-01-01',
  }
  await call('delegations.issue', given)
  const about = { type: 'purchase', counterparty: '试验核验有限公司', amount: 8_000_000, handler: signatory }
  const { id: contract } = await call('contracts.add', { ...about, number: 'HY-SY-1', name: '核验试验合同' })
  const { rows } = (await call('desk.search', { text: 'A0001', types: ['person'] })) as { rows: { subject: string }[] }
  await call('people.setRoles', { id: rows[0]?.subject, roles: ['administrator', 'custodian'] })
  const { id: seal } = await call('seals.register', { code: 'SY09', name: '核验试验章', type: 'contract' })
  const { uses } = await call('seals.use', { contract, signatory, copies: 1, stamps: [{ seal }] })
  const number = (uses as { number: string }[])[0]?.number ?? ''
  // The box opens over the record that is still open.
  await open(number)
  await page.keyboard.press('k')
  await expect(page.getByText('授权核验单').first()).toBeVisible()
  await expect(page.locator('canvas').first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('check.png') })
})

test('what ends soon is told by its day, within the days that are asked for, and opens from there', async () => {
  const today = await officeDate(page)
  const { id: signatory } = await call('people.add', {
    staffNo: 'RZ5',
    name: '公孙临',
    employedFrom: '2020-01-01',
    roles: [],
  })
  const given = {
    kind: 'standing',
    delegator: 'office',
    delegate: signatory,
    actions: ['sign'],
    validFrom: '2020-01-01',
  }
  await call('delegations.issue', { ...given, validTo: addDays(today, 12) })
  const about = {
    name: '试验临期合同',
    type: 'lease',
    counterparty: '试验临期有限公司',
    amount: 100,
    number: 'LQ-SY-1',
  }
  const { id } = await call('contracts.add', { ...about, endsOn: addDays(today, 20), noticeOn: addDays(today, 6) })
  await call('contracts.move', { id, to: 'to-sign' })
  await call('contracts.move', { id, to: 'signed', signatory })
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('到期提醒', { exact: true }).click()
  const ours = page.getByRole('row').filter({ hasText: /LQ-SY-1|公孙临/ })
  await expect(ours).toHaveText([/通知截止.*LQ-SY-1/, /授权到期.*公孙临/, /合同到期.*LQ-SY-1/])
  await page.getByTestId('alert-days').fill('7')
  await expect(ours).toHaveCount(1)
  await ours.click()
  await expect(page.getByRole('dialog')).toContainText('试验临期有限公司')
})

test('a clerk enters a signed paper; who may delegate says so by their own password, and nobody else', async () => {
  const person = { employedFrom: '2020-01-01' }
  await call('people.add', { ...person, staffNo: 'RZ6', name: '夏侯录', roles: ['clerk'] })
  const { id } = await call('people.add', { ...person, staffNo: 'RZ7', name: '诸葛准', roles: ['approver'] })
  await call('people.setPassword', { id, password: 'correct horse battery' })
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await page.getByTestId('staff-no').fill('RZ6')
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  await expect(page.getByTestId('delegation-new')).toContainText('录入纸质授权')
  await page.keyboard.press('n')
  await page.getByTestId('delegation-delegate').locator('input').fill('令狐任')
  await expect(page.locator('.ant-select-item-option-active').filter({ hasText: '令狐任' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByTestId('delegation-original').fill('董字〔2026〕9号')
  await page.getByTestId('delegation-second').fill('RZ7')
  await page.getByTestId('delegation-password').fill('wrong password')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.fault-note')).toContainText('密码')
  await page.getByTestId('delegation-password').fill('correct horse battery')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('诸葛准')
  await expect(page.getByRole('dialog')).toContainText('董字〔2026〕9号')
})
