/** Command ids come from outside: whatever stands there is answered, nothing of it reaches the query, and nobody's id blocks another's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestDesk, type TestOffice } from './testing.ts'

let test: TestOffice
let administrator: TestDesk
beforeAll(async () => {
  test = await openTestOffice()
  administrator = test.administrator
})
afterAll(() => test.close())

const add = (staffNo: string) => ({ name: '甲', staffNo })
const head = (): number => test.office().journal.head().n

describe('a command id', () => {
  it('that is no text of 1 to 64 characters is refused in words, and never becomes part of a query', async () => {
    const before = head()
    const stolen = { text: `'' union select json_quote(hex(value)) from local_secret --`, values: [] }
    for (const command of [stolen, undefined, null, 7, '', 'x'.repeat(65), ['a'], { toString: 'a' }]) {
      const call = { operation: 'departments.add', input: { name: '法务部' }, command: command as string }
      expect(await administrator.connection.call(call), JSON.stringify(command)).toMatchObject({
        ok: false,
        fault: { code: 'invalid-input', problems: [{ path: 'command' }] },
      })
    }
    expect(head()).toBe(before)
  })

  it('does not keep another person or another operation from using the same', async () => {
    const other = await test.as('administrator')
    const { id } = await administrator.call('people.add', add('C1'), 'shared')
    expect((await administrator.call('people.add', add('C1'), 'shared')).id).toBe(id)
    expect((await other.call('people.add', add('C2'), 'shared')).id).not.toBe(id)
    expect(await administrator.call('departments.add', { name: '工会' }, 'shared')).toHaveProperty('id')
  })

  it('and an operation that is no text are answered even so', async () => {
    for (const operation of [7, null, undefined, { length: 3 }, Symbol.iterator]) {
      const call = { operation: operation as string, input: {}, command: 'c' }
      expect(await administrator.connection.call(call)).toMatchObject({
        ok: false,
        fault: { code: 'unknown-operation' },
      })
    }
  })
})
