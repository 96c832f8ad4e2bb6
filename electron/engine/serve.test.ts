/** The whole contract under fire: whatever is sent, every operation answers a worded fault or a value, and nothing is half-entered. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, operationNames, type OperationName } from '../../shared/api/contract.ts'
import { words } from '../../shared/api/words.ts'
import { all, sql } from './store/sql.ts'
import { connect } from './serve.ts'
import { openTestOffice, type TestDesk, type TestOffice } from './testing.ts'

let test: TestOffice
let everyone: TestDesk
/** Ids that exist, so that calls get past "not found". */
let ids: string[] = []
beforeAll(async () => {
  test = await openTestOffice({ example: { entries: 400 } })
  everyone = await test.as('clerk', 'custodian', 'approver', 'auditor', 'administrator')
  ids = all<{ subject: string }>(test.office().journal.db, sql`select subject from entry group by kind`).map(
    (row) => row.subject,
  )
})
afterAll(() => test.close())

/** Operations that end the office or the session, which would only test the next call. */
const ending = new Set<string>(['office.leaveExample', 'people.signOut'])
const names = operationNames.filter((name) => !ending.has(name))

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\u202eb',
    `'; drop table entry; --`,
    '../../etc/passwd',
    '2026-02-30',
    '9999-99-99',
    -1,
    0,
    1e308,
    Number.NaN,
    Infinity,
    1.5,
    2 ** 53 + 2,
    null,
    true,
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.nat().map((index) => ids[index % ids.length]),
  fc.array(fc.string(), { maxLength: 3 }),
)

/** Inputs near the schema: its own field names with nasty or fitting values, so that some get past the first check. */
const near = (name: OperationName): fc.Arbitrary<unknown> => {
  const schema = contract[name].input as { shape?: Record<string, unknown> }
  const fields = Object.keys(schema.shape ?? {})
  return fc.dictionary(fc.constantFrom(...(fields.length > 0 ? fields : ['x'])), nasty, { maxKeys: fields.length + 1 })
}

describe('the contract', () => {
  it('answers every operation with a worded fault or a value, and enters nothing when it refuses', async () => {
    const call = fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), fc.oneof(near(name), nasty)))
    await fc.assert(
      fc.asyncProperty(call, async ([name, input]) => {
        const { n } = test.office().journal.head()
        const reply = await everyone.ask(name, input)
        if (reply.ok) return
        expect(reply.fault.code, `${name} ${JSON.stringify(input)}`).not.toBe('unexpected')
        for (const language of ['zh-CN', 'en'] as const)
          expect(words[language]).toHaveProperty([`fault.${reply.fault.code}`])
        expect(test.office().journal.head().n).toBe(n)
      }),
      { numRuns: 1500 },
    )
    expect((await everyone.call('office.verify', {})).findings).toEqual([])
  })

  it('needs a sign-in and a role for everything that is not open to anyone', async () => {
    const nobody = test.stranger()
    const guest = await test.as()
    for (const name of operationNames) {
      const { permission, input } = contract[name]
      if (permission === 'anyone') continue
      const fitting = input.safeParse({}).success ? {} : undefined
      if (fitting)
        expect(await nobody.ask(name, fitting), name).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } })
      else expect((await nobody.ask(name, {})).ok, name).toBe(false)
      if (fitting)
        expect(await guest.ask(name, fitting), name).toMatchObject({
          ok: false,
          fault: { code: 'not-permitted', permission },
        })
    }
  })

  it('has a word for every reason a schema may find', async () => {
    const values = [null, 1.5, -1, 1e308, '', 'x', 'x'.repeat(5000), [], ['x'], Array(99).fill('x'), {}, { a: 1 }, true]
    for (const name of names) {
      const fields = Object.keys((contract[name].input as { shape?: object }).shape ?? {})
      for (const field of fields)
        for (const value of values) {
          const reply = await test.stranger().ask(name, { [field]: value })
          if (reply.ok || reply.fault.code !== 'invalid-input') continue
          for (const { reason } of reply.fault.problems)
            expect(words['zh-CN'], `${name} ${field} ${JSON.stringify(value)}`).toHaveProperty([reason])
        }
    }
  })

  it('tells a field of the wrong type from one that is missing', async () => {
    expect(await everyone.ask('people.add', { name: 5, roles: ['king'] })).toMatchObject({
      fault: {
        problems: [
          { path: 'name', reason: 'invalid.type' },
          { path: 'staffNo', reason: 'invalid.required' },
          { path: 'roles.0', reason: 'invalid.value' },
        ],
      },
    })
  })

  it('refuses a field it does not know, however deep, by its path, and enters nothing', async () => {
    const { n } = test.office().journal.head()
    const one = ids[0] ?? ''
    const line = { item: one, quantity: 1 }
    const cases: [OperationName, object, string][] = [
      ['office.verify', { fast: true }, 'fast'],
      ['people.add', { name: '甲', staffNo: '9', roles: [], salary: 1 }, 'salary'],
      ['supplies.issue', { recipient: one, lines: [line, { ...line, price: 1 }] }, 'lines.1.price'],
      ['seals.requestSubmit', { document: { title: '甲', sha: '' } }, 'document.sha'],
      ['documents.verify', { code: 'x', more: 1 }, 'more'],
      ['people.add', { name: '甲', staffNo: '9', ['x'.repeat(100_000)]: 1 }, 'x'.repeat(60)],
      ['people.add', { name: '甲', staffNo: '9', '\ud800': 1 }, '\ufffd'],
    ]
    for (const [name, input, path] of cases) {
      const reply = await everyone.ask(name, input)
      expect(reply, name).toMatchObject({ ok: false, fault: { code: 'invalid-input' } })
      const problems = reply.ok || reply.fault.code !== 'invalid-input' ? [] : reply.fault.problems
      expect(problems, name).toContainEqual({ path, reason: 'invalid.unknown-field' })
    }
    expect(test.office().journal.head().n).toBe(n)
  })

  it('refuses ten million characters, an endless nest and a stranger’s operation in words', async () => {
    const long = 'x'.repeat(10_000_000)
    expect(await everyone.ask('people.add', { name: long, staffNo: '1' })).toMatchObject({
      ok: false,
      fault: { code: 'invalid-input', problems: [{ path: 'name', reason: 'invalid.too-long' }] },
    })
    expect(await everyone.ask(long, {})).toMatchObject({ ok: false, fault: { code: 'unknown-operation' } })
    let nest: unknown = 'deep'
    for (let depth = 0; depth < 5000; depth++) nest = [nest]
    expect((await everyone.ask('people.add', { name: nest, staffNo: nest })).ok).toBe(false)
    const members = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, '\u0001']))
    const round: Record<string, unknown> = {}
    round['round'] = round
    for (const filter of [members, Array(300_000).fill('\u0001'), round])
      expect(await everyone.ask('tables.export', { list: 'people', format: 'csv', filter })).toMatchObject({
        ok: false,
        fault: { code: 'invalid-input' },
      })
    expect(await everyone.ask('__proto__', {})).toMatchObject({ ok: false, fault: { code: 'unknown-operation' } })
  })

  it('asks who again after half an hour, though the engine or the page was started anew meanwhile', async () => {
    const clerk = await test.as('clerk')
    type Kept = { person: string; usedAt: number } | undefined
    let kept: Kept = { person: clerk.person, usedAt: test.clock.now() }
    const line = (): Promise<unknown> =>
      connect({
        folder: test.keeper,
        language: 'zh-CN',
        ...kept,
        onSession: (session) => (kept = session),
        log: (message) => console.error(message),
      }).call({ operation: 'people.list', input: {}, command: 'again' })
    test.clock.advance(20 * 60_000)
    expect(await line()).toMatchObject({ ok: true })
    test.clock.advance(20 * 60_000)
    expect(await line()).toMatchObject({ ok: true })
    test.clock.advance(31 * 60_000)
    expect(await line()).toMatchObject({ fault: { code: 'not-signed-in' } })
    expect(kept).toBeUndefined()
  })

  it('asks who again after half an hour without a call', async () => {
    const clerk = await test.as('clerk')
    await clerk.call('people.list', {})
    test.clock.advance(31 * 60_000)
    expect(await clerk.refused('people.list', {})).toEqual({ code: 'not-signed-in' })
  })
})
