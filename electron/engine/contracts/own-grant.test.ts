/** Nobody makes themselves a signatory: neither by name nor by post, neither from the office nor in somebody else's name; and how a paper is entered where one alone may delegate. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from '../testing.ts'

type Person = TestDesk & { person: string }
let office: TestOffice
let approver: Person
let other: Person
beforeEach(async () => {
  office = await openTestOffice()
  approver = await office.as('approver')
  other = await office.as('administrator')
})
afterEach(() => office.close())

const common = { kind: 'standing' as const, actions: ['sign' as const], validFrom: '2026-01-01' }
const unlimited = (delegate: string) => ({ ...common, delegator: 'office' as const, delegate })
const toPost = (post: string) => ({ ...common, kind: 'post' as const, delegator: 'office' as const, post })
const wrong = (path: string, reason: string, detail?: string) => ({
  code: 'invalid-input',
  problems: [{ path, reason: `invalid.${reason}`, ...(detail === undefined ? {} : { detail }) }],
})
const entries = (): number => office.office().journal.head().n

describe('a grant to oneself', () => {
  it('is refused by its rule, enters nothing, and is another person’s to issue', async () => {
    const before = entries()
    expect(await approver.refused('delegations.issue', unlimited(approver.person))).toEqual(
      wrong('delegate', 'own-grant'),
    )
    expect(entries()).toBe(before)
    const { number } = await other.call('delegations.issue', unlimited(approver.person))
    expect(number).toMatch(/^SQ-/)
  })

  it('is refused as well where it goes to the post that one holds, today or when it begins', async () => {
    await other.call('people.change', { id: approver.person, changes: { post: '采购部经理' } })
    expect(await approver.refused('delegations.issue', toPost('采购部经理'))).toEqual(wrong('post', 'own-grant'))
    await approver.call('delegations.issue', toPost('销售部经理'))
    await other.call('delegations.issue', toPost('采购部经理'))
  })

  it('is refused in somebody else’s name, too: who holds the authority passes it on, or a third person enters it', async () => {
    const head = (await other.call('people.add', { name: '周总', staffNo: 'G1', post: '总经理' })).id
    const { id: parent } = await approver.call('delegations.issue', { ...unlimited(head), depth: 3 })
    const passedOn = { ...common, delegator: head, parent, delegate: approver.person }
    expect(await approver.refused('delegations.issue', passedOn)).toEqual(wrong('delegate', 'own-grant'))
    await other.call('delegations.issue', passedOn)
  })
})

describe('a paper that was signed', () => {
  const password = 'correct horse battery'
  let clerk: Person
  const enter = (input: object, second: string, typed = password) =>
    clerk.ask('delegations.enterPaper', { ...input, second: { staffNo: second, password: typed } })
  const paper = (delegate: string) => ({ ...unlimited(delegate), originalNumber: '董字〔2026〕3号' })
  const staffNo = async (id: string): Promise<string> => {
    const { rows } = await other.call('people.list', { limit: 200 })
    return rows.find((row) => row.id === id)?.staffNo ?? ''
  }
  beforeEach(async () => {
    clerk = await office.as('clerk')
    for (const id of [approver.person, clerk.person]) await other.call('people.setPassword', { id, password })
  })

  it('is entered by a clerk with the word of who may delegate, and says whose', async () => {
    const guest = (await other.call('people.add', { name: '陈晨', staffNo: 'G2' })).id
    const reply = await enter(paper(guest), await staffNo(approver.person))
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
    const { delegation } = await clerk.call('delegations.get', { id: (reply.value as { id: string }).id })
    expect(delegation.confirmedBy).toMatchObject({ id: approver.person })
  })

  it('needs the right password, the number of the paper, and somebody who may delegate', async () => {
    const guest = (await other.call('people.add', { name: '陈晨', staffNo: 'G2' })).id
    const before = entries()
    const by = await staffNo(approver.person)
    expect(await enter(paper(guest), by, 'wrong password')).toMatchObject({ ok: false })
    expect(await enter(unlimited(guest), by)).toEqual({ ok: false, fault: wrong('originalNumber', 'required') })
    const self = await staffNo(clerk.person)
    expect(await enter(paper(guest), self)).toEqual({ ok: false, fault: wrong('second.staffNo', 'second-is-author') })
    await other.call('people.add', { name: '文员', staffNo: 'C9', roles: ['clerk'] })
    const id = (await other.call('people.list', { limit: 200 })).rows.find((row) => row.staffNo === 'C9')?.id ?? ''
    await other.call('people.setPassword', { id, password })
    expect(await enter(paper(guest), 'C9')).toEqual({
      ok: false,
      fault: wrong('second.staffNo', 'may-not-delegate', '文员'),
    })
    expect(await enter(paper(clerk.person), by)).toEqual({ ok: false, fault: wrong('delegate', 'own-grant') })
    expect(entries()).toBe(before + 1)
  })

  it('is confirmed by the one it is for only where nobody else may delegate', async () => {
    const by = await staffNo(approver.person)
    const before = entries()
    expect(await enter(paper(approver.person), by)).toEqual({
      ok: false,
      fault: wrong('second.staffNo', 'own-grant-confirmed'),
    })
    expect(entries()).toBe(before)
    // The general manager alone may delegate: the founder's and the other administrator's roles are taken back.
    const { rows } = await other.call('people.list', { limit: 200 })
    await other.call('people.setRoles', { id: approver.person, roles: ['approver', 'administrator'] })
    for (const { id, roles } of rows)
      if (id !== approver.person && roles.some((role) => role === 'administrator' || role === 'approver'))
        await approver.call('people.setRoles', { id, roles: ['clerk'] })
    expect(await enter(paper(approver.person), by)).toMatchObject({ ok: true })
  })
})
