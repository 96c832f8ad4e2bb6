/** Erasing a content (个人信息保护法 §47): entered first, for every attachment that holds it; then the file goes. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../shared/api/operation.ts'
import type { attachmentOperations } from '../../../shared/attachments/operations.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Act, Work } from '../act.ts'
import { refuseStale } from '../office/office.ts'
import type { Read } from '../store/sql.ts'
import type { Vault } from '../store/vault.ts'
import type { AttachmentDeps } from './deps.ts'
import { attachmentOf, erasedFiles, withFile } from './store.ts'

type Asked = ValidInputOf<(typeof attachmentOperations)['attachments.erase']>

const enterErased = (act: Act, { id, basedOn, reason }: Asked): { erased: number } | Refusal => {
  const found = attachmentOf(act.db, id)
  if (!found) return refuse({ code: 'not-found', what: 'attachment', id })
  if (found.erased) return refuse({ code: 'attachment-erased', name: found.name, at: found.erased.at })
  const stale = refuseStale(act, 'attachment', id, basedOn)
  if (stale) return stale
  const by = { id: act.actor.person, name: act.actor.name }
  const erased = { reason, by, at: localTime(act.now, act.zone) }
  const all = withFile(act.db, found.file)
  act.enter(...all.map((each) => ({ kind: 'attachment.erased', subject: each.id, body: { erased } })))
  return { erased: all.length }
}

/** Takes away what was erased and is still there: an engine may have died between the entry and the file. */
export const sweepErased = (db: Read, vault: Vault): void => {
  for (const file of erasedFiles(db)) vault.erase(file)
}

export const eraseAttachment = async (
  work: Work,
  deps: AttachmentDeps,
  input: Asked,
): Promise<{ erased: number } | Refusal> => {
  const vault = deps.vault()
  if (isRefusal(vault)) return vault
  const answer = work.act((act) => enterErased(act, input))
  if (!isRefusal(answer)) work.read(({ db }) => sweepErased(db, vault))
  return answer
}
