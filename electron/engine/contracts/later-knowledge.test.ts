/** Later knowledge on a real office and between desks: exceptions appear, the earlier record stays, the order is no matter. */
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import { admit, type Batch } from '../journal/admit.ts'
import { makeDeskKey } from '../journal/desk-key.ts'
import { checkpointsAfter, entriesAfter } from '../journal/entries.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { exceptionSources, kinds } from '../rooms.ts'
import { migrations } from '../store/migrations/index.ts'
import { makeDerived } from '../store/open.ts'
import type { Write } from '../store/sql.ts'
import { openTestOffice, testRandom, type TestDesk, type TestOffice } from '../testing.ts'

let office: TestOffice
let desk: TestDesk
let custodian: TestDesk
let buyer: string
let seal: string
let delegation: { id: string; number: string }
let contract: { id: string; number: string }

beforeEach(async () => {
  office = await openTestOffice()
  desk = await office.as('administrator')
  custodian = await office.as('custodian')
  buyer = (await desk.call('people.add', { staffNo: 'X2', name: '李娜', employedFrom: '2020-01-01', roles: [] })).id
  seal = (await custodian.call('seals.register', { code: 'HY01', name: '试验合同章', type: 'contract' })).id
  delegation = await issue({})
  contract = await desk.call('contracts.add', { number: 'CG-1', ...about, handler: buyer })
})
afterEach(() => office.close())

const about = {
  name: '打印设备采购合同',
  type: 'purchase',
  counterparty: '北京晨光文具有限公司',
  amount: 5_000_000,
} as const

const issue = (changes: Record<string, unknown>) =>
  desk.call('delegations.issue', {
    kind: 'standing',
    delegator: 'office',
    delegate: buyer,
    actions: ['sign', 'seal'],
    limit: 10_000_000,
    validFrom: '2026-01-01',
    ...changes,
  })

const sign = async () => {
  await desk.call('contracts.move', { id: contract.id, to: 'to-sign' })
  await desk.call('contracts.move', { id: contract.id, to: 'signed', signatory: buyer })
}

const use = async (): Promise<{ id: string; number: string }> => {
  const { uses } = await custodian.call('seals.use', {
    contract: contract.id,
    signatory: buyer,
    copies: 1,
    stamps: [{ seal, perCopy: 1 }],
  })
  return uses[0] ?? { id: '', number: '' }
}

const told = async () =>
  (await desk.call('exceptions.list', { kind: 'judged-otherwise' })).rows.map(({ type, values }) => [
    type,
    values['number'],
    ...[values['what']].flat(),
  ])

describe('a use that was permitted', () => {
  it('shows once its delegation is revoked from an earlier day, and stays as it was recorded', async () => {
    const { id, number } = await use()
    const before = await desk.call('desk.history', { subject: id })
    expect(await told()).toEqual([])
    await desk.call('delegations.revoke', { id: delegation.id, on: '2026-11-01', reason: '补登' })
    expect(await told()).toEqual([['seal_use', number, delegation.number]])
    expect(await desk.call('desk.history', { subject: id })).toEqual(before)
    expect((await desk.call('seals.useGet', { id })).use.verdict?.result).toBe('permitted')
  })

  it('does not show where another delegation carries it', async () => {
    await use()
    await issue({ limit: undefined })
    await desk.call('delegations.revoke', { id: delegation.id, on: '2026-11-01', reason: '补登' })
    expect(await told()).toEqual([])
  })

  it('is not doubted by a revocation from tomorrow on', async () => {
    await use()
    await desk.call('delegations.revoke', { id: delegation.id, on: '2026-11-24', reason: '换岗' })
    expect(await told()).toEqual([])
  })

  it('shows when the person turns out to have left before', async () => {
    const { number } = await use()
    await desk.call('people.change', { id: buyer, changes: { employedTo: '2026-11-20' } })
    expect(await told()).toEqual([['seal_use', number, '李娜']])
  })

  it('shows when an interest is declared from an earlier day', async () => {
    const { number } = await use()
    const interest = { person: buyer, counterparty: about.counterparty, nature: '配偶持股' }
    await desk.call('interests.declare', { ...interest, declaredOn: '2026-10-01' })
    expect(await told()).toEqual([['seal_use', number, `李娜 ↔ ${about.counterparty}`]])
  })

  it('shows when a delegation that excludes it is entered late', async () => {
    const { number } = await use()
    const late = await issue({ excludedCounterparties: [about.counterparty] })
    expect(await told()).toEqual([['seal_use', number, late.number]])
  })

  it('shows when the contract’s amount is corrected above the limit, with the signature that rests on it', async () => {
    await sign()
    const { number } = await use()
    const { contract: record } = await desk.call('contracts.get', { id: contract.id })
    await desk.call('contracts.change', { id: contract.id, number: 'CG-1', ...about, amount: 50_000_000 })
    const rows = await told()
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual(['seal_use', number, 'CG-1'])
    expect(rows).toContainEqual(['contract', record.check, 'CG-1'])
  })

  it('ends to show when it is voided', async () => {
    const { id } = await use()
    await desk.call('delegations.revoke', { id: delegation.id, on: '2026-11-01', reason: '补登' })
    expect(await told()).toHaveLength(1)
    await custodian.call('seals.useVoid', { id, reason: '无权' })
    expect(await told()).toEqual([])
  })
})

/** Another desk of the same office, on a file of its own in memory. */
const otherDesk = (seed: string): Journal => {
  const db = new Database(':memory:') as unknown as Write
  for (const statement of migrations.flat()) db.exec(statement)
  makeDerived(db, kinds.tables)
  const { office: id } = office.office().journal
  return createJournal({ db, kinds, office: id, deskKey: makeDeskKey(db), random: testRandom(seed) })
}

const batch = (from: Journal, after = 0): Batch => {
  const checkpoint = checkpointsAfter(from.db, from.deskKey.desk, after).at(-1)
  if (!checkpoint) throw new Error('nothing to send')
  const { desk: id, publicKey } = from.deskKey
  return { desk: id, publicKey, entries: entriesAfter(from.db, id, after, 100_000), checkpoint }
}

const sourced = (journal: Journal): SubjectException[] => {
  const reading = office.office().reading({
    actor: { person: '', name: '', permissions: new Set() },
    language: 'zh-CN',
    session: { open: () => {}, close: () => {}, isOpen: () => true },
  })
  return exceptionSources.flatMap((source) => source({ ...reading, db: journal.db }))
}

describe('between two desks', () => {
  const revoke = (journal: Journal): void => {
    journal.transact(office.clock.now(), (entering) =>
      entering.enter('p', {
        kind: 'delegation.revoked',
        subject: delegation.id,
        body: { revokedOn: '2026-11-23', revokedReason: '当日撤销' },
      }),
    )
  }

  it('a revocation that arrives later shows on both, whichever of the two came first', async () => {
    const here = office.office().journal
    const there = otherDesk('there')
    const third = otherDesk('third')
    const now = office.clock.now()
    expect(admit(there, batch(here), now)).toHaveProperty('taken')
    const sent = here.head().n
    revoke(there)
    const { id, number } = await use()
    expect(await told()).toEqual([])
    // The use came first here; at the others the revocation did.
    expect(admit(here, batch(there), now)).toEqual({ taken: 1 })
    expect(await told()).toEqual([['seal_use', number, delegation.number]])
    expect(admit(there, batch(here, sent), now)).toHaveProperty('taken')
    expect(admit(third, batch(there), now)).toHaveProperty('taken')
    expect(admit(third, batch(here), now)).toHaveProperty('taken')
    const mine = sourced(here)
    expect(mine.map(({ subject }) => subject)).toEqual([id])
    expect(sourced(there)).toEqual(mine)
    expect(sourced(third)).toEqual(mine)
  })

  it('a number that both typed stands twice and shows on both contracts', async () => {
    const here = office.office().journal
    const there = otherDesk('there')
    const body = (await desk.call('contracts.get', { id: contract.id })).contract
    const { id: _, ...record } = body
    const other = contract.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    there.transact(office.clock.now(), (entering) =>
      entering.enter('p', {
        kind: 'contract.entered',
        subject: other,
        body: { ...record, name: '另一工位的合同' },
      }),
    )
    admit(here, batch(there), office.clock.now())
    const { rows } = await desk.call('exceptions.list', { kind: 'number-twice' })
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual([contract.id, other].toSorted())
    expect(rows.find(({ subject }) => subject === contract.id)?.values['others']).toEqual(['另一工位的合同'])
    const { sameNumber } = await desk.call('contracts.get', { id: contract.id })
    expect(sameNumber.map(({ id }) => id)).toEqual([other])
  })
})
