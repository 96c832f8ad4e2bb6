/** The example's files: a plan with a contract, and a picture of the stamped paper with a seal use. */
import { isRefusal } from '../../../shared/api/fault.ts'
import type { AttachmentKind, Owner } from '../../../shared/attachments/attachment.ts'
import { contractType } from '../../../shared/contracts/subjects.ts'
import { uuidv7 } from '../../../shared/journal/ids.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { useSubject } from '../../../shared/seals/subjects.ts'
import type { OpenOffice } from '../office/office.ts'
import { recordsOf } from '../store/derived.ts'
import { sql } from '../store/sql.ts'
import type { Dice } from './dice.ts'
import { paperPng, planPdf } from './drawings.ts'

type File = { name: string; mediaType: string; bytes: Buffer; kind: AttachmentKind; of: Owner; note?: string }

const filesFor = ({ journal }: OpenOffice): File[] => {
  const [contract] = recordsOf(journal.db, contractType, sql`where status = 'to-sign' order by number desc limit 1`)
  const [use] = recordsOf(journal.db, useSubject, sql`where date_key < '~' order by date_key desc limit 1`)
  const picture = { mediaType: 'image/png', bytes: paperPng() }
  return [
    ...(contract
      ? [
          {
            name: `${contract.name} 附图.pdf`,
            mediaType: 'application/pdf',
            bytes: planPdf(contract.number),
            kind: 'document' as const,
            of: { type: 'contract', subject: contract.id },
            note: '设备总图',
          },
        ]
      : []),
    ...(use
      ? [{ name: '盖章件.png', ...picture, kind: 'photo' as const, of: { type: 'seal_use', subject: use.id } }]
      : []),
  ]
}

/** Keeps them as somebody at the counter would: first in the vault, then in the journal. */
export const keepFiles = (office: OpenOffice, by: { id: string; name: string }, dice: Dice, now: number): void => {
  const { vault, journal } = office
  const at = localTime(now, office.office().zone)
  for (const { bytes, name, ...told } of filesFor(office)) {
    const upload = `example ${name}`
    vault.take(upload, 0, bytes)
    const taken = vault.keep(upload)
    if (isRefusal(taken)) throw new Error(`the example’s file was refused: ${JSON.stringify(taken.refused)}`)
    const subject = uuidv7(now, dice.bytes(10))
    const body = { ...told, name, file: taken.file, size: taken.size, by, at }
    journal.transact(now, (entering) => void entering.enter(by.id, { kind: 'attachment.kept', subject, body }, now))
  }
}
