/** The facts of a seal-use request as it stands, with its decisions and the files kept with it. */
import { sealRequestFactsOf } from '../../../shared/documents/seal-request-facts-of.ts'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import type { Reading } from '../act.ts'
import { attachmentsOf } from '../attachments/store.ts'
import { requestOf, sealOf } from '../seals/store.ts'
import type { Source } from './deps.ts'

/** SHA-256 of an attachment's content, hex; undefined where it does not lie here. */
export type FileDigest = (attachment: Attachment) => string | undefined

export const sealRequestSource = (
  { db }: Reading,
  office: string,
  id: string,
  digest: FileDigest,
): Source | undefined => {
  const request = requestOf(db, id)
  if (!request) return undefined
  const seals = request.lines.flatMap(({ seal }) => sealOf(db, seal.id) ?? [])
  const attachments = attachmentsOf(db, id).map((one) => ({ ...one, sha256: digest(one) }))
  const facts = sealRequestFactsOf(office, request, { seals, attachments })
  return { facts, number: request.number, title: request.document.title, impression: undefined }
}
