/**
 * The stock's value through the office's own door, against an example reckoned by hand for both methods.
 *
 * 中性笔, 支; amounts in 元. The slips of October 2026, the same in both offices:
 *
 *   day    slip       pieces  amount | stock pieces  value   how the amount of what leaves is reckoned (moving average)
 *   10-01  入库 RK        100  100.00 |         100  100.00   by the invoice
 *   10-05  领用 LY         30   30.00 |          70   70.00   100.00 × 30 ÷ 100
 *   10-10  入库 RK         50   65.00 |         120  135.00   by the invoice
 *   10-15  领用 LY         40   45.00 |          80   90.00   135.00 × 40 ÷ 120
 *   10-20  退库 TK          5    5.63 |          85   95.63   45.00 × 5 ÷ 40 = 5.625, half up
 *   10-25  入库 RK         20   28.01 |         105  123.64   by the invoice
 *   10-28  领用 LY         60   70.65 |          45   52.99   123.64 × 60 ÷ 105 = 70.6514
 *   10-30  报损 BS          1    1.18 |          44   51.81   52.99 × 1 ÷ 45 = 1.1776
 *
 * 移动加权平均: came 100.00 + 65.00 + 28.01 = 193.01; left 30.00 + 45.00 − 5.63 + 70.65 + 1.18 = 141.20;
 *   lies there 193.01 − 141.20 = 51.81 for 44 pieces. The roundings stay in the stock.
 *
 * 月末一次加权平均: 193.01 for 170 pieces; 30 + 40 − 5 + 60 + 1 = 126 left, worth 193.01 × 126 ÷ 170 = 143.0545 → 143.05.
 *   The slips took 141.20, so 1.85 more was used and lies there no more: 51.81 − 1.85 = 49.96 for 44 pieces.
 *   193.01 − 143.05 = 49.96. Nothing is lost: 1.85 stands as a line of differences dated 10-31.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
type Desk = {
  office: TestOffice
  clerk: Person
  approver: Person
  auditor: Person
  administrator: Person
  pen: string
  receipts: string[]
}

const at = async (
  desk: Pick<Desk, 'office'>,
  day: string,
): Promise<Pick<Desk, 'clerk' | 'approver' | 'auditor' | 'administrator'>> => {
  desk.office.clock.set(`${day}T01:00:00Z`)
  return {
    clerk: await desk.office.as('clerk'),
    approver: await desk.office.as('approver'),
    auditor: await desk.office.as('auditor'),
    administrator: await desk.office.as('administrator'),
  }
}

const october = async (valuation: 'moving' | 'month-end'): Promise<Desk> => {
  const office = await openTestOffice()
  let people = await at({ office }, '2026-11-23')
  const choose = { valuation: 'month-end', from: '2026-10', reason: '财务要求' } as const
  if (valuation === 'month-end') await people.administrator.call('supplies.chooseMethod', choose)
  people = await at({ office }, '2026-10-01')
  const unit = '支'
  const { id: pen } = await people.clerk.call('supplies.addItem', { code: 'P1', name: '中性笔', unit, location: 'A1' })
  const receipts: string[] = []
  let taken = ''
  const days: [string, (clerk: Person) => Promise<{ slip: { id: string; amount: number } }>, number][] = []
  const line = (quantity: number) => ({ item: pen, quantity, unit })
  const receive = (quantity: number, amount: number) => async (clerk: Person) => {
    const answer = await clerk.call('supplies.receive', { lines: [{ ...line(quantity), amount }] })
    receipts.push(answer.slip.id)
    return answer
  }
  const issue = (quantity: number) => async (clerk: Person) => {
    const answer = await clerk.call('supplies.issue', { recipient: clerk.person, lines: [line(quantity)] })
    if (quantity === 40) taken = answer.slip.id
    return answer
  }
  days.push(['2026-10-01', receive(100, 10_000), 10_000])
  days.push(['2026-10-05', issue(30), 3000])
  days.push(['2026-10-10', receive(50, 6500), 6500])
  days.push(['2026-10-15', issue(40), 4500])
  days.push(['2026-10-20', (clerk) => clerk.call('supplies.return', { original: taken, lines: [line(5)] }), 563])
  days.push(['2026-10-25', receive(20, 2801), 2801])
  days.push(['2026-10-28', issue(60), 7065])
  days.push(['2026-10-30', (clerk) => clerk.call('supplies.scrap', { reason: '摔坏', lines: [line(1)] }), 118])
  for (const [day, act, amount] of days) {
    people = await at({ office }, day)
    expect([day, (await act(people.clerk)).slip.amount]).toEqual([day, amount])
  }
  return { office, ...(await at({ office }, '2026-11-02')), pen, receipts }
}

const stockOf = async (desk: Desk): Promise<[number, number]> => {
  const { item } = await desk.clerk.call('supplies.item', { id: desk.pen })
  return [item.stock, item.value]
}

describe('移动加权平均', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await october('moving')
  })
  afterAll(() => desk.office.close())

  test('October stands as it was reckoned by hand, and is closed without differences', async () => {
    expect(await stockOf(desk)).toEqual([44, 5181])
    const preview = await desk.clerk.call('supplies.closingPreview', {})
    expect(preview).toMatchObject({ due: ['2026-10'], month: '2026-10', differences: 0 })
    expect(preview.stop).toBeUndefined()
    const { id, number } = await desk.clerk.call('supplies.closeMonth', { month: '2026-10' })
    expect(number).toBe('KJ-A-2026-0001')
    const { closing } = await desk.clerk.call('supplies.closing', { id })
    expect(closing.items).toMatchObject([
      {
        code: 'P1',
        openingQuantity: 0,
        opening: 0,
        inQuantity: 170,
        in: 19_301,
        outQuantity: 126,
        out: 14_120,
        difference: 0,
        closingQuantity: 44,
        closing: 5181,
      },
    ])
    expect(closing).toMatchObject({ valuation: 'moving', used: 0, slips: 8, late: [], oversold: [] })
    expect(closing.totals).toEqual({ opening: 0, in: 19_301, out: 14_120, difference: 0, closing: 5181 })
    expect(closing.revaluation).toBeUndefined()
  })

  test('a closed month takes no slip, no second closing and no other valuation; the running one is not closed', async () => {
    const { clerk, administrator, pen } = desk
    const lines = [{ item: pen, quantity: 1, unit: '支', amount: 1 }]
    expect(await clerk.refused('supplies.receive', { date: '2026-10-31', lines })).toMatchObject({
      code: 'stock-month-closed',
      month: '2026-10',
    })
    const close = (month: string) => clerk.refused('supplies.closeMonth', { month })
    expect(await close('2026-10')).toEqual({ code: 'stock-already-closed', month: '2026-10', number: 'KJ-A-2026-0001' })
    expect(await close('2026-11')).toMatchObject({ code: 'stock-month-running' })
    expect(await close('2026-13')).toMatchObject({ code: 'invalid-input', problems: [{ reason: 'invalid.month' }] })
    const choose = (from: string, valuation: 'moving' | 'month-end') =>
      administrator.refused('supplies.chooseMethod', { valuation, from, reason: '试' })
    expect(await choose('2026-10', 'month-end')).toMatchObject({ code: 'method-in-closed-month' })
    expect(await choose('2026-12', 'moving')).toMatchObject({ code: 'method-unchanged' })
    expect(
      await clerk.refused('supplies.chooseMethod', { valuation: 'moving', from: '2027-01', reason: '试' }),
    ).toMatchObject({ code: 'not-permitted' })
  })

  test('somebody else countersigns it, once', async () => {
    const { rows } = await desk.clerk.call('supplies.closings', {})
    const id = rows[0]?.id ?? ''
    expect(await desk.clerk.refused('supplies.closingCountersign', { id })).toMatchObject({ code: 'not-permitted' })
    await desk.approver.call('supplies.closingCountersign', { id })
    expect(await desk.approver.refused('supplies.closingCountersign', { id })).toMatchObject({
      code: 'stock-closing-signed',
    })
  })

  test('a price learnt in November is a line of November, and a value without pieces ends with its month', async () => {
    // The invoice of 10-25 says 30.01 instead of 28.01; 44 pieces lie there, so all of the 2.00 goes to the stock.
    const receipt = desk.receipts[2] ?? ''
    const late = await desk.clerk.call('supplies.reprice', { id: receipt, lines: [{ line: 0, amount: 3001 }] })
    expect(late.slip).toMatchObject({ date: '2026-11-02', verb: 'revalue', amount: 200 })
    expect(await stockOf(desk)).toEqual([44, 5381])
    const lines = [{ item: desk.pen, quantity: 44, unit: '支' }]
    await desk.clerk.call('supplies.issue', { recipient: desk.clerk.person, lines })
    expect(await stockOf(desk)).toEqual([0, 0])
    await desk.clerk.call('supplies.revalue', { reason: '运费尾差', lines: [{ item: desk.pen, amount: 5 }] })
    Object.assign(desk, await at(desk, '2026-12-01'))
    const { id } = await desk.clerk.call('supplies.closeMonth', { month: '2026-11' })
    const { closing } = await desk.clerk.call('supplies.closing', { id })
    // 51.81 + 2.00 late + 0.05 − 53.81 issued − 0.05 left over without a piece = 0.
    expect(closing.totals).toEqual({ opening: 5181, in: 0, out: 5381, difference: 200, closing: 0 })
    expect(closing).toMatchObject({ used: 5, revaluation: { number: 'CY-A-2026-0003' } })
    const { slip } = await desk.clerk.call('supplies.slip', { id: closing.revaluation?.id ?? '' })
    expect(slip).toMatchObject({ date: '2026-11-30', closing: '2026-11', amount: -5 })
    expect(slip.lines).toMatchObject([{ amount: -5, difference: { cause: 'remainder', used: 5 } }])
    expect(await stockOf(desk)).toEqual([0, 0])
  })

  test('what was signed stands, balances recount, and the rows are what the entries say', async () => {
    const { clerk, auditor } = desk
    expect(await clerk.call('supplies.recountStock', {})).toMatchObject({ differing: [] })
    expect((await auditor.call('office.verify', {})).findings).toEqual([])
    expect((await auditor.call('exceptions.list', {})).rows.filter(({ kind }) => kind.startsWith('stock-'))).toEqual([])
  })
})

describe('月末一次加权平均', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await october('month-end')
  })
  afterAll(() => desk.office.close())

  test('closing October enters the difference to the average, and the stock is worth what was reckoned by hand', async () => {
    expect(await desk.clerk.call('supplies.closingPreview', {})).toMatchObject({
      month: '2026-10',
      differences: 1,
      content: { valuation: 'month-end', totals: { out: 14_120, difference: -185, closing: 4996 }, used: 185 },
    })
    expect(await stockOf(desk)).toEqual([44, 5181])
    const { id } = await desk.clerk.call('supplies.closeMonth', { month: '2026-10' })
    const { closing } = await desk.clerk.call('supplies.closing', { id })
    expect(closing.totals).toEqual({ opening: 0, in: 19_301, out: 14_120, difference: -185, closing: 4996 })
    expect(closing).toMatchObject({ used: 185, slips: 9, late: [] })
    const { slip } = await desk.clerk.call('supplies.slip', { id: closing.revaluation?.id ?? '' })
    expect(slip).toMatchObject({ date: '2026-10-31', closing: '2026-10', amount: -185 })
    expect(slip.lines).toMatchObject([{ base: 0, difference: { cause: 'month-end', used: 185 } }])
    expect(await stockOf(desk)).toEqual([44, 4996])
  })

  test('consumption of October is what left by the average, and the next month begins where it ended', async () => {
    const { rows, amount } = await desk.clerk.call('supplies.consumption', { from: '2026-10-01', to: '2026-10-31' })
    // 143.05 left, of which 1.18 was scrap by its slip.
    expect(amount).toBe(14_305 - 118)
    // Who drew has no department here: the difference stands apart from the issues, and both are the whole.
    expect(rows.map(({ key, amount: part }) => [key, part])).toEqual([
      [undefined, 14_120 - 118],
      ['difference', 185],
    ])
    const { content } = await desk.clerk.call('supplies.closingPreview', { month: '2026-11' })
    expect(content).toMatchObject({ totals: { opening: 4996 }, late: [], slips: 0 })
    expect(await desk.clerk.call('supplies.methods', {})).toMatchObject({
      now: 'month-end',
      rows: [{ from: '2026-10' }],
    })
    expect((await desk.auditor.call('office.verify', {})).findings).toEqual([])
  })
})
