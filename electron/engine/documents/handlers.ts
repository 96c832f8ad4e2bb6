/** The printing room's operations. */
import { refuse } from '../../../shared/api/fault.ts'
import type { documentOperations } from '../../../shared/documents/operations.ts'
import type { DocumentRecord } from '../../../shared/documents/subjects.ts'
import { localTime } from '../../../shared/office/dates.ts'
import type { Handlers, Reading } from '../act.ts'
import type { DocumentDeps } from './deps.ts'
import { issueDocument, renderDocument, type Tools } from './issue.ts'
import { isLong, openRoom, pressHere, pressInWorker, readInWorker, type PressRoom } from './press-line.ts'
import { documentById, headsOfDocument, recentDocuments } from './store.ts'
import { verifyCode, verifyFile } from './verify.ts'

/** One row of the documents printed last. */
export const recentRow = (record: DocumentRecord, { zone }: Pick<Reading, 'zone'>) => {
  const last = record.printings.at(-1)
  return {
    document: record.id,
    form: record.form,
    subject: record.of,
    period: record.period,
    number: record.number,
    title: record.title,
    pages: last?.pages ?? 0,
    prints: record.prints,
    printedAt: localTime(record.printedAt, zone),
    printedBy: last?.by ?? '',
  }
}

/** @param deps what the house hands in; the font is opened with the first document and then kept */
export const documentHandlers = (deps: DocumentDeps): Handlers<typeof documentOperations> => {
  let opened: Promise<PressRoom> | undefined
  const room = (): Promise<PressRoom> => (opened ??= openRoom(deps.font))
  const tools: Tools = {
    deps,
    press: (source, work) => (isLong(source.facts) ? pressInWorker(deps.font, work) : pressHere(room, work)),
  }
  return {
    'documents.render': (work, input) => renderDocument(work, input, tools),

    'documents.issue': (work, input) => issueDocument(work, input, tools),

    'documents.printed': (act, { document, print, outlet }) => {
      const record = documentById(act.db, document)
      if (!record) return refuse({ code: 'not-found', what: 'document', id: document })
      if (print > record.prints) return refuse({ code: 'not-found', what: 'print', id: String(print) })
      act.enter({ kind: 'document.printed', subject: document, body: { print, outlet } })
      return { document, print }
    },

    'documents.recent': (reading, { limit, subject }) => ({
      rows: recentDocuments(reading.db, limit, subject).map((record) => recentRow(record, reading)),
    }),

    'documents.get': (reading, { id }) => {
      const record = documentById(reading.db, id)
      if (!record) return refuse({ code: 'not-found', what: 'document', id })
      const printings = record.printings.map(({ at, ...printing }) => ({
        ...printing,
        at: localTime(at, reading.zone),
      }))
      return { document: recentRow(record, reading), printings, heads: headsOfDocument(reading.db, id) }
    },

    'documents.verify': async (work, input) => {
      if ('code' in input) return work.read((reading) => verifyCode(reading, input.code, deps))
      const file = Buffer.from(input.file, 'base64')
      const sheet = await readInWorker(file, work.signal)
      return work.read((reading) => verifyFile(reading, file, sheet, deps))
    },
  }
}
