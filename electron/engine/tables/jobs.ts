/** The two jobs of a worker, as messages: rows travel in portions, so that neither side is held up by one great message. */
import { isRefusal, type Refusal } from '../../../shared/api/fault.ts'
import type { Cell } from '../../../shared/tables/cells.ts'
import type { ExportCell } from '../../../shared/tables/exporter.ts'
import type { Limits } from '../../../shared/tables/targets.ts'
import { readFile, type TableFile } from './read-file.ts'
import { createWriter, type Writer, type Writing } from './write-file.ts'

export type ReadJob = { job: 'read'; bytes: Uint8Array; name: string; limits: Limits }
export type WriteStart = { job: 'write' } & Writing

/** From the engine to the worker. */
export type ToWorker = ReadJob | WriteStart | { job: 'rows'; rows: ExportCell[][]; areSums?: boolean } | { job: 'end' }

/** From the worker to the engine. */
export type FromWorker =
  | { said: 'file'; file: Omit<TableFile, 'sheets'>; sheets: { name: string; rows: number }[] }
  | { said: 'rows'; sheet: number; rows: Cell[][] }
  | { said: 'bytes'; bytes: Uint8Array }
  | { said: 'refused'; refusal: Refusal }
  | { said: 'done' }

/** Rows in one message: two to five milliseconds to take in. */
export const portion = 1000

/** Takes messages one after the other and says its answers; a read is one message, a write several. */
export const createJob = (say: (message: FromWorker) => void): ((message: ToWorker) => Promise<void>) => {
  let writer: Writer | undefined
  return async (message) => {
    if (message.job === 'read') await read(message, say)
    else if (message.job === 'write') writer = createWriter(message)
    else if (message.job === 'rows') writer?.add(message.rows, message.areSums)
    else if (writer) {
      say({ said: 'bytes', bytes: await writer.finish() })
      say({ said: 'done' })
    }
  }
}

const read = async ({ bytes, name, limits }: ReadJob, say: (message: FromWorker) => void): Promise<void> => {
  const file = await readFile(bytes, name, limits)
  if (isRefusal(file)) {
    say({ said: 'refused', refusal: file })
  } else {
    const { sheets, ...about } = file
    say({ said: 'file', file: about, sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.length })) })
    for (const [index, sheet] of sheets.entries())
      for (let from = 0; from < sheet.rows.length; from += portion)
        say({ said: 'rows', sheet: index, rows: sheet.rows.slice(from, from + portion) })
  }
  say({ said: 'done' })
}
