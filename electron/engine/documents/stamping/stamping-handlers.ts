/** Stamping an attached PDF: looked at as a preview, or done, kept beside the original and entered in one act. */
import { createHash } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { OutputOf, ValidInputOf } from '../../../../shared/api/operation.ts'
import type { Attachment, Owner } from '../../../../shared/attachments/attachment.ts'
import type { stampingOperations } from '../../../../shared/documents/stamping/operations.ts'
import { printWords } from '../../../../shared/documents/print-words.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { Act, Handlers, Work } from '../../act.ts'
import { withFile } from '../../attachments/store.ts'
import type { Taken } from '../../store/vault-intake.ts'
import { codeText } from '../code.ts'
import { officeName } from '../sources.ts'
import { askedFile, type StampingRoom } from './asked-file.ts'
import { presetHandlers } from './preset-handlers.ts'
import { stampInWorker } from './stamp-line.ts'
import type { StampedFile, StampOrder } from './stamp-file.ts'

type Stamp = (typeof stampingOperations)['documents.stamp']
type Asked = ValidInputOf<Stamp>
/** A preview crosses to the page in one piece. */
const largestPreview = 24

type Prepared = { attachment: Attachment; of: Owner; file: Buffer; original: string; order: StampOrder }

/** @param print 0 for a preview, whose code then says so */
const prepare = (work: Work, asked: Asked, deps: StampingRoom, print: 0 | 1): Prepared | Refusal =>
  work.read((reading) => {
    const found = askedFile(reading, asked, deps)
    if (isRefusal(found)) return found
    const { attachment, of, record } = found
    const file = deps.house.bytes(attachment)
    if (isRefusal(file)) return file
    const original = createHash('sha256').update(file).digest('hex')
    const { desk, sign } = deps.documents.desk(reading.db)
    const { impression, isUse: _isUse, documentType: _documentType, ...facts } = record
    const code = codeText({ desk, form: 'stamped-file', number: record.number, print, hash: attachment.file }, sign)
    const order: StampOrder = {
      name: attachment.name,
      stamps: asked.stamps,
      facts: { ...facts, office: officeName(reading.db), code },
      impression,
      language: asked.language ?? reading.language,
      password: asked.password,
      acceptsSigned: asked.acceptsSigned,
    }
    return { attachment, of, file, original, order }
  })

const nameOf = ({ name, language }: StampOrder): string => {
  const mark = printWords(language)('stamping.stamped')
  const plain = name.replace(/\.pdf$/i, '').slice(0, 230)
  // Stamped a second time it is called as it was after the first.
  return `${plain.endsWith(mark) ? plain : plain + mark}.pdf`
}

const aboutFile = (order: StampOrder, { pages, signatures, wasEncrypted, wasRebuilt, asAnnotations }: StampedFile) => ({
  name: nameOf(order),
  pages,
  signatures,
  wasEncrypted,
  wasRebuilt,
  asAnnotations,
})

const enter = (act: Act, prepared: Prepared, taken: Taken, stamped: StampedFile): OutputOf<Stamp> | Refusal => {
  const { of, order, original, attachment } = prepared
  const known = withFile(act.db, taken.file).find((other) => other.of?.subject === of.subject)
  if (known)
    return refuse({
      code: 'attachment-there',
      name: known.name,
      at: known.at,
      id: known.id,
      record: order.facts.number,
    })
  const id = act.newId()
  const { file, size, sha256 } = taken
  const about = aboutFile(order, stamped)
  const { name, ...marks } = about
  const stamping = {
    number: order.facts.number,
    original: { attachment: attachment.id, file: attachment.file },
    print: 1,
    stamps: order.stamps,
    ...marks,
  }
  const by = { id: act.actor.person, name: act.actor.name }
  const at = localTime(act.now, act.zone)
  const kept = { file, name, mediaType: 'application/pdf', size, kind: 'document', of, by, at }
  act.enter({ kind: 'attachment.stamped', subject: id, body: { ...kept, stamped: stamping } })
  return { ...about, attachment: id, number: order.facts.number, size, original, sha256 }
}

export const stampingHandlers = (deps: StampingRoom): Handlers<typeof stampingOperations> => ({
  ...presetHandlers(deps),

  'documents.stampPreview': async (work, asked) => {
    const prepared = prepare(work, asked, deps, 0)
    if (isRefusal(prepared)) return prepared
    const stamped = await stampInWorker(deps.documents.font, prepared.file, prepared.order, work.signal)
    if (isRefusal(stamped)) return stamped
    // What was encrypted comes out written anew from its first byte.
    const from = asked.onlyAdded && !stamped.wasEncrypted ? prepared.file.length : 0
    const pdf = stamped.pdf.subarray(from)
    if (pdf.length > largestPreview * 1_048_576)
      return refuse({ code: 'attachment-too-large', megabytes: largestPreview })
    return { ...aboutFile(prepared.order, stamped), pdf: pdf.toString('base64'), from, boxes: stamped.boxes }
  },

  'documents.stamp': async (work, asked) => {
    const prepared = prepare(work, asked, deps, 1)
    if (isRefusal(prepared)) return prepared
    const stamped = await stampInWorker(deps.documents.font, prepared.file, prepared.order, work.signal)
    if (isRefusal(stamped)) return stamped
    const taken = await deps.house.keep(stamped.pdf)
    if (isRefusal(taken)) return taken
    return work.act((act) => {
      // Between looking and entering the use may have been voided, or the file erased.
      const now = askedFile(act, asked, deps)
      return isRefusal(now) ? now : enter(act, prepared, taken, stamped)
    })
  },
})
