/** Moving a scan from the tray to its record; what belongs to a record already stays there. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { Owner } from '../../../shared/attachments/attachment.ts'
import type { Act } from '../act.ts'
import { attachmentOf } from './store.ts'

/** Nothing is answered where it was placed, or lies there already. */
export const placeAttachment = (act: Act, id: string, of: Owner): Refusal | undefined => {
  const found = attachmentOf(act.db, id)
  if (!found) return refuse({ code: 'not-found', what: 'attachment', id })
  const { name, at, erased } = found
  if (erased) return refuse({ code: 'attachment-erased', name, at: erased.at })
  if (found.of?.subject === of.subject) return undefined
  if (found.of) return refuse({ code: 'attachment-there', name, at, id })
  act.enter({ kind: 'attachment.placed', subject: id, body: { of } })
  return undefined
}
