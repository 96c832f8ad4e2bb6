/** The alarm on a real office: silent before the time, told once after it, in whichever minute that is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OverdueSeal } from '../../shared/shell/alarm-words.ts'
import { overdueAt, watchOverdue } from './alarm.ts'
import { openTestOffice, type TestDesk, type TestOffice } from './testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
})
afterAll(() => office.close())

test('an overdue seal is told of once, and stays in the exceptions and on the desk until it is back', async () => {
  const [taker, escort] = [await office.as('clerk'), await office.as('auditor')]
  const { id: seal } = await custodian.call('seals.register', { code: 'WD01', name: '合同章', type: 'contract' })
  const out = await custodian.call('seals.takeOut', {
    seal,
    taker: taker.person,
    escort: escort.person,
    address: '市政务中心',
    reason: '投标',
  })
  expect(out).toMatchObject({ status: 'out', dueBackAt: '2026-11-23 18:00' })
  const told: OverdueSeal[] = []
  let minute: () => void = () => undefined
  let isStopped = false
  const stop = watchOverdue({
    overdue: () => overdueAt(office.keeper, office.clock),
    tell: (seals) => told.push(...seals),
    everyMinute: (look) => {
      minute = look
      return () => {
        isStopped = true
      }
    },
  })
  office.clock.set('2026-11-23T10:00:00Z')
  minute()
  expect(told).toEqual([])
  office.clock.set('2026-11-23T10:01:00Z')
  minute()
  minute()
  expect(told).toMatchObject([{ number: out.number, seal: 'WD01 合同章', due: '2026-11-23 18:00' }])
  const evening = await office.as('custodian')
  const { groups } = await evening.call('desk.today', {})
  expect(groups.find(({ key }) => key === 'seals-overdue')?.rows).toMatchObject([
    { subject: out.id, type: 'seal_outing' },
  ])
  expect(groups.find(({ key }) => key === 'seals-out')).toBeUndefined()
  office.clock.set('2026-11-24T01:00:00Z')
  const morning = await office.as('custodian')
  const { rows } = await (await office.as('auditor')).call('exceptions.list', {})
  expect(rows.map(({ kind }) => kind)).toContain('outing-overdue')
  const back = await morning.call('seals.outingReturn', { id: out.id })
  expect(back.isLate).toBe(true)
  minute()
  expect(told).toHaveLength(1)
  expect((await morning.call('desk.today', {})).groups.find(({ key }) => key === 'seals-overdue')).toBeUndefined()
  stop()
  expect(isStopped).toBe(true)
})
