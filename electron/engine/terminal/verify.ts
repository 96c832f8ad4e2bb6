/** `verify`: the journal and its rows; with a file, that document against its record. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Verification } from '../../../shared/documents/operations.ts'
import { UsageError } from './usage.ts'
import { folderOf, outcomeOf, signIn, withOffice, type Outcome, type Terminal } from './terminal.ts'

export const verify = async (terminal: Terminal): Promise<Outcome> => {
  folderOf(terminal)
  const [name, ...rest] = terminal.words
  if (rest.length > 0) throw new UsageError('verify takes at most one file')
  const path = name === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), name)
  if (path !== undefined && !existsSync(path)) throw new UsageError(`no file ${name ?? ''}`)
  return withOffice(terminal, async (opened) => {
    const fault = await signIn(terminal, opened, 'A0001')
    if (fault) return { fault }
    if (path === undefined) return judged(outcomeOf(await opened.call('office.verify', {})), isProved)
    const file = readFileSync(path).toString('base64')
    return judged(outcomeOf(await opened.call('documents.verify', { file })), isAsIssued)
  })
}

/** @param isGood what the operation's own output schema says of its result */
const judged = (outcome: Outcome, isGood: (result: never) => boolean): Outcome =>
  'fault' in outcome ? outcome : { ...outcome, isBad: !isGood(outcome.result as never) }

const isProved = ({ findings }: { findings: unknown[] }): boolean => findings.length === 0

// A record that has had later entries (a void, a correction) still proves that the paper is as it was issued.
const isAsIssued = ({ signature, content, record }: Verification): boolean =>
  (signature === 'valid' || signature === 'entered') &&
  content === 'unchanged' &&
  (record === 'same' || record === 'later-changed')
