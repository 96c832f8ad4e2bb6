/** `call <operation> [json | @file | -]`: one operation, one answer. */
import { readFileSync } from 'node:fs'
import { UsageError } from './usage.ts'
import {
  folderOf,
  outcomeOf,
  readNamed,
  signIn,
  textOption,
  withOffice,
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
  folderOf(terminal)
  const [operation, word, ...rest] = terminal.words
  if (operation === undefined || rest.length > 0) throw new UsageError('call takes an operation and at most one input')
  const input = readInput(word)
  return withOffice(terminal, async (opened) => {
    const fault = await signIn(terminal, opened)
    if (fault) return { fault }
    return outcomeOf(await opened.call(operation, input, textOption(terminal, 'command')))
  })
}
