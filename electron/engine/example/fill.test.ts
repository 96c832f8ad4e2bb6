/** The example office: whole, provable, repeatable, and with something to do today. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCreditCode } from '../../../shared/contracts/credit-code.ts'
import { whyNotInert } from '../../../shared/seals/use/impression.ts'
import { addDays } from '../../../shared/office/dates.ts'
import { all, sql } from '../store/sql.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

const entries = 1000

/** What was entered when, as one hash; without desks and their books, since a desk's key is made by no dice. */
// A desk's key, its books, closings that witness the hashes of its journal, and the keyed hashes of files are each office's own.
const contentOf = (test: TestOffice): string => {
  const hash = createHash('sha256')
  for (const { line } of all<{ line: string }>(
    test.office().journal.db,
    sql`select kind || at || subject || body as line from entry join body using (seq) where kind not in ('desk.admitted', 'book.opened', 'seal.month-closed', 'seal.year-closed', 'stock.month-closed', 'attachment.kept', 'stocktake.posted') order by seq`,
  ))
    hash.update(line)
  return hash.digest('hex')
}

describe('the example office', () => {
  let test: TestOffice
  let desk: TestDesk
  beforeAll(async () => {
    test = await openTestOffice({ example: { entries } })
    desk = test.administrator
  })
  afterAll(() => test.close())

  const signedInAs = async (staffNo: string): Promise<TestDesk> => {
    const stranger = test.stranger()
    await stranger.call('people.signIn', { staffNo })
    return stranger
  }

  it('has about as many entries as asked for, and nothing to find fault with', async () => {
    const proof = await desk.call('office.verify', {})
    expect(proof.findings).toEqual([])
    expect(Math.abs(proof.entries - entries)).toBeLessThan(entries * 0.05)
    expect(proof.checkpoints).toBeLessThan(10)
  })

  it('spreads them over the year up to now, in order', () => {
    const times = all<{ at: string }>(test.office().journal.db, sql`select at from entry order by n`).map(
      ({ at }) => at,
    )
    expect(times).toEqual(times.toSorted())
    expect(new Set(times.map((at) => at.slice(0, 7))).size).toBeGreaterThanOrEqual(12)
    expect(Date.parse(times.at(-1)?.slice(0, 24) ?? '')).toBeLessThanOrEqual(test.clock.now())
  })

  it('is the same for the same seed, and another for another', async () => {
    const again = await openTestOffice({ example: { entries } })
    const other = await openTestOffice({ example: { entries, seed: 2 } })
    try {
      expect(contentOf(again)).toBe(contentOf(test))
      expect(contentOf(other)).not.toBe(contentOf(test))
    } finally {
      again.close()
      other.close()
    }
  })

  it('lists an account of every role first', async () => {
    const { rows } = await test.stranger().call('people.accounts', {})
    expect(rows[0]).toMatchObject({ name: '钱文静', staffNo: 'A0001', roles: ['administrator'] })
    expect(rows[1]).toMatchObject({ staffNo: 'A0002', roles: ['clerk', 'custodian'] })
    expect(new Set(rows.flatMap(({ roles }) => roles))).toEqual(
      new Set(['administrator', 'clerk', 'custodian', 'approver', 'auditor']),
    )
  })

  it('finds people by rare characters', async () => {
    for (const name of ['陈㛃', '赵𬭚']) {
      const { rows } = await desk.call('desk.search', { text: name.slice(1), types: ['person'] })
      expect(rows.map(({ title }) => title)).toContain(name)
    }
  })

  it('has twelve seals, each with an inert drawing that says it is a specimen', async () => {
    const { rows } = await desk.call('seals.list', {})
    expect(rows).toHaveLength(12)
    for (const seal of rows) {
      const { data, mediaType } = await desk.call('seals.impression', { id: seal.impression ?? '' })
      expect(mediaType).toBe('image/svg+xml')
      expect(whyNotInert('image/svg+xml', data)).toBeUndefined()
      expect(data).toContain('样章')
      expect(data).toContain(`width="${seal.widthMm}mm"`)
    }
  })

  it('has counterparties and barcodes whose check digits are right', async () => {
    const { rows } = await desk.call('contracts.list', { limit: 200 })
    for (const { creditCode } of rows) expect(isCreditCode(creditCode ?? '')).toBe(true)
    const { rows: items } = await desk.call('supplies.items', { limit: 200 })
    for (const { code } of items.flatMap(({ barcodes }) => barcodes)) {
      const sum = [...code].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0)
      expect(code).toMatch(/^26\d{11}$/)
      expect(sum % 10).toBe(0)
    }
  })

  it('passes authority down three levels, with one revoked, one with joint signers and one that ends soon', async () => {
    const { rows } = await desk.call('delegations.tree', { depth: 9 })
    expect(
      Math.max(...rows.map(({ level }) => level)) - Math.min(...rows.map(({ level }) => level)),
    ).toBeGreaterThanOrEqual(2)
    expect(rows.some(({ jointNeeded }) => jointNeeded > 0)).toBe(true)
    const { rows: revoked } = await desk.call('delegations.list', { state: 'revoked' })
    expect(revoked).toHaveLength(1)
    const { today = '' } = await desk.call('office.state', {})
    const { delegations } = await desk.call('contracts.ending', { days: 30 })
    expect(delegations.map(({ validTo }) => validTo)).toContain(addDays(today, 18))
  })

  it('leaves for today what a visitor can go on with', async () => {
    const clerk = await signedInAs('A0002')
    const { rows: pending } = await clerk.call('seals.requests', { status: 'pending' })
    const { rows: approved } = await clerk.call('seals.requests', { status: 'approved' })
    expect(pending.length).toBeGreaterThan(0)
    expect((await clerk.call('seals.use', { request: approved[0]?.id })).uses).not.toEqual([])
    const { rows: low } = await clerk.call('supplies.items', { show: 'low' })
    expect(low.length).toBeGreaterThanOrEqual(3)
    const { rows: contracts } = await clerk.call('contracts.list', { status: 'to-sign' })
    const { rows: seals } = await clerk.call('seals.list', {})
    const seal = seals.find(({ code }) => code === 'HT01')?.id ?? ''
    const lights = await Promise.all(
      contracts.map(({ id }) => clerk.call('seals.verdict', { contract: id, seals: [seal] })),
    )
    expect(lights).toHaveLength(2)
    expect(new Set(lights.map(({ verdict }) => verdict?.result))).toEqual(new Set(['outside', 'permitted']))
    expect(lights.filter(({ stops }) => stops.length === 0)).toHaveLength(1)
  })

  it('lets nobody carry off a shelf: issues are of plain amounts, in office hours, and spread over people', async () => {
    const clerk = await signedInAs('A0002')
    const { rows } = await clerk.call('supplies.slips', { verb: 'issue', limit: 200 })
    const slips = await Promise.all(rows.slice(0, 40).map(({ id }) => clerk.call('supplies.slip', { id })))
    const most = Math.max(...slips.flatMap(({ slip }) => slip.lines.map(({ base }) => base)))
    expect(most).toBeLessThanOrEqual(80)
    expect(new Set(slips.map(({ slip }) => slip.recipient?.id)).size).toBeGreaterThan(3)
  })

  it('has a stocktake that was posted and one that is half counted, with a line to recount', async () => {
    const clerk = await signedInAs('A0003')
    const { rows } = await clerk.call('supplies.stocktakes', {})
    expect(rows.map(({ state }) => state)).toEqual(['counting', 'posted'])
    const [open, posted] = rows
    expect(posted?.counted).toBe(posted?.lines)
    expect(posted?.totals?.losses).toBeGreaterThan(0)
    expect(open?.counted).toBeGreaterThan(0)
    expect(open?.counted).toBeLessThan(open?.lines ?? 0)
    const { lines } = await clerk.call('supplies.stocktakeLines', { id: open?.id ?? '' })
    expect(lines.filter(({ state }) => state === 'conflict')).toHaveLength(1)
  })

  it('numbers every book without gaps', () => {
    const { db } = test.office().journal
    const gaps = all<{ book: string }>(
      db,
      sql`select record ->> '$.numbered.book' as book from seal_use group by book
        having count(*) <> max(record ->> '$.numbered.serial')
        union all select record ->> '$.numbered.book' from supply_slip group by 1
        having count(*) <> max(record ->> '$.numbered.serial')`,
    )
    expect(gaps).toEqual([])
  })
})
