/** Witnesses, approver and supervisor confirm in person: by password at the desk or by an entry of their own; what is missing shows. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outingFactsOf } from '../../../../shared/documents/life-facts-of.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let other: Person
let approver: Person
let clerk: Person
let auditor: Person

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  other = await office.as('custodian', 'clerk')
  approver = await office.as('approver')
  clerk = await office.as('clerk')
  auditor = await office.as('auditor')
})
afterAll(() => office.close())

let seals = 0
const newSeal = async (): Promise<string> => {
  const code = `QR0${(seals += 1)}`
  return (
    await custodian.call('seals.register', { code, name: `印章${code}`, type: 'hr', custodian: custodian.person })
  ).id
}
const open = async (about: string) =>
  (await auditor.call('exceptions.list', { about })).rows.map(({ kind, values }) => `${kind} ${String(values['name'])}`)
const nameOf = async ({ person }: Person) => (await custodian.call('people.get', { id: person })).person.name

const destroy = async (): Promise<string> => {
  const seal = await newSeal()
  await custodian.call('seals.retire', { seal, reason: '换章' })
  await custodian.call('seals.sealAway', { seal, place: '保险柜', approver: approver.person })
  const witnesses = [clerk.person, auditor.person]
  return (await custodian.call('seals.destroy', { seal, approver: approver.person, method: '熔毁', witnesses })).id
}

test('a destruction asks for the word of both witnesses and of its approver; each given one ends its exception', async () => {
  const id = await destroy()
  const [first, second, boss] = [await nameOf(clerk), await nameOf(auditor), await nameOf(approver)]
  expect((await open(id)).toSorted()).toEqual(
    [`witness-not-confirmed ${first}`, `witness-not-confirmed ${second}`, `approver-not-confirmed ${boss}`].toSorted(),
  )
  const asked = { type: 'seal_life_act' as const, id }
  const before = office.office().journal.head().n
  expect(await custodian.refused('seals.confirm', asked)).toMatchObject({ code: 'not-named-here' })
  expect(await custodian.refused('seals.confirmHere', { ...asked, staffNo: 'NIEMAND', password: 'x' })).toMatchObject({
    code: 'wrong-password',
  })
  expect(office.office().journal.head().n).toBe(before)
  await clerk.call('seals.confirm', asked)
  expect(await clerk.refused('seals.confirm', asked)).toMatchObject({ code: 'confirmed-already', person: first })
  const staffNo = (await custodian.call('people.get', { id: auditor.person })).person.staffNo
  await custodian.call('seals.confirmHere', { ...asked, staffNo })
  await approver.call('seals.confirm', asked)
  expect(await open(id)).toEqual([])
  const { act } = await custodian.call('seals.lifeAct', { id })
  expect(act.confirmations).toMatchObject([
    { part: 'destruction-witness', person: { id: clerk.person }, how: 'own' },
    { part: 'destruction-witness', person: { id: auditor.person }, how: 'here', desk: 'A' },
    { part: 'approver', person: { id: approver.person }, how: 'own' },
  ])
})

test('the supervisor of an accepted handover confirms it; a declined one asks nobody', async () => {
  const seal = await newSeal()
  const offer = { seal, to: other.person, witness: clerk.person, reason: '轮岗' }
  const first = await custodian.call('seals.handoverOffer', offer)
  await other.call('seals.handoverDecline', { id: first.id, reason: '不便' })
  expect(await open(first.id)).toEqual([])
  const { id } = await custodian.call('seals.handoverOffer', offer)
  expect(await open(id)).toEqual([])
  await other.call('seals.handoverAccept', { id })
  expect(await open(id)).toEqual([`supervisor-not-confirmed ${await nameOf(clerk)}`])
  await clerk.call('seals.confirm', { type: 'seal_handover', id })
  expect(await open(id)).toEqual([])
})

test('who takes a seal out, goes along and checks it says so; who enters it said so by entering it', async () => {
  const seal = await newSeal()
  const people = { taker: clerk.person, escort: auditor.person, approver: approver.person }
  const plan = { seal, ...people, address: '银行', reason: '开户' }
  const planned = await custodian.call('seals.takeOut', { ...plan, outAt: '2026-11-24 09:00' })
  expect(await open(planned.id)).toEqual([])
  await custodian.call('seals.outingCancel', { id: planned.id, reason: '改期' })
  const { id } = await custodian.call('seals.takeOut', plan)
  const [taker, escort, boss] = [await nameOf(clerk), await nameOf(auditor), await nameOf(approver)]
  const left = [`taker-not-confirmed ${taker}`, `escort-not-confirmed ${escort}`, `approver-not-confirmed ${boss}`]
  expect((await open(id)).toSorted()).toEqual(left.toSorted())
  const asked = { type: 'seal_outing' as const, id }
  const before = office.office().journal.head().n
  expect(await custodian.refused('seals.confirm', asked)).toMatchObject({ code: 'not-named-here' })
  expect(office.office().journal.head().n).toBe(before)
  const staffNo = (await custodian.call('people.get', { id: clerk.person })).person.staffNo
  await custodian.call('seals.confirmHere', { ...asked, staffNo })
  await approver.call('seals.confirm', asked)
  expect(await open(id)).toEqual([`escort-not-confirmed ${escort}`])
  // The escort brings it back and another enters that it was checked: one word for both parts.
  await custodian.call('seals.outingReturn', { id, returnedTo: auditor.person })
  expect((await open(id)).toSorted()).toEqual(
    [`escort-not-confirmed ${escort}`, `checker-not-confirmed ${escort}`].toSorted(),
  )
  await auditor.call('seals.confirm', asked)
  expect(await open(id)).toEqual([])
  expect(await auditor.refused('seals.confirm', asked)).toMatchObject({ code: 'confirmed-already' })
  const own = await custodian.call('seals.takeOut', { ...plan, taker: custodian.person })
  await auditor.call('seals.confirm', { ...asked, id: own.id })
  await approver.call('seals.confirm', { ...asked, id: own.id })
  await other.call('seals.outingReturn', { id: own.id })
  expect(await open(own.id)).toEqual([])
})

test('the sheet of an outing prints who confirmed, and when', async () => {
  const seal = await newSeal()
  const people = { taker: clerk.person, escort: auditor.person, approver: approver.person }
  const { id } = await custodian.call('seals.takeOut', { seal, ...people, address: '银行', reason: '开户' })
  const printed = async () => {
    const { outing } = await custodian.call('seals.outingGet', { id })
    const found = await custodian.call('seals.get', { id: seal })
    return outingFactsOf({ office: '', seal: found.seal, impression: undefined }, outing)
  }
  expect(await printed()).toMatchObject({ taker: await nameOf(clerk), escort: await nameOf(auditor) })
  for (const person of [clerk, auditor, approver]) await person.call('seals.confirm', { type: 'seal_outing', id })
  await custodian.call('seals.outingReturn', { id, returnedTo: auditor.person })
  await auditor.call('seals.confirm', { type: 'seal_outing', id })
  const told = (name: string) => expect.stringMatching(new RegExp(`^${name} \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}`))
  expect(await printed()).toMatchObject({
    taker: told(await nameOf(clerk)),
    escort: told(await nameOf(auditor)),
    approver: told(await nameOf(approver)),
    returnedTo: told(await nameOf(auditor)),
  })
})

test('an act that names nobody asks for nobody', async () => {
  const seal = await newSeal()
  const { id } = await custodian.call('seals.retire', { seal, reason: '换章' })
  expect((await custodian.call('seals.lifeAct', { id })).act.asksConfirmation).toBeUndefined()
  expect(await open(id)).toEqual([])
})
