/** `attach FILE --to <number>`: keeps a file as an attachment of the record with that number or code, as the page would. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { attachmentKinds, attachmentLimit, attachmentPart, type Owner } from '../../../shared/attachments/attachment.ts'
import { UsageError } from './usage.ts'
import {
  folderOf,
  outcomeOf,
  signIn,
  textOption,
  typedPath,
  withOffice,
  type Opened,
  type Outcome,
  type Terminal,
} from './terminal.ts'

type Found = { type: string; subject: string; title: string; detail: string }

/** The record that the number names, as the one box would find it. */
const ownerOf = async ({ call }: Opened, number: string): Promise<Owner | Refusal> => {
  const reply = await call('desk.search', { text: number, limit: 100 })
  if (!reply.ok) return refuse(reply.fault)
  const exact = (reply.value as { rows: Found[] }).rows.find(({ title, detail }) =>
    `${title} · ${detail}`.split(/\s+|·/).includes(number),
  )
  return exact
    ? { type: exact.type, subject: exact.subject }
    : refuse({ code: 'not-found', what: 'number', id: number })
}

const fileNamed = (name: string | undefined): string => {
  const path = name === undefined ? undefined : typedPath(name)
  if (path === undefined || !existsSync(path) || !statSync(path).isFile()) throw new UsageError(`no file ${name ?? ''}`)
  return path
}

export const attachFile = async (terminal: Terminal): Promise<Outcome> => {
  folderOf(terminal)
  const [name, ...rest] = terminal.words
  const [number, kind] = [textOption(terminal, 'to'), textOption(terminal, 'kind')]
  if (rest.length > 0 || number === undefined) throw new UsageError('attach takes one file and --to <number>')
  if (kind !== undefined && !attachmentKinds.some((known) => known === kind))
    throw new UsageError(`--kind is one of ${attachmentKinds.join(', ')}`)
  const path = fileNamed(name)
  // Looked at before it is read: a disk image would fill the memory first.
  if (statSync(path).size > attachmentLimit)
    return { fault: { code: 'attachment-too-large', megabytes: attachmentLimit / 1_048_576 } }
  return withOffice(terminal, async (opened) => {
    const fault = await signIn(terminal, opened, 'A0001')
    if (fault) return { fault }
    const of = await ownerOf(opened, number)
    if (isRefusal(of)) return { fault: of.refused }
    const [bytes, upload] = [readFileSync(path), crypto.randomUUID()]
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += attachmentPart) {
      const part = bytes.subarray(offset, offset + attachmentPart).toString('base64')
      const sent = await opened.call('attachments.part', { upload, offset, bytes: part })
      if (!sent.ok) return outcomeOf(sent)
    }
    return outcomeOf(await opened.call('attachments.keep', { upload, name: basename(path), of, kind }))
  })
}
