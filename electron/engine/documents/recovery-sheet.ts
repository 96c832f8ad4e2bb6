/** Prints the recovery sheet: the one print that is neither numbered nor entered, since its key must not be kept. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { recoverySheet } from '../../../shared/documents/forms/recovery-sheet.ts'
import { printWords } from '../../../shared/documents/print-words.ts'
import type { recoveryOperations } from '../../../shared/documents/recovery-operations.ts'
import { localTime } from '../../../shared/office/dates.ts'
import { groupsOf } from '../../../shared/office/recovery-key.ts'
import type { Handlers } from '../act.ts'
import type { OpenOffice } from '../office/office.ts'

type Parts = { office: () => OpenOffice | Refusal; font: string }

export const recoveryHandlers = ({ office, font }: Parts): Handlers<typeof recoveryOperations> => ({
  'documents.recoverySheet': async (work, { recoveryKey, language = work.language }) => {
    const open = office()
    if (isRefusal(open)) return open
    const [{ openFace }, { missingGlyph, pressPdf }] = await Promise.all([import('./font.ts'), import('./press.ts')])
    const face = openFace(font)
    const words = printWords(language)
    const { name, zone } = open.office()
    const desk = open.desk()
    const now = work.read((reading) => reading.now)
    const layout = recoverySheet(
      {
        office: name,
        desk: { letter: desk.letter, name: desk.name, fingerprint: groupsOf(desk.desk.slice(0, 16)).join(' ') },
        madeAt: localTime(now, zone),
        key: recoveryKey,
      },
      { words, measure: face.measure },
    )
    const missing = missingGlyph(layout, face)
    if (missing) {
      const codePoint = `U+${(missing.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      return refuse({ code: 'missing-glyph', ...missing, codePoint })
    }
    const title = `${words('documents.recovery.title')} ${name}`
    const pdf = await pressPdf({
      layout,
      face,
      title,
      subject: title,
      author: name,
      language,
      now,
      impression: undefined,
      // Capitals and figures make a smaller code; whoever reads it back takes them as they are.
      code: recoveryKey.toUpperCase(),
      facts: undefined,
      desk: desk.desk,
    })
    return { name: `${title}.pdf`, pdf: pdf.toString('base64') }
  },
})
