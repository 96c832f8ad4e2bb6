/** Moving a scan from the tray to its record; what belongs to a record already stays there. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Owner } from '../../../shared/attachments/attachment.ts'
import type { Act } from '../act.ts'
import type { Read } from '../store/sql.ts'
import { attachmentOf } from './store.ts'

/** Nothing is answered where it was placed, or lies there already. */
export const placeAttachment = (
  act: Act,
  id: string,
  of: Owner,
  titleOf: (db: Read, owner: Owner) => string,
): Refusal | undefined => {
  const found = attachmentOf(act.db, id)
  if (!found) return refuse({ code: 'not-found', what: 'attachment', id })
  const { name, at, erased } = found
  if (erased) return refuse({ code: 'attachment-erased', name, at: erased.at })
  if (found.of?.subject === of.subject) return undefined
  if (found.of) return refuse({ code: 'attachment-there', name, at, id, record: titleOf(act.db, found.of) })
  act.enter({ kind: 'attachment.placed', subject: id, body: { of } })
  return undefined
}

/** Only what lies in the tray can be taken out of it. */
export const setAside = (act: Act, id: string, reason: string): Refusal | undefined => {
  const found = attachmentOf(act.db, id)
  if (!found || found.of || found.setAside || found.erased) return refuse({ code: 'not-found', what: 'attachment', id })
  const by = { id: act.actor.person, name: act.actor.name }
  const body = { setAside: { reason, by, at: localTime(act.now, act.zone) } }
  act.enter({ kind: 'attachment.set-aside', subject: id, body })
  return undefined
}
