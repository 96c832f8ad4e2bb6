/** What a file may be stamped with, and the presets that the office keeps: listed with the file, set under a name, taken away. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import {
  presetsFor,
  presetSubject,
  stampedOwners,
  type StampPreset,
} from '../../../../shared/documents/stamping/presets.ts'
import type { stampingOperations } from '../../../../shared/documents/stamping/operations.ts'
import type { Handlers, Reading } from '../../act.ts'
import { shownAttachment } from '../../attachments/store.ts'
import { recordOf, recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { askedFile, type StampingRoom } from './asked-file.ts'
import type { StampRecord } from './stamping-sources.ts'

type PresetOperations = Pick<
  typeof stampingOperations,
  'documents.stampChoices' | 'documents.stampPresetSet' | 'documents.stampPresetRetire'
>

const presetsOf = (db: Read): StampPreset[] => recordsOf(db, presetSubject, sql`order by subject limit 1000`)

const noSeal = (
  { actor }: Reading,
  { isUse, impression }: StampRecord,
): 'no-use' | 'no-impression' | 'not-permitted' | undefined => {
  if (!isUse) return 'no-use'
  if (!actor.permissions.has('seals.use')) return 'not-permitted'
  return impression === undefined ? 'no-impression' : undefined
}

const standing = (db: Read, id: string): StampPreset | Refusal => {
  const preset = recordOf(db, presetSubject, id)
  return preset && !preset.isRetired ? preset : refuse({ code: 'not-found', what: 'stamp_preset', id })
}

export const presetHandlers = (room: StampingRoom): Handlers<PresetOperations> => ({
  'documents.stampChoices': (reading, { attachment: id }) => {
    const found = askedFile(reading, { attachment: id, stamps: [] }, room)
    if (isRefusal(found)) return found
    const { attachment, record } = found
    const of = stampedOwners.find((each) => each === attachment.of?.type)
    if (!of) return refuse({ code: 'not-found', what: 'attachment', id })
    const { number, documentType, sealName, seal } = record
    return {
      attachment: shownAttachment(attachment),
      number,
      of,
      documentType,
      seal: sealName === undefined ? undefined : { name: sealName, width: seal.widthMm, height: seal.heightMm },
      noSeal: noSeal(reading, record),
      presets: presetsFor(presetsOf(reading.db), { of, documentType }),
    }
  },

  'documents.stampPresetSet': (act, { name, of, documentType, stamps }) => {
    const known = presetsOf(act.db).find((preset) => !preset.isRetired && preset.name === name)
    const id = known?.id ?? act.newId()
    const body = { name, of, documentType, stamps, isRetired: false }
    act.enter({ kind: 'stamping.preset-set', subject: id, body })
    return { id }
  },

  'documents.stampPresetRetire': (act, { id }) => {
    const preset = standing(act.db, id)
    if (isRefusal(preset)) return preset
    act.enter({ kind: 'stamping.preset-retired', subject: id, body: { isRetired: true } })
    return { id }
  },
})
