/** The attachments' handlers: taking parts, keeping, listing, reading, placing, erasing. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { attachmentPart } from '../../../shared/attachments/attachment.ts'
import type { attachmentOperations } from '../../../shared/attachments/operations.ts'
import { rightsFor } from '../../../shared/attachments/owners.ts'
import type { Handlers, Reading } from '../act.ts'
import type { AttachmentDeps } from './deps.ts'
import { eraseAttachment } from './erase.ts'
import { keepAttachment, mayAttach, uploadName } from './keep.ts'
import { placeAttachment, setAside } from './place.ts'
import { attachmentOf, attachmentsOf, shownAttachment, trayAfter } from './store.ts'

const mayRead = ({ actor }: Reading, type: string | undefined): Refusal | undefined => {
  const { read } = rightsFor(type)
  return actor.permissions.has(read) ? undefined : refuse({ code: 'not-permitted', permission: read })
}

export const attachmentHandlers = (deps: AttachmentDeps): Handlers<typeof attachmentOperations> => ({
  'attachments.part': async (work, { upload, offset, bytes }) => {
    const vault = deps.vault()
    if (isRefusal(vault)) return vault
    return vault.take(uploadName(work, upload), offset, Buffer.from(bytes, 'base64'))
  },

  'attachments.keep': (work, input) => keepAttachment(work, deps, input),

  'attachments.list': (reading, { of }) =>
    mayRead(reading, of.type) ?? { rows: attachmentsOf(reading.db, of.subject).map(shownAttachment) },

  'attachments.tray': ({ db }, { after, limit }) => {
    const rows = trayAfter(db, after, limit + 1)
    return {
      rows: rows.slice(0, limit).map(shownAttachment),
      next: rows.length > limit ? rows[limit - 1]?.id : undefined,
    }
  },

  'attachments.bytes': (reading, { id, offset }) => {
    const found = attachmentOf(reading.db, id)
    if (!found) return refuse({ code: 'not-found', what: 'attachment', id })
    const { name, size, file, erased } = found
    const refused = mayRead(reading, found.of?.type)
    if (refused) return refused
    if (erased) return refuse({ code: 'attachment-erased', name, at: erased.at })
    const vault = deps.vault()
    if (isRefusal(vault)) return vault
    const bytes = vault.read(file, offset, attachmentPart)
    if (bytes === 'missing') return refuse({ code: 'attachment-missing', name })
    if (bytes === 'damaged') return refuse({ code: 'attachment-damaged', name })
    const end = offset + bytes.length
    return { bytes: bytes.toString('base64'), size, next: bytes.length > 0 && end < size ? end : undefined }
  },

  'attachments.place': (act, { id, of }) =>
    mayAttach(act, deps, of) ?? placeAttachment(act, id, of, deps.titleOf) ?? { id },

  'attachments.setAside': (act, { id, reason }) => setAside(act, id, reason) ?? { id },

  'attachments.erase': (work, input) => eraseAttachment(work, deps, input),
})
