/** Guessing passwords: every try counts, however it is sent, and a clock set back locks nobody out for years. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../testing.ts'

const password = 'correct horse'
let test: TestOffice
let id: string
beforeEach(async () => {
  test = await openTestOffice()
  const added = await test.administrator.call('people.add', { name: '乙', staffNo: 'S1', roles: ['clerk'] })
  id = added.id
  await test.administrator.call('people.setPassword', { id, password })
})
afterEach(() => test.close())

const signIn = (typed: string, command?: string) =>
  test.stranger().ask('people.signIn', { staffNo: 'S1', password: typed }, command)
const codes = (replies: { ok: boolean; fault?: { code: string } }[]) =>
  replies.map((reply) => (reply.ok ? 'in' : reply.fault?.code))

describe('a wrong password', () => {
  it('counts although it comes under a command id that was used before', async () => {
    for (let index = 0; index < 5; index++) await signIn(`guess ${index}`, 'same')
    expect(codes([await signIn(password, 'same')])).toEqual(['too-many-tries'])
  })

  it('counts before it is looked at, so that many at once are no way around the wait', async () => {
    const replies = await Promise.all(Array.from({ length: 9 }, (_, index) => signIn(`guess ${index}`)))
    expect(codes(replies).filter((code) => code === 'wrong-password')).toHaveLength(5)
    expect(codes(replies).filter((code) => code === 'too-many-tries')).toHaveLength(4)
  })

  it('counts although the call was cancelled', async () => {
    const desk = test.stranger()
    for (let index = 0; index < 5; index++) {
      const trying = desk.ask('people.signIn', { staffNo: 'S1', password: 'guess' }, `try ${index}`)
      await desk.ask('office.cancel', { command: `try ${index}` })
      await trying
    }
    expect(codes([await signIn(password)])).toEqual(['too-many-tries'])
  })

  it('counts where it is given as the present one, too', async () => {
    const desk = test.stranger()
    await desk.call('people.signIn', { staffNo: 'S1', password })
    const tries = []
    for (let index = 0; index < 6; index++)
      tries.push(await desk.ask('people.setPassword', { id, present: 'guess', password: 'new password' }, 'same'))
    expect(codes(tries)).toEqual([...Array<string>(5).fill('wrong-password'), 'too-many-tries'])
  })

  it('makes wait an hour at the most, though the clock was set back meanwhile', async () => {
    for (let index = 0; index < 5; index++) await signIn('guess')
    test.clock.advance(-365 * 86_400_000)
    expect(codes([await signIn(password)])).toEqual(['in'])
  })

  it('is forgotten after the right one', async () => {
    for (const right of [false, false, false, false, true, false, true])
      expect(codes([await signIn(right ? password : 'guess')])).toEqual([right ? 'in' : 'wrong-password'])
  })

  it('does not tell who has left', async () => {
    await test.administrator.call('people.change', { id, changes: { employedTo: '2026-11-01' } })
    expect(codes([await signIn('guess')])).toEqual(['wrong-password'])
    expect(codes([await signIn(password)])).toEqual(['person-left'])
  })
})
