/** Revoking by keyboard: what falls stands beside the reason, Enter revokes and tells, originals are ticked off, the addressee signs. */
import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let number: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openDesk(exampleOffice(600))
  page = desk.page
  await signInAs('A0001')
  await prepare()
})
test.afterAll(() => desk.close())

const signInAs = async (staffNo: string): Promise<void> => {
  await page.getByTestId('staff-no').fill(staffNo)
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.rail')).toBeVisible()
}

const call = (name: string, input: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.name, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { name, input },
  )

const personCalled = async (name: string): Promise<string> => {
  const { rows } = (await call('desk.search', { text: name, types: ['person'] })) as { rows: { subject: string }[] }
  return rows[0]?.subject ?? ''
}

const prepare = async (): Promise<void> => {
  const clerk = await personCalled('林秀英')
  const common = { kind: 'standing', actions: ['sign', 'seal'], validFrom: '2026-01-01', contractTypes: ['guarantee'] }
  const given = await call('delegations.issue', {
    ...common,
    delegator: 'office',
    delegate: clerk,
    depth: 1,
    originals: 2,
  })
  const other = await personCalled('郑晓彤')
  await call('delegations.issue', {
    ...common,
    delegator: clerk,
    parent: given['id'],
    delegate: other,
    originals: 1,
    limit: 10_000_000,
  })
  const contract = { type: 'guarantee', counterparty: '试验担保有限公司', number: 'CX-2026-1', name: '试验担保合同' }
  const { id } = await call('contracts.add', { ...contract, amount: 8_000_000, handler: other })
  await call('contracts.move', { id, to: 'to-sign' })
  await call('contracts.move', { id, to: 'signed', signatory: clerk })
  number = String(given['number'])
}

test('what falls stands beside the reason; two keys beyond the reason revoke', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(number)
  await expect(page.getByRole('option').filter({ hasText: number }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('林秀英')
  await page.keyboard.press('x')
  const falls = page.getByTestId('falls')
  await expect(falls).toContainText('转授权（1）')
  await expect(falls).toContainText('CX-2026-1')
  await expect(falls).toContainText('在外原件（2 份授权）')
  await expect(falls).toContainText('须通知（2 人）')
  await expect(page.getByTestId('revoke-reason')).toBeFocused()
  await expect(page.getByTestId('revoke-do')).toBeDisabled()
  await page.keyboard.type('调离岗位')
  await page.screenshot({ path: test.info().outputPath('revoke.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('notices')).toContainText('林秀英')
  await expect(page.getByTestId('notices')).toContainText('未送达')
  await expect(page.getByTestId('fetch-back')).toContainText('2 份原件')
})

test('originals are ticked off as they come back, and one signature on paper is noted', async () => {
  await page.getByTestId('fetch-back').getByRole('button', { name: '已收回' }).first().click()
  await expect(page.getByTestId('fetch-back')).toContainText(/\d{4}-\d\d-\d\d 已收回/)
  const other = page.getByTestId('notices').locator('.tick-row').filter({ hasText: '郑晓彤' })
  await other.getByRole('button', { name: '登记签收' }).click()
  await expect(other).toContainText('已签收 · 纸质签收')
  await page.screenshot({ path: test.info().outputPath('revocation.png') })
})

test('the notice and fetch-back list prints as one form', async () => {
  const { rows } = (await call('revocations.list', {})) as { rows: { id: string; number: string }[] }
  const id = rows.find((row) => row.number === number)?.id
  const { pdf, pages } = await call('documents.render', { form: 'revocation', subject: id })
  expect(pages).toBe(1)
  writeFileSync(test.info().outputPath('revocation.pdf'), Buffer.from(String(pdf), 'base64'))
})

test('what was passed on shows as fallen, without an entry of its own', async () => {
  // Esc leads back to the delegation it was opened from, and from there to where the box was asked.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  await page.keyboard.press('t')
  const grid = page.getByRole('grid', { name: '授权' })
  await expect(grid).toContainText('已失效')
})

test('the addressee finds the notice on the desk at sign-in and reads it with one key and signs with the next', async () => {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: '换人登录' }).click()
  await signInAs('A0003')
  const group = page.locator('[data-group=revocation-notices]')
  await expect(group).toContainText(number)
  await page.screenshot({ path: test.info().outputPath('desk.png') })
  await group.getByRole('button').first().click()
  await expect(page.getByTestId('notice')).toContainText(`授权 ${number} 的撤销通知，尚未查阅`)
  await expect(page.getByTestId('notice')).not.toContainText('调离岗位')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('notice')).toContainText(`授权 ${number} 自`)
  await page.screenshot({ path: test.info().outputPath('notice.png') })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('没有待签收的撤销、变更通知')).toBeVisible()
})
