/** Who will have to approve is told before a request is submitted, and is what the request then waits for. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Category } from '../../../../shared/seals/records.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let custodian: Person
let clerk: Person
let head: Person
let deputy: Person
let general: Person
let company: string
let hr: string
let small: string
let large: string

const newPerson = async (name: string, post: string): Promise<Person> => {
  const staffNo = `P-${name}`
  const added = { name, staffNo, post, employedFrom: '2020-01-01', roles: ['approver' as const] }
  const { id } = await office.administrator.call('people.add', added)
  const desk = office.stranger()
  await desk.call('people.signIn', { staffNo })
  return { ...desk, person: id }
}

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  clerk = await office.as('clerk')
  head = await newPerson('部长', '行政总监')
  deputy = await newPerson('副部长', '行政副总监')
  general = await newPerson('王总', '总经理')
  company = (await custodian.call('seals.register', { code: 'YL01', name: '预览公章', type: 'company' })).id
  hr = (await custodian.call('seals.register', { code: 'YL02', name: '预览人事章', type: 'hr' })).id
  await custodian.call('seals.routeSet', {
    name: '公章',
    sealTypes: ['company'],
    precedence: 10,
    steps: [
      { mode: 'any-of', approvers: [{ by: 'person', person: head.person }] },
      {
        mode: 'all-of',
        approvers: [
          { by: 'post', post: '总经理' },
          { by: 'role', role: 'approver' },
        ],
      },
    ],
  })
  await custodian.call('seals.routeSet', {
    name: '百万以上',
    categories: ['contract'],
    amountFrom: 100_000_000,
    precedence: 5,
    steps: [{ mode: 'any-of', approvers: [{ by: 'post', post: '总经理' }] }],
  })
  const contract = async (number: string, amount: number) =>
    (
      await clerk.call('contracts.add', {
        number,
        name: `合同${number}`,
        type: 'purchase',
        counterparty: '苏州恒源',
        handler: clerk.person,
        amount,
      })
    ).id
  small = await contract('YL-1', 5_000_000)
  large = await contract('YL-2', 200_000_000)
})
afterAll(() => office.close())

const asked = (seal: string, category: Category, contract?: string) => ({
  lines: [{ seal }],
  category,
  ...(contract === undefined ? {} : { contract: { id: contract } }),
})

test('what is told is the route that the request is given, by seal, category and amount; nothing is entered', async () => {
  const { n } = office.office().journal.head()
  const told = []
  for (const [seal, category, contract] of [
    [company, 'official'],
    [hr, 'certificate'],
    [company, 'contract', small],
    [company, 'contract', large],
    [hr, 'contract'],
  ] as const) {
    const input = asked(seal, category, contract)
    told.push({ input, shown: await clerk.call('seals.requestRoute', input) })
  }
  expect(office.office().journal.head().n).toBe(n)
  expect(told.map(({ shown }) => shown.name)).toEqual(['公章', undefined, '公章', '百万以上', '百万以上'])
  for (const { input, shown } of told) {
    const { id } = await clerk.call('seals.requestSubmit', { ...input, document: { title: '试' } })
    const { request, steps } = await clerk.call('seals.requestGet', { id })
    expect(request.route?.name).toBe(shown.name)
    expect(shown.steps.map(({ mode, awaited }) => [mode, awaited.map(({ approver }) => approver)])).toEqual(
      steps.map(({ mode, approvers }) => [mode, approvers]),
    )
  }
})

test('a post says who holds it, somebody away who stands in, and who asks that they cannot', async () => {
  const plain = await clerk.call('seals.requestRoute', asked(company, 'official'))
  expect(plain.steps[1]?.awaited).toMatchObject([
    { approver: { post: '总经理' }, people: [{ person: { name: '王总' }, isAsking: false, isAway: false }] },
    { approver: { role: 'approver' }, people: [] },
  ])
  await head.call('seals.absenceEnter', { from: '2026-11-23', to: '2026-11-30', standIn: deputy.person })
  const away = await clerk.call('seals.requestRoute', asked(company, 'official'))
  expect(away.steps[0]?.awaited[0]?.people).toEqual([
    {
      person: { id: head.person, name: '部长' },
      isAsking: false,
      isAway: true,
      standIn: { id: deputy.person, name: '副部长' },
    },
  ])
  // The stand-in asks: nobody is left to stand in.
  const own = await clerk.call('seals.requestRoute', { ...asked(company, 'official'), applicant: deputy.person })
  expect(own.steps[0]?.awaited[0]?.people).toEqual([
    {
      person: { id: head.person, name: '部长' },
      isAsking: false,
      isAway: true,
      hindered: { person: { id: deputy.person, name: '副部长' }, why: 'asks' },
    },
  ])
})

test('who signs along and stands in for another of the same step is told of, and whoever is named next finishes it', async () => {
  const [finance, legal] = [await newPerson('财务', '财务总监'), await newPerson('法务', '法务总监')]
  const both = (await custodian.call('seals.register', { code: 'YL03', name: '会签章', type: 'other' })).id
  const places = ['财务总监', '法务总监'].map((post) => ({ by: 'post' as const, post }))
  await custodian.call('seals.routeSet', {
    name: '会签',
    seals: [both],
    precedence: 20,
    steps: [{ mode: 'all-of', approvers: places }],
  })
  const absence = await legal.call('seals.absenceEnter', {
    from: '2026-11-23',
    to: '2026-11-24',
    standIn: finance.person,
  })
  const hindered = { person: { name: '财务' }, why: 'own-place' }
  const early = await clerk.call('seals.requestRoute', asked(both, 'other'))
  expect(early.steps[0]?.awaited[1]?.people).toMatchObject([{ isAway: true, hindered }])
  const { id } = await clerk.call('seals.requestSubmit', { ...asked(both, 'other'), document: { title: '试' } })
  await finance.call('seals.requestApprove', { id })
  const seen = () => clerk.call('seals.requestGet', { id })
  expect((await seen()).awaits).toMatchObject([{ approver: { post: '法务总监' }, people: [{ hindered }] }])
  expect(await finance.refused('seals.requestApprove', { id })).toMatchObject({ code: 'already-approved' })
  const next = { id: absence.id, standIn: general.person }
  expect(await clerk.refused('seals.absenceStandIn', next)).toMatchObject({ code: 'not-permitted' })
  expect(await legal.refused('seals.absenceStandIn', { ...next, standIn: finance.person })).toMatchObject({
    code: 'stand-in-twice',
  })
  expect(await general.refused('seals.requestApprove', { id })).toMatchObject({ code: 'not-your-step' })
  await office.administrator.call('seals.absenceStandIn', next)
  expect((await seen()).awaits).toMatchObject([{ people: [{ standIn: { name: '王总' } }] }])
  await general.call('seals.requestApprove', { id })
  const { request, awaits } = await seen()
  expect([request.status, awaits]).toEqual(['approved', []])
  const told = request.approvals.map(({ person, standsFor }) => `${person.name} ${standsFor?.name ?? ''}`.trim())
  expect(told.toSorted()).toEqual(['王总 法务', '财务'].toSorted())
})

test('what submitting would refuse is refused as early, with the same words', async () => {
  const input = { ...asked(hr, 'contract'), applicant: general.person }
  const early = await clerk.refused('seals.requestRoute', input)
  expect(early).toMatchObject({ code: 'route-needs-other', route: '百万以上', step: 1 })
  expect(await clerk.refused('seals.requestSubmit', { ...input, document: { title: '试' } })).toEqual(early)
  const unknown = asked(large, 'other')
  expect(await clerk.refused('seals.requestRoute', unknown)).toMatchObject({ code: 'not-found', what: 'seal' })
})
