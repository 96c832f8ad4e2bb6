/** `call <operation> [json | @file | -]`: one operation, one answer. */
import { existsSync, readFileSync } from 'node:fs'
import { isRefusal } from '../../../shared/api/fault.ts'
import { UsageError } from './usage.ts'
import {
  folderOf,
  keyOf,
  keyOrNew,
  outcomeOf,
  readNamed,
  signIn,
  textOption,
  withOffice,
  type Opened,
  type Outcome,
  type Terminal,
} from './terminal.ts'

const readInput = (word: string | undefined): unknown => {
  if (word === undefined) return {}
  const text = word === '-' ? readFileSync(0, 'utf8') : word.startsWith('@') ? readNamed(word.slice(1), 'file') : word
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new UsageError('the input is not JSON')
  }
}

export const callOperation = async (terminal: Terminal): Promise<Outcome> => {
  const folder = folderOf(terminal)
  const [operation, word, ...rest] = terminal.words
  if (operation === undefined || rest.length > 0) throw new UsageError('call takes an operation and at most one input')
  const input = readInput(word)
  // Only what makes an office makes its folder and key; a mistyped folder is not left behind as an empty one.
  const isMaking = operation === 'office.found' || operation === 'office.example'
  if (!isMaking && !existsSync(folder)) return { fault: { code: 'no-office' } }
  const key = isMaking ? keyOrNew(terminal, folder) : keyOf(terminal, folder)
  if (isRefusal(key)) return { fault: key.refused }
  const calling = async (opened: Opened): Promise<Outcome> => {
    const fault = await signIn(terminal, opened)
    if (fault) return { fault }
    return outcomeOf(await opened.call(operation, input, textOption(terminal, 'command')))
  }
  return withOffice(terminal, calling, key)
}
