/** The alarm on a real office: silent before the time, told once after it, in whichever minute that is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SealAlarm } from '../../shared/shell/alarm-words.ts'
import { alarmsAt, watchAlarms } from './alarm.ts'
import { openTestOffice, type TestDesk, type TestOffice } from './testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  // Made while the administrator's session lasts; the clock moves on below.
  await office.as('custodian', 'clerk')
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
  const told: SealAlarm[] = []
  let minute: () => void = () => undefined
  let isStopped = false
  const stop = watchAlarms({
    alarms: () => alarmsAt(office.keeper, office.clock),
    tell: (alarms) => told.push(...alarms),
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
  const values = { number: out.number, seal: 'WD01 合同章', due: '2026-11-23 18:00' }
  expect(told).toMatchObject([{ kind: 'outing-overdue', values }])
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

test('who shall take a seal over is told of it, for good or for a time, and again when the time is over', async () => {
  office.clock.set('2026-11-24T02:00:00Z')
  const [giver, receiver, witness] = [
    await office.as('custodian'),
    await office.as('custodian', 'clerk'),
    await office.as('clerk'),
  ]
  const tell = () => alarmsAt(office.keeper, office.clock).map(({ kind, values }) => `${kind} ${values['number']}`)
  const master = { code: 'JJ01', name: '交接章', type: 'hr' as const, custodian: giver.person }
  const { id: seal } = await giver.call('seals.register', master)
  expect(tell()).toEqual([])
  const offer = { seal, to: receiver.person, witness: witness.person, reason: '休假' }
  const lent = await giver.call('seals.handoverOffer', { ...offer, temporaryUntil: '2026-11-27' })
  expect(tell()).toEqual([`custody-offered ${lent.number}`])
  await receiver.call('seals.handoverAccept', { id: lent.id })
  expect(tell()).toEqual([])
  office.clock.set('2026-11-28T02:00:00Z')
  expect(tell()).toEqual([`custody-overdue ${lent.number}`])
  const later = await office.as('custodian', 'clerk')
  const back = await later.call('seals.handoverOffer', { ...offer, to: giver.person, reason: '休假结束' })
  expect(tell()).toEqual([`handover-offered ${back.number}`, `custody-overdue ${lent.number}`])
  await (await office.as('custodian')).call('seals.handoverAccept', { id: back.id })
  expect(tell()).toEqual([])
})
