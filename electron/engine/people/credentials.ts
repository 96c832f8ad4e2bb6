/** Password verifiers of this desk: never exchanged, scrypt, slower after every few wrong tries. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { one, run, sql, type Read, type Write } from '../store/sql.ts'

/** How much work a try costs: scrypt's blocks (2^n) and their size. */
export type PasswordCost = { N: number; r: number; p: number; maxmem: number }

/** 2^17 blocks of 8: about 0.3 s a try (exchange.md), which Electron's crypto has where argon2id is missing. */
const slow: PasswordCost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

type Verifier = { salt: Buffer; verifier: Buffer }

const stretch = (password: string, salt: Uint8Array, cost: PasswordCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })

export type Credential = { salt: Buffer; verifier: Buffer; failures: number; locked_until: number }

export const credentialOf = (db: Read, person: string): Credential | undefined =>
  one<Credential>(db, sql`select salt, verifier, failures, locked_until from local_credential where person = ${person}`)

export const keepVerifier = (db: Write, person: string, made: Verifier): void => {
  run(
    db,
    sql`insert into local_credential (person, salt, verifier) values (${person}, ${made.salt}, ${made.verifier})
      on conflict (person) do update set salt = excluded.salt, verifier = excluded.verifier, failures = 0, locked_until = 0`,
  )
}

/** Wrong tries before waiting starts; then the wait doubles from 30 s to an hour. */
const freeTries = 5
const longestWaitMs = 3_600_000

export type Passwords = {
  make: (password: string) => Promise<Verifier>
  /**
   * Whether the password fits. A try is counted before it is looked at, and taken back when it was right: so neither many
   * at once, nor a cancelled call, nor an engine that dies in between is a way around the wait.
   * @param now milliseconds since 1970, UTC
   * @returns `too-many-tries` or `wrong-password`; undefined where it is right
   */
  try: (db: Write, person: string, password: string, now: number) => Promise<Refusal | undefined>
  /** Tries at staff numbers that nobody has, or whose person has no password: refused exactly as those of everyone else. */
  tryStranger: (staffNo: string, password: string, now: number) => Promise<Refusal>
}

/** @param cost less of it is for tests only, which would spend most of their time here */
export const createPasswords = (cost: PasswordCost = slow): Passwords => {
  const make = async (password: string): Promise<Verifier> => {
    const salt = randomBytes(16)
    return { salt, verifier: await stretch(password, salt, cost) }
  }
  const isRight = async (password: string, { salt, verifier }: Credential): Promise<boolean> =>
    timingSafeEqual(await stretch(password, salt, cost), verifier)
  return {
    make,
    try: async (db, person, password, now) => {
      const credential = credentialOf(db, person)
      if (!credential) return refuse({ code: 'wrong-password' })
      const wait = credential.locked_until - now
      // A wait longer than any that is given comes from a clock that was set back since.
      if (wait > 0 && wait <= longestWaitMs)
        return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil(wait / 1000) })
      countFailure(db, person, now)
      if (!(await isRight(password, credential))) return refuse({ code: 'wrong-password' })
      forgetFailures(db, person)
      return undefined
    },
    tryStranger: strangersAt(make),
  }
}

/** Milliseconds to wait after so many wrong tries. */
const waitAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(30_000 * 2 ** (failures - freeTries), longestWaitMs)

/** How many numbers are remembered; who tries more than these starts the first of them afresh. */
const mostStrangers = 1000

const strangersAt = (make: Passwords['make']): Passwords['tryStranger'] => {
  const tried = new Map<string, { failures: number; lockedUntil: number }>()
  return async (staffNo, password, now) => {
    const { failures = 0, lockedUntil = 0 } = tried.get(staffNo) ?? {}
    const wait = lockedUntil - now
    if (wait > 0 && wait <= longestWaitMs)
      return refuse({ code: 'too-many-tries', waitSeconds: Math.ceil(wait / 1000) })
    tried.delete(staffNo)
    tried.set(staffNo, { failures: failures + 1, lockedUntil: now + waitAfter(failures + 1) })
    const [oldest] = tried.keys()
    if (tried.size > mostStrangers && oldest !== undefined) tried.delete(oldest)
    // As slow as a wrong password, so that the time does not tell which staff numbers exist.
    await make(password)
    return refuse({ code: 'wrong-password' })
  }
}

const countFailure = (db: Write, person: string, now: number): void => {
  const failures = (credentialOf(db, person)?.failures ?? 0) + 1
  const wait = waitAfter(failures)
  run(
    db,
    sql`update local_credential set failures = ${failures}, locked_until = ${now + wait} where person = ${person}`,
  )
}

const forgetFailures = (db: Write, person: string): void => {
  run(db, sql`update local_credential set failures = 0, locked_until = 0 where person = ${person}`)
}
