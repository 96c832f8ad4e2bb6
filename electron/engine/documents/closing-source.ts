/** The facts of a closing sheet, from the closing as it was signed. */
import type { SealClosingFacts } from '../../../shared/documents/closing-facts.ts'
import type { Reading } from '../act.ts'
import { closingOf } from '../seals/closing/closing-facts.ts'
import { sealOf } from '../seals/store.ts'
import type { Source } from './deps.ts'

export const closingSource = ({ db }: Reading, office: string, id: string): Source | undefined => {
  const closing = closingOf(db, id)
  if (!closing) return undefined
  const { id: _id, numbered: _numbered, number, seal, period, closed, countersigned, ...content } = closing
  const custodian = sealOf(db, seal.id)?.custodian?.name
  const facts: SealClosingFacts = {
    form: 'seal-closing',
    office,
    seal: { code: seal.code, name: seal.name, ...(custodian === undefined ? {} : { custodian }) },
    number,
    period,
    ...content,
    closed: { by: closed.by.name, at: closed.at },
    ...(countersigned ? { countersigned: { by: countersigned.by.name, at: countersigned.at } } : {}),
  }
  return { facts, number, title: `${seal.name} ${period}`, impression: undefined }
}
