/** Keeping a file: first it lies whole in the vault, then the entry says so; a refusal in between leaves no entry. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { OutputOf, ValidInputOf } from '../../../shared/api/operation.ts'
import type { Owner } from '../../../shared/attachments/attachment.ts'
import { isShown, mediaTypeOf, plainName } from '../../../shared/attachments/media.ts'
import type { attachmentOperations } from '../../../shared/attachments/operations.ts'
import { rightsFor } from '../../../shared/attachments/owners.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Act, Reading, Work } from '../act.ts'
import type { Taken } from '../store/vault-intake.ts'
import type { AttachmentDeps } from './deps.ts'
import { withFile } from './store.ts'

type Keep = (typeof attachmentOperations)['attachments.keep']
type Asked = ValidInputOf<Keep>

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

/** Whether who asks may add to this record, and whether it is there. */
export const mayAttach = (reading: Reading, deps: AttachmentDeps, of: Owner | undefined): Refusal | undefined => {
  const { attach } = rightsFor(of?.type)
  const [first = 'office.manage'] = attach
  if (!attach.some((permission) => reading.actor.permissions.has(permission)))
    return refuse({ code: 'not-permitted', permission: first })
  if (of && !deps.isThere(reading.db, of)) return refuse({ code: 'not-found', what: of.type, id: of.subject })
  return undefined
}

/** What is wrong with the file itself. */
const unfit = (name: string, mediaType: string, size: number, kind: Asked['kind']): Refusal | undefined => {
  if (size === 0) return refuse({ code: 'attachment-empty', name })
  if (kind === 'scan' && !isShown(mediaType)) return refuse({ code: 'attachment-not-a-scan', name })
  return undefined
}

/** The same content on the same record; a scan is one of a paper, which belongs to one record only. */
const there = (act: Act, deps: AttachmentDeps, file: string, { of, kind }: Asked): Refusal | undefined => {
  const known = withFile(act.db, file).find((other) =>
    kind === 'scan' ? other.kind === 'scan' && !other.setAside : other.of?.subject === of?.subject,
  )
  if (!known) return undefined
  const record = known.of ? deps.titleOf(act.db, known.of) : ''
  return refuse({ code: 'attachment-there', name: known.name, at: known.at, id: known.id, record })
}

type Fit = { name: string; mediaType: string; taken: Taken }

const enter = (
  act: Act,
  deps: AttachmentDeps,
  input: Asked,
  { name, mediaType, taken }: Fit,
): OutputOf<Keep> | Refusal => {
  const known = there(act, deps, taken.file, input)
  if (known) return known
  const id = act.newId()
  const { kind, of, note } = input
  const { file, size } = taken
  const by = { id: act.actor.person, name: act.actor.name }
  const at = localTime(act.now, act.zone)
  act.enter({ kind: 'attachment.kept', subject: id, body: { file, name, mediaType, size, kind, of, note, by, at } })
  return { id, name, mediaType, size, sha256: taken.sha256 }
}

export const keepAttachment = async (
  work: Work,
  deps: AttachmentDeps,
  input: Asked,
): Promise<OutputOf<Keep> | Refusal> => {
  const name = plainName(input.name)
  if (name === undefined) return invalid('name', 'invalid.file-name')
  if (!input.of && input.kind !== 'scan') return invalid('of', 'invalid.no-owner')
  const refused = work.read((reading) => mayAttach(reading, deps, input.of))
  if (refused) return refused
  const vault = deps.vault()
  if (isRefusal(vault)) return vault
  const taken = await vault.keepLater(uploadName(work, input.upload))
  // After a lost reply the upload is gone, and the act is answered as it was the first time.
  if (isRefusal(taken)) return work.act((): OutputOf<Keep> | Refusal => taken)
  const mediaType = mediaTypeOf(taken.start, name)
  const wrong = unfit(name, mediaType, taken.size, input.kind)
  return wrong ?? work.act((act) => enter(act, deps, input, { name, mediaType, taken }))
}

/** Two people may give their uploads one name. */
export const uploadName = ({ actor }: Pick<Work, 'actor'>, upload: string): string => `${actor.person} ${upload}`
