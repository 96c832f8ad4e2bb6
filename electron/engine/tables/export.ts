/** Exporting a list: records in portions from the store, cells to the worker, one file back. */
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { words } from '../../../shared/api/words.ts'
import { fill, type Language } from '../../../shared/office/words.ts'
import { exporters } from '../../../shared/tables/exports/index.ts'
import type { ExportCell, Exporter, WordOf } from '../../../shared/tables/exporter.ts'
import { listPermissions, type ExportList, type TableFormat } from '../../../shared/tables/targets.ts'
import type { Work } from '../act.ts'
import { openLine } from './line.ts'
import { sources, type Filter, type Place, type Source } from './sources.ts'

const wordsIn =
  (language: Language): WordOf =>
  (key, values) =>
    fill((words[language] as Readonly<Record<string, string>>)[key] ?? key, values)

/**
 * @returns file name, bytes as base64 and how many rows there are below the heading, or `not-permitted`
 */
export const exportList = async (
  work: Work,
  input: { list: ExportList; format: TableFormat; filter: Filter },
): Promise<{ name: string; bytes: string; rows: number } | Refusal> => {
  // The list decides what its records are; both tables are typed by it, which a generic index cannot follow.
  const exporter = exporters[input.list] as unknown as Exporter<unknown>
  const source = sources[input.list] as unknown as Source<unknown>
  const permission = listPermissions[input.list]
  if (!work.actor.permissions.has(permission)) return refuse({ code: 'not-permitted', permission })
  const word = wordsIn(work.language)
  let bytes: Uint8Array = new Uint8Array()
  const line = openLine((message) => {
    if (message.said === 'bytes') bytes = message.bytes
  }, work.signal)
  line.send({
    job: 'write',
    format: input.format,
    sheet: word(exporter.title),
    columns: exporter.columns.map(({ heading, kind, width }) => ({ heading: word(heading), kind, width })),
  })
  const filling = fillLine(work, { exporter, source, filter: input.filter, word }, (rows) =>
    line.send({ job: 'rows', rows }),
  )
  // Whichever fails first ends the other: a cancelled worker must not leave the reading to run on.
  const rows = await Promise.race([filling, line.done.then(() => filling)])
  line.send({ job: 'end' })
  const refusal = await line.done
  if (isRefusal(refusal)) return refusal
  const today = work.read(({ today: date }) => date)
  return {
    name: `${word(exporter.title)}-${today}.${input.format}`,
    bytes: Buffer.from(bytes).toString('base64'),
    rows,
  }
}

type Parts = { exporter: Exporter<unknown>; source: Source<unknown>; filter: Filter; word: WordOf }

const fillLine = async (
  work: Work,
  { exporter, source, filter, word }: Parts,
  send: (rows: ExportCell[][]) => void,
): Promise<number> => {
  let count = 0
  let after: Place | undefined
  do {
    work.signal.throwIfAborted()
    const { records, next } = work.read(({ db, today }) => source(db, after, { ...filter, today }))
    send(records.map((record) => exporter.columns.map((column) => column.value(record, word))))
    count += records.length
    after = next
    work.progress(count, 0)
    // Lets other calls and Cancel in between two portions.
    await new Promise((resolve) => setImmediate(resolve))
  } while (after)
  return count
}
