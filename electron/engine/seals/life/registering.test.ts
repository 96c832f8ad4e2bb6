/** Every seal in use has a record of when and by whom it was taken into use; a new one is not in use until then. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
})
afterAll(() => office.close())

const master = (code: string) => ({ code, name: `印章${code}`, type: 'hr' as const })
const lifeOf = async (seal: string) => (await custodian.call('seals.life', { seal })).acts

test('an old seal is registered with the day and the person of its activation, as an act with a form of its own', async () => {
  const { id } = await custodian.call('seals.register', {
    ...master('QY01'),
    status: 'in-use',
    engravedOn: '2021-04-12',
    activatedOn: '2021-04-20',
    activatedBy: clerk.person,
    custodian: custodian.person,
    filingNumber: '3201000000009',
  })
  const [act, ...more] = await lifeOf(id)
  expect(more).toEqual([])
  expect(act).toMatchObject({
    act: 'activated',
    isEarlier: true,
    on: '2021-04-20',
    receivedBy: { id: clerk.person },
    by: { id: custodian.person },
    filingNumber: '3201000000009',
    from: 'being-made',
    status: 'in-use',
  })
  const { seal } = await custodian.call('seals.get', { id })
  expect(seal).toMatchObject({ status: 'in-use', activatedOn: '2021-04-20', lastAct: { number: act?.number } })
  const paper = await custodian.call('documents.issue', { form: 'seal-activation', subject: act?.id ?? '' })
  expect(paper.number).toBe(act?.number)
})

test('left out, the custodian received it, today', async () => {
  const { id } = await custodian.call('seals.register', { ...master('QY02'), custodian: clerk.person })
  expect(await lifeOf(id)).toMatchObject([{ on: '2026-11-23', receivedBy: { id: clerk.person }, isEarlier: true }])
})

test('a new seal has no such record, and is not used before it is taken into use', async () => {
  const { id } = await custodian.call('seals.register', { ...master('QY03'), status: 'being-made' })
  expect(await lifeOf(id)).toEqual([])
  const blank = { status: 'being-made' as const, activatedOn: '2026-11-20' }
  const before = office.office().journal.head().n
  expect(await custodian.refused('seals.register', { ...master('QY04'), ...blank })).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'activatedOn' }],
  })
  for (const [dates, path] of [
    [{ activatedOn: '2026-11-24' }, 'activatedOn'],
    [{ engravedOn: '2026-11-24' }, 'engravedOn'],
    [{ engravedOn: '2021-04-20', activatedOn: '2021-04-12' }, 'activatedOn'],
  ] as const)
    expect(await custodian.refused('seals.register', { ...master('QY05'), ...dates })).toMatchObject({
      code: 'invalid-input',
      problems: [{ path }],
    })
  expect(office.office().journal.head().n).toBe(before)
})
