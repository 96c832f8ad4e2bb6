/** The documents' derived tables: documents by what they print, by number, and by when they were printed last; presets of stamps. */
import { presetSubject } from '../../../shared/documents/stamping/presets.ts'
import { documentType } from '../../../shared/documents/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const documentTables = [
  derivedTable(
    documentType,
    { about: '$.of', form: '$.form', period: '$.period', number: '$.number', printed: '$.printedAt' },
    ['about, form, period', 'printed', 'number'],
  ),
  derivedTable(presetSubject, {}),
]
