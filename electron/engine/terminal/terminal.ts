/** Opening an office for one terminal command: key, connection, signing in by prompt or password file. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { refuse, type Fault, type Refusal } from '../../../shared/api/fault.ts'
import { makeKeyFile, readKeyFile, replaceKeyFile } from '../../key-file.ts'
import { openEngine } from '../engine.ts'
import type { FolderKeeper } from '../office/folder.ts'
import { connect, type Connection, type Reply } from '../serve.ts'
import { faultOf } from '../store/faults.ts'
import { officeFile } from '../store/open.ts'
import { UsageError } from './usage.ts'

export type Terminal = { words: readonly string[]; options: Readonly<Record<string, string | boolean | undefined>> }

/** `isBad`: a result that is worth printing and still no success (a verification with findings). */
export type Outcome = { result: unknown; isBad?: boolean } | { fault: Fault }

export const textOption = (terminal: Terminal, name: string): string | undefined => {
  const value = terminal.options[name]
  return typeof value === 'string' ? value : undefined
}

export const countOption = (terminal: Terminal, name: string): number | undefined => {
  const value = textOption(terminal, name)
  if (value === undefined) return undefined
  if (!/^\d{1,10}$/.test(value)) throw new UsageError(`--${name} takes a whole number`)
  return Number(value)
}

export const folderOf = (terminal: Terminal): string => {
  const folder = textOption(terminal, 'data')
  if (folder === undefined || folder === '') throw new UsageError('--data <folder> is missing')
  return typedPath(folder)
}

export type Opened = {
  keeper: FolderKeeper
  connection: Connection
  call: (operation: string, input: unknown, command?: string) => Promise<Reply>
}

/** From source the fonts lie in their package; the built engine is handed its own folder. */
const resources = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular')

export const keyOf = (terminal: Terminal, folder: string): string | undefined => {
  const file = textOption(terminal, 'key-file')
  if (file === undefined) return keyBeside(folder)
  const key = readNamed(file, 'key file').trim()
  if (!/^[0-9a-f]{64}$/.test(key)) throw new UsageError('the key file does not hold 64 hexadecimal digits')
  return key
}

// Rubbish where the key should be is the engine's to report, as the fault that no key is.
const keyBeside = (folder: string): string | undefined => {
  try {
    return readKeyFile(folder)
  } catch {
    return undefined
  }
}

/** The folder's key, or a new one where there is no office yet: a new one cannot open what an older one closed. */
export const keyOrNew = (terminal: Terminal, folder: string): string | undefined | Refusal => {
  const known = keyOf(terminal, folder)
  if (known !== undefined || existsSync(officeFile(folder))) return known
  try {
    return makeKeyFile(folder)
  } catch (error) {
    const fault = faultOf(error, folder)
    if (!fault) throw error
    return refuse(fault)
  }
}

/** A path as typed: the script that starts us runs in the checkout, the person somewhere else. */
export const typedPath = (name: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), name)

/** The text of a file named on the command line. */
export const readNamed = (name: string, what: string): string => {
  try {
    return readFileSync(typedPath(name), 'utf8')
  } catch {
    throw new UsageError(`no ${what} ${name}`)
  }
}

/** Opens the folder for the length of `using`, and lets go of it whatever happens. */
export const withOffice = async (
  terminal: Terminal,
  using: (opened: Opened) => Promise<Outcome>,
  key = keyOf(terminal, folderOf(terminal)),
): Promise<Outcome> => {
  const language = textOption(terminal, 'language') === 'en' ? 'en' : 'zh-CN'
  const folder = folderOf(terminal)
  const keepKey = (found: string): Promise<void> => Promise.resolve(replaceKeyFile(folder, found))
  const keeper = openEngine({ folder, key, keepKey, resources, clock: { now: Date.now } })
  try {
    const connection = connect({ folder: keeper, language, log: (message) => process.stderr.write(`${message}\n`) })
    const call: Opened['call'] = (operation, input, command = crypto.randomUUID()) =>
      connection.call({ operation, input, command })
    return await using({ keeper, connection, call })
  } finally {
    keeper.close()
  }
}

/**
 * Signs in as `--as`, with the password of `--password-file` or typed at the prompt.
 * @param fallback staff number used where none is given, in the example office only
 */
export const signIn = async (
  terminal: Terminal,
  { keeper, call }: Opened,
  fallback?: string,
): Promise<Fault | undefined> => {
  const staffNo = textOption(terminal, 'as') ?? (keeper.isExample() ? fallback : undefined)
  if (staffNo === undefined) return undefined
  const file = textOption(terminal, 'password-file')
  const typed = file === undefined ? '' : readNamed(file, 'password file').replace(/\r?\n$/, '')
  const first = await call('people.signIn', { staffNo, password: typed })
  if (first.ok) return undefined
  if (file !== undefined || first.fault.code !== 'wrong-password' || !process.stdin.isTTY) return first.fault
  const second = await call('people.signIn', { staffNo, password: await prompt('Password: ') })
  return second.ok ? undefined : second.fault
}

/** Reads a line without showing it; the question goes to stderr, since stdout holds the result only. */
const prompt = async (question: string): Promise<string> => {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const answer = await lines.question('')
  lines.close()
  process.stderr.write('\n')
  return answer
}

export const outcomeOf = (reply: Reply): Outcome => (reply.ok ? { result: reply.value } : { fault: reply.fault })
