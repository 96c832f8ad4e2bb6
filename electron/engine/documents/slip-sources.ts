/** What the forms of the supplies are made from: slips with the picture of their signature, and requests. */
import { createHash } from 'node:crypto'
import { issueSlipFactsOf } from '../../../shared/documents/facts-of.ts'
import type { Facts } from '../../../shared/documents/facts.ts'
import { moveFactsOf, receiptFactsOf, requestFactsOf, returnFactsOf } from '../../../shared/documents/slip-facts-of.ts'
import type { StockFormName } from '../../../shared/documents/stock-forms.ts'
import { stockFormOf } from '../../../shared/documents/stock-forms.ts'
import type { Slip } from '../../../shared/supplies/records.ts'
import type { Reading } from '../act.ts'
import { linesOfRequest, requestOf } from '../supplies/counter/request-store.ts'
import { slipOf, slipsOfRequest } from '../supplies/store.ts'
import type { Source } from './deps.ts'

/** The bytes of an attachment, undefined where they were erased or are missing. */
export type ReadPicture = (reading: Reading, attachment: string) => Buffer | undefined

/** PNG only: what the pad on the screen keeps. */
const pictureOf = (reading: Reading, slip: Slip, read: ReadPicture): Buffer | undefined => {
  const attachment = slip.signature?.attachment
  return attachment === undefined ? undefined : read(reading, attachment)
}

const factsOf = (
  slip: Slip,
  form: StockFormName,
  office: string,
  zone: string,
  signature: string | undefined,
): Facts => {
  const printed = { office, zone, signature }
  if (form === 'receipt-slip') return receiptFactsOf(slip, printed)
  if (form === 'return-slip') return returnFactsOf(slip, printed)
  if (form === 'issue-slip') return issueSlipFactsOf(office, slip, zone, signature)
  return moveFactsOf(slip, printed)
}

export const stockSource = (
  reading: Reading,
  form: StockFormName,
  id: string,
  { office, read }: { office: string; read: ReadPicture },
): Source | undefined => {
  const slip = slipOf(reading.db, id)
  if (!slip || stockFormOf(slip.verb) !== form) return undefined
  const picture = pictureOf(reading, slip, read)
  const signature = picture && createHash('sha256').update(picture).digest('hex')
  const facts = factsOf(slip, form, office, reading.zone, signature)
  return {
    facts,
    number: slip.numbered.number,
    title: slip.recipient?.name ?? slip.supplier ?? slip.lines[0]?.item.name ?? '',
    impression: picture && { mediaType: 'image/png', data: picture.toString('base64') },
  }
}

export const requestSource = (reading: Reading, id: string, office: string): Source | undefined => {
  const { db, zone } = reading
  const request = requestOf(db, id)
  if (!request) return undefined
  const slips = slipsOfRequest(db, id)
    .filter((slip) => slip.reversedBy === undefined)
    .map(({ numbered }) => numbered.number)
  const facts = requestFactsOf(request, { lines: linesOfRequest(db, request), slips }, { office, zone })
  return { facts, number: request.numbered.number, title: request.recipient.name, impression: undefined }
}
