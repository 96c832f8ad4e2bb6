/** A real office on a real file for tests: only the clock and the randomness are handed in, all else is the product's own. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../../shared/api/fault.ts'
import type { Contract, OperationName } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/operation.ts'
import type { Role } from '../../shared/people/roles.ts'
import { openEngine } from './engine.ts'
import type { FolderKeeper } from './office/folder.ts'
import type { OpenOffice, Random } from './office/office.ts'
import { createPasswords, type Passwords } from './people/credentials.ts'
import { connect, type Connection, type Reply } from './serve.ts'

/** A clock that stands until it is moved; starts on a Monday morning in Shanghai. */
export const testClock = (start = Date.parse('2026-11-23T01:00:00Z')) => {
  let now = start
  return { now: () => now, advance: (ms: number) => (now += ms), set: (instant: string) => (now = Date.parse(instant)) }
}

/** Repeatable bytes, so that a failing property can be run again. */
export const testRandom = (seed = 'seed'): Random => {
  let count = 0
  return (bytes) =>
    createHash('sha512')
      .update(`${seed} ${(count += 1)}`)
      .digest()
      .subarray(0, bytes)
}

export const testKey = 'ab'.repeat(32)
export const testResources = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular')

export type TestDesk = {
  call: <N extends OperationName>(
    operation: N,
    input: InputOf<Contract[N]>,
    command?: string,
  ) => Promise<OutputOf<Contract[N]>>
  /** The whole reply, for operations that are expected to be refused. */
  ask: (operation: string, input: unknown, command?: string) => Promise<Reply>
  refused: <N extends OperationName>(operation: N, input: InputOf<Contract[N]>) => Promise<Fault>
  connection: Connection
}

export type TestOffice = {
  folder: string
  clock: ReturnType<typeof testClock>
  keeper: FolderKeeper
  office: () => OpenOffice
  /** A connection signed in as a person with these roles, made where needed. */
  as: (...roles: Role[]) => Promise<TestDesk & { person: string }>
  /** A connection signed in as the administrator who founded the office. */
  administrator: TestDesk
  stranger: () => TestDesk
  close: () => void
}

let commands = 0

const deskOn = (connection: Connection): TestDesk => {
  const ask: TestDesk['ask'] = (operation, input, command = `test-${(commands += 1)}`) =>
    connection.call({ operation, input, command })
  return {
    connection,
    ask,
    call: async (operation, input, command) => {
      const reply = await ask(operation, input, command)
      if (!reply.ok) throw new Error(`${operation} was refused: ${JSON.stringify(reply.fault)}`)
      return reply.value as never
    },
    refused: async (operation, input) => {
      const reply = await ask(operation, input)
      if (reply.ok) throw new Error(`${operation} was expected to be refused, answered ${JSON.stringify(reply.value)}`)
      return reply.fault
    },
  }
}

/** As the product's own, but without the work that is to slow down guessing: it would be most of the suite's time. */
export const quickPasswords = (): Passwords => createPasswords({ N: 2, r: 1, p: 1, maxmem: 2 ** 20 })

/** Founds an office in a temporary folder. Close it at the end. */
export const openTestOffice = async (
  options: { seed?: string; example?: { entries: number; seed?: number } } = {},
): Promise<TestOffice> => {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-test-'))
  const clock = testClock()
  // Durability is asserted where it is tested; here a sync per entry would only slow the suite.
  const keeper = openEngine({
    folder,
    key: testKey,
    resources: testResources,
    clock,
    random: testRandom(options.seed),
    passwords: quickPasswords(),
    synchronous: 'OFF',
  })
  const office = (): OpenOffice => {
    const open = keeper.office()
    if ('refused' in open) throw new Error(`no office: ${JSON.stringify(open.refused)}`)
    return open
  }
  const line = (person?: string): TestDesk =>
    deskOn(connect({ folder: keeper, language: 'zh-CN', person, log: (message) => console.error(message) }))
  await line().call('office.example', { entries: 0, ...options.example })
  const founder = await line().call('people.signIn', { staffNo: 'A0001' })
  const administrator = line(founder.person.id)
  const made = new Map<string, string>()
  return {
    folder,
    clock,
    keeper,
    office,
    administrator,
    stranger: () => line(),
    as: async (...roles) => {
      const name = roles.join('+')
      let person = made.get(name)
      if (person === undefined) {
        const staffNo = `T${made.size + 1}`
        person = (
          await administrator.call('people.add', {
            name: `测试${made.size + 1}`,
            staffNo,
            employedFrom: '2020-01-01',
            roles,
          })
        ).id
        made.set(name, person)
      }
      return { ...line(person), person }
    },
    close: () => {
      keeper.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
