/** Who opens the register of exceptions gets all that was known later at once; the desk, which asks often, gets it in portions. */
import { expect, it } from 'vitest'
import { contractDeps } from '../rooms.ts'
import { exceptionsToday } from '../exceptions/today.ts'
import { openTestOffice } from '../testing.ts'
import { laterKnowledge, type Portions } from './later-knowledge.ts'

const nothing = { rows: [], seen: 0, next: '' }
const tiny: Portions = { entries: 5, seen: 2, judged: 1 }
const checks = 6

it('one reading is enough for the register, several small ones come to the same', async () => {
  const office = await openTestOffice()
  try {
    const desk = await office.as('administrator')
    const person = (await desk.call('people.add', { staffNo: 'X2', name: '李娜', employedFrom: '2020-01-01' })).id
    const { id } = await desk.call('delegations.issue', {
      kind: 'standing',
      delegator: 'office',
      delegate: person,
      actions: ['sign'],
      validFrom: '2026-01-01',
    })
    for (let index = 0; index < checks; index += 1)
      await desk.call('authority.record', { person, contractType: 'purchase', counterparty: `甲${index}`, amount: 1 })
    await desk.call('delegations.revoke', { id, on: '2026-11-01', reason: '补登' })

    const source = () =>
      laterKnowledge(
        { ...contractDeps, judgedUse: () => undefined, usesJudged: () => nothing, useJudged: () => undefined },
        tiny,
      )
    const actor = { person: '', name: '', permissions: new Set(['audit.read'] as const) }
    const session = { open: () => undefined, close: () => undefined, isOpen: () => true }
    const reading = office.office().reading({ actor, language: 'zh-CN', session })

    const whole = source()(reading, true)
    expect(whole).toHaveLength(checks)
    const portioned = source()
    const steps: number[] = []
    while (steps.at(-1) !== checks && steps.length < 200) steps.push(portioned(reading).length)
    expect(steps[0]).toBeLessThan(checks)
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps)
    expect(portioned(reading)).toEqual(whole)

    // The desk says that it is still reading, and asks on; what it then shows is all there is.
    const today = exceptionsToday({ sources: [source()], nameOf: () => undefined })
    const shown = Array.from({ length: 200 }, () => today(reading)[0])
    expect(shown[0]).toMatchObject({ isReading: true })
    const known = shown.find((group) => group?.isReading === undefined)
    expect(known?.count).toBe(checks)
    expect(known?.rows).toHaveLength(checks)
    expect((await desk.call('exceptions.list', { kind: 'judged-otherwise' })).rows).toHaveLength(checks)
  } finally {
    office.close()
  }
})
