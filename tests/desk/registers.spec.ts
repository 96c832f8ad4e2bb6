/** The registers by keyboard: families with their sum, alerts by days ahead, who may, delegations on a day, printed registers. */
import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { exampleOffice, openDesk, type OpenDesk } from './app.ts'

let desk: OpenDesk
let page: Page
let today: string

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

const call = (name: string, input: object): Promise<Record<string, unknown>> =>
  page.evaluate(
    async (asked) => {
      const reply = await globalThis.sealbook.call(asked.name, asked.input, crypto.randomUUID())
      if (!reply.ok) throw new Error(`${asked.name} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as Record<string, unknown>
    },
    { name, input },
  )

const inDays = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const hire = async (staffNo: string, name: string): Promise<string> =>
  String((await call('people.add', { staffNo, name, employedFrom: '2020-01-01', roles: [] }))['id'])

const sign = async (id: unknown, signatory: string): Promise<void> => {
  await call('contracts.move', { id, to: 'to-sign' })
  await call('contracts.move', { id, to: 'signed', signatory })
}

const prepare = async (): Promise<void> => {
  today = String((await call('office.state', {}))['today'])
  const signer = await hire('Z9001', '欧阳测')
  const second = await hire('Z9002', '司徒验')
  await call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: signer,
    actions: ['sign', 'seal'],
    contractTypes: ['guarantee'],
    jointNeeded: 1,
    jointSigners: [second],
    validFrom: '2026-01-01',
  })
  await call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: second,
    actions: ['sign'],
    contractTypes: ['guarantee'],
    limit: 100_000_000,
    validFrom: '2026-01-01',
    validTo: '2099-12-31',
  })
  const about = { type: 'guarantee', counterparty: '试验担保有限公司' }
  const main = await call('contracts.add', {
    ...about,
    number: 'DJ-2026-1',
    name: '试验主合同',
    amount: 80_000_000,
    startsOn: '2026-01-01',
    endsOn: inDays(45),
    autoRenew: true,
    noticeOn: inDays(12),
  })
  await sign(main['id'], second)
  await call('contracts.add', {
    ...about,
    number: 'DJ-2026-1B',
    name: '试验补充协议',
    amount: 10_700_053,
    parent: main['id'],
  })
  const past = await call('contracts.add', {
    type: 'guarantee',
    counterparty: '过期验证有限公司',
    number: 'DJ-2026-PAST',
    name: '过期验证合同',
    amount: 1_000_000,
    startsOn: inDays(-100),
    endsOn: inDays(-1),
  })
  await sign(past['id'], second)
}

test('the list is narrowed by counterparty, and the family shows with its sum and the amount in capitals', async () => {
  await page.keyboard.press('F4')
  await page.locator('nav.rail').getByText('合同登记簿', { exact: true }).click()
  await page.getByTestId('filter-counterparty').fill('试验担保')
  const grid = page.getByRole('grid', { name: '合同登记簿' })
  await expect(grid).toContainText('DJ-2026-1B')
  await expect(grid.getByRole('row')).toHaveCount(2)
  await page.screenshot({ path: test.info().outputPath('contracts.png') })
  await grid.getByText('DJ-2026-1B').click()
  await expect(page.getByTestId('family')).toContainText('¥907,000.53')
  await expect(page.getByRole('dialog')).toContainText('壹拾万零柒仟元伍角叁分')
  await page.screenshot({ path: test.info().outputPath('contract.png') })
})

test('alerts come by days ahead: first the day of notice, then the end at which it renews by itself', async () => {
  await page.keyboard.press('Escape')
  await page.locator('nav.rail').getByText('到期提醒', { exact: true }).click()
  const grid = page.getByRole('grid', { name: '到期提醒' })
  const ours = grid.getByRole('row').filter({ hasText: 'DJ-2026-1' })
  await expect(ours).toHaveCount(1)
  await expect(ours).toContainText('通知截止（否则续期）')
  await expect(ours).toContainText('12 天')
  await page.getByTestId('alert-days').fill('60')
  await expect(ours).toHaveCount(2)
  await expect(ours.last()).toContainText('到期自动续期')
  await page.screenshot({ path: test.info().outputPath('alerts.png') })
})

test('behind them stand contracts past their end that nobody ended', async () => {
  const grid = page.getByRole('grid', { name: '到期提醒' })
  // Only lines near the top are in the page; few days ahead leave the past ones there.
  await page.getByTestId('alert-days').fill('1')
  const past = grid.getByRole('row').filter({ hasText: 'DJ-2026-PAST' })
  await expect(past).toContainText('已过 1 天')
  await expect(past).toContainText('已过期，尚未终止')
  await page.screenshot({ path: test.info().outputPath('alerts-past.png') })
})

test('who may: the nearest limit first, with the joint signer who is needed', async () => {
  await page.locator('nav.rail').getByText('谁可以签', { exact: true }).click()
  await page.getByTestId('who-amount').fill('50万')
  await page.getByTestId('who-counterparty').fill('试验担保有限公司')
  await page.locator('.field').filter({ hasText: '合同类型' }).locator('.ant-select').click()
  await page.getByTitle('担保合同').click()
  const rows = page.getByRole('grid', { name: '谁可以签' }).getByRole('row')
  await expect(rows.filter({ hasText: '司徒验' }).first()).toContainText('可单独签')
  await expect(rows.filter({ hasText: '欧阳测' })).toContainText('还需 1 人联签：司徒验')
  await page.screenshot({ path: test.info().outputPath('who-may.png') })
})

test('delegations stand as they stood on a day', async () => {
  await page.locator('nav.rail').getByText('授权', { exact: true }).click()
  const grid = page.getByRole('grid', { name: '授权' })
  const ours = grid.getByRole('row').filter({ hasText: '司徒验' })
  await expect(ours).toContainText('有效')
  await page.getByTestId('delegations-on').fill('2025-12-31')
  await expect(ours).toContainText('未生效')
  await page.screenshot({ path: test.info().outputPath('delegations.png') })
})

test('the registers are shown before they are printed', async () => {
  await page.getByTestId('print-delegations').click()
  await expect(page.getByTestId('preview-pages').locator('canvas').first()).toBeVisible()
  await page.keyboard.press('Escape')
  const { office, years } = (await call('contracts.book', {})) as { office: string; years: string[] }
  for (const [form, period] of [
    ['contract-register', years[0]],
    ['delegation-register', undefined],
  ] as const) {
    const { pdf } = await call('documents.render', {
      form,
      subject: office,
      ...(period === undefined ? {} : { period }),
    })
    writeFileSync(test.info().outputPath(`${form}.pdf`), Buffer.from(String(pdf), 'base64'))
  }
  const wrong = page.evaluate(async (subject) => {
    const reply = await globalThis.sealbook.call(
      'documents.render',
      { form: 'contract-register', subject, period: '2026-11' },
      crypto.randomUUID(),
    )
    return reply.ok ? 'rendered' : reply.fault.code
  }, office)
  expect(await wrong).toBe('document-needs')
})
