/** The attached file that somebody wants stamped: whether they may, whether its record stands, and whether a seal may go with it. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { Attachment, Owner } from '../../../../shared/attachments/attachment.ts'
import { rightsFor } from '../../../../shared/attachments/owners.ts'
import { showsSeal, type Stamp } from '../../../../shared/documents/stamping/stamps.ts'
import type { Reading } from '../../act.ts'
import type { DocumentDeps } from '../deps.ts'
import type { StampingDeps, StampRecord } from './stamping-sources.ts'

export type StampingRoom = { house: StampingDeps; documents: Pick<DocumentDeps, 'desk' | 'font'> }

export type AskedFile = { attachment: Attachment; of: Owner; record: StampRecord }

/** @param asked with the stamps that are to go on it; without any it is only looked at */
export const askedFile = (
  reading: Reading,
  asked: { attachment: string; stamps: readonly Stamp[] },
  { house }: StampingRoom,
): AskedFile | Refusal => {
  const attachment = house.attachment(reading, asked.attachment)
  if (!attachment) return refuse({ code: 'not-found', what: 'attachment', id: asked.attachment })
  const { of, name, erased } = attachment
  const { attach } = rightsFor(of?.type)
  const [first = 'office.manage'] = attach
  if (!attach.some((permission) => reading.actor.permissions.has(permission)))
    return refuse({ code: 'not-permitted', permission: first })
  if (erased) return refuse({ code: 'attachment-erased', name, at: erased.at })
  const record = of && house.record(reading, of)
  if (!of || !record)
    return refuse({ code: 'not-found', what: of?.type ?? 'attachment', id: of?.subject ?? attachment.id })
  if (asked.stamps.some(showsSeal)) {
    if (!record.isUse) return refuse({ code: 'stamp-needs-use', number: record.number })
    if (!reading.actor.permissions.has('seals.use')) return refuse({ code: 'not-permitted', permission: 'seals.use' })
  }
  return { attachment, of, record }
}
