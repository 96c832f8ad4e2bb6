/** Keeping people: nothing is silently dropped or entered empty, and an office never loses the last one who can let others in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import { connect } from '../serve.ts'
import { openTestOffice, testClock, testKey, testResources, type TestOffice } from '../testing.ts'

let test: TestOffice | undefined
afterEach(() => {
  test?.close()
  test = undefined
})

const nowhere = '0190a000-0000-7000-8000-000000000009'

describe('people', () => {
  it('are not put into a department, nor a department under a head, that does not exist', async () => {
    test = await openTestOffice()
    const { administrator } = test
    const { id } = await administrator.call('people.add', { name: '甲', staffNo: 'P1' })
    const missing = { code: 'not-found', what: 'department', id: nowhere }
    expect(await administrator.refused('people.add', { name: '乙', staffNo: 'P2', department: nowhere })).toEqual(
      missing,
    )
    expect(await administrator.refused('people.change', { id, changes: { department: nowhere } })).toEqual(missing)
    expect(await administrator.refused('departments.add', { name: '法务部', head: nowhere })).toEqual({
      code: 'not-found',
      what: 'person',
      id: nowhere,
    })
  })

  it('and the office get no entry from a change that changes nothing', async () => {
    test = await openTestOffice()
    const { administrator } = test
    const { id } = await administrator.call('people.add', { name: '甲', staffNo: 'P1', post: '会计' })
    const { n } = test.office().journal.head()
    await administrator.call('people.change', { id, changes: {} })
    await administrator.call('people.change', { id, changes: { name: '甲', post: '会计', phone: '' } })
    await administrator.call('office.change', { creditCode: '' })
    expect(test.office().journal.head().n).toBe(n)
  })

  it('who lost the role while a task was running enter nothing more through it', async () => {
    test = await openTestOffice()
    const second = await test.as('administrator')
    const { id } = await test.administrator.call('people.add', { name: '甲', staffNo: 'P1' })
    const setting = second.ask('people.setPassword', { id, password: 'long enough' })
    await test.administrator.call('people.setRoles', { id: second.person, roles: [] })
    expect(await setting).toMatchObject({ ok: false, fault: { code: 'not-permitted' } })
    expect((await test.administrator.call('people.get', { id })).hasPassword).toBe(false)
  })

  it('keep one administrator who has a password here, where one is needed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealbook-people-'))
    const keeper = openEngine({ folder, key: testKey, resources: testResources, clock: testClock() })
    const connection = connect({ folder: keeper, language: 'zh-CN', log: (message) => console.error(message) })
    let commands = 0
    const ask = async (operation: string, input: unknown) => {
      const reply = await connection.call({ operation, input, command: `p-${(commands += 1)}` })
      return reply.ok ? (reply.value as { id: string }) : reply.fault
    }
    const password = 'password-1'
    await ask('office.found', {
      name: '公司',
      deskLetter: 'A',
      deskName: '前台',
      administrator: { name: '甲', staffNo: '1', password },
    })
    const { person } = (await ask('people.signIn', { staffNo: '1', password })) as unknown as { person: { id: string } }
    const { id } = (await ask('people.add', { name: '乙', staffNo: '2', roles: ['administrator'] })) as { id: string }
    expect(await ask('people.setRoles', { id: person.id, roles: ['clerk'] })).toEqual({ code: 'last-administrator' })
    await ask('people.setPassword', { id, password })
    expect(await ask('people.setRoles', { id: person.id, roles: ['clerk'] })).toEqual({ id: person.id })
    keeper.close()
    rmSync(folder, { recursive: true })
  })
})
