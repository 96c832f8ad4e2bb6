/** The house's answers to stamping: what a record says that a stamp may show, the attached file, and where the result is kept. */
import { createHash } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { attachmentPart, type Attachment, type Owner } from '../../../../shared/attachments/attachment.ts'
import type { StampFacts } from '../../../../shared/documents/stamping/blocks.ts'
import type { Reading } from '../../act.ts'
import { attachmentOf } from '../../attachments/store.ts'
import { contractOf } from '../../contracts/store.ts'
import type { FolderKeeper } from '../../office/folder.ts'
import { impressionOf, requestOf, sealOf, useOf } from '../../seals/store.ts'
import type { Taken } from '../../store/vault-intake.ts'
import type { ImpressionFile } from '../impression.ts'

export type StampRecord = Pick<StampFacts, 'number' | 'date' | 'handler' | 'sealName' | 'seal'> & {
  impression: ImpressionFile | undefined
  /** Category of a use or a request, type of a contract: what presets go by. */
  documentType: string
  /** A use that stands: only with one may a seal's picture go onto a file. */
  isUse: boolean
}

export type StampingDeps = {
  /** Undefined for records that no stamp tells of. */
  record: (reading: Reading, owner: Owner) => StampRecord | undefined
  attachment: (reading: Reading, id: string) => Attachment | undefined
  bytes: (attachment: Attachment) => Buffer | Refusal
  /** Keeps the result in the vault; nothing is entered yet. */
  keep: (bytes: Buffer) => Promise<Taken | Refusal>
}

const noSeal = { sealName: undefined, seal: { widthMm: 1, heightMm: 1 }, impression: undefined, isUse: false }

const ofUse = ({ db }: Reading, id: string): StampRecord | undefined => {
  const use = useOf(db, id)
  if (!use) return undefined
  const seal = sealOf(db, use.seal.id)
  const impression = seal?.impression === undefined ? undefined : impressionOf(db, seal.impression)
  return {
    number: use.number,
    date: use.usedAt.slice(0, 10),
    handler: use.handler?.name ?? use.sealer?.name ?? '',
    sealName: use.seal.name,
    seal: { widthMm: seal?.widthMm ?? 42, heightMm: seal?.heightMm ?? 42 },
    impression: impression && { mediaType: impression.mediaType, data: impression.data },
    documentType: use.category,
    isUse: use.status === 'used',
  }
}

const record: StampingDeps['record'] = (reading, { type, subject }) => {
  const { db, today } = reading
  if (type === 'seal_use') return ofUse(reading, subject)
  if (type === 'seal_request') {
    const request = requestOf(db, subject)
    const { number, submittedAt, applicant, category = 'other' } = request ?? {}
    return number === undefined
      ? undefined
      : {
          ...noSeal,
          number,
          documentType: category,
          date: submittedAt?.slice(0, 10) ?? today,
          handler: applicant?.name ?? '',
        }
  }
  const contract = type === 'contract' ? contractOf(db, subject) : undefined
  return (
    contract && {
      ...noSeal,
      number: contract.number,
      documentType: contract.type,
      date: contract.signedOn ?? today,
      handler: contract.handler?.name ?? '',
    }
  )
}

export const stampingDeps = (keeper: () => FolderKeeper): StampingDeps => ({
  record,
  attachment: ({ db }, id) => attachmentOf(db, id),
  bytes: ({ file, name, size }) => {
    const office = keeper().office()
    if (isRefusal(office)) return office
    const bytes = office.vault.read(file, 0, size)
    if (bytes === 'missing') return refuse({ code: 'attachment-missing', name })
    return bytes === 'damaged' ? refuse({ code: 'attachment-damaged', name }) : bytes
  },
  keep: async (bytes) => {
    const office = keeper().office()
    if (isRefusal(office)) return office
    // Named by its content: the same result that is kept twice at once is one and the same.
    const upload = `stamped ${createHash('sha256').update(bytes).digest('hex')}`
    for (let offset = 0; offset < bytes.length; offset += attachmentPart) {
      const taken = office.vault.take(upload, offset, bytes.subarray(offset, offset + attachmentPart))
      if (isRefusal(taken)) return taken
    }
    return office.vault.keepLater(upload)
  },
})
