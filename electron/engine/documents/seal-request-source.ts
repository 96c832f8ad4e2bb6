/** The facts of a seal-use request as it stands, with its decisions and the files kept with it. */
import { sealRequestFactsOf } from '../../../shared/documents/seal-request-facts-of.ts'
import type { Reading } from '../act.ts'
import { attachmentsOf } from '../attachments/store.ts'
import { requestOf, sealOf } from '../seals/store.ts'
import type { Source } from './deps.ts'

export const sealRequestSource = ({ db }: Reading, office: string, id: string): Source | undefined => {
  const request = requestOf(db, id)
  if (!request) return undefined
  const seals = request.lines.flatMap(({ seal }) => sealOf(db, seal.id) ?? [])
  const facts = sealRequestFactsOf(office, request, { seals, attachments: attachmentsOf(db, id) })
  return { facts, number: request.number, title: request.document.title, impression: undefined }
}
