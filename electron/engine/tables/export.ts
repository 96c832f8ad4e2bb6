/** Exporting a list: records in portions from the store, cells to the worker, one file back. */
import { refuse, type Refusal } from '../../../shared/api/fault.ts'
import { words } from '../../../shared/api/words.ts'
import { fill, type Language } from '../../../shared/office/words.ts'
import { exporters } from '../../../shared/tables/exports/index.ts'
import type { ExportCell, Exporter, WordOf } from '../../../shared/tables/exporter.ts'
import { listPermissions, longestExport, type ExportList, type TableFormat } from '../../../shared/tables/targets.ts'
import type { Work } from '../act.ts'
import { openLine } from './line.ts'
import { openReport } from './report-source.ts'
import { portionSize, sources, type HandedSources, type Filter, type Place, type Source } from './sources.ts'

const wordsIn =
  (language: Language): WordOf =>
  (key, values) =>
    fill(language, (words[language] as Readonly<Record<string, string>>)[key] ?? key, values)

type Asked = { list: ExportList; format: TableFormat; filter: Filter }

/**
 * @param longest rows of one file by format
 * @returns file name, bytes as base64 and how many rows there are below the heading, or `not-permitted`,
 * `table-export-too-long`
 */
export const exportList = async (
  work: Work,
  input: Asked,
  handed: HandedSources,
  longest: Readonly<Record<TableFormat, number>> = longestExport,
): Promise<{ name: string; bytes: string; rows: number } | Refusal> => {
  const permission = listPermissions[input.list]
  if (!work.actor.permissions.has(permission)) return refuse({ code: 'not-permitted', permission })
  const word = wordsIn(work.language)
  const { exporter, source, about } = opened(work, input, handed)
  const title = `${word(exporter.title)}${about}`
  let bytes: Uint8Array = new Uint8Array()
  const line = openLine((message) => {
    if (message.said === 'bytes') bytes = message.bytes
  }, work.signal)
  line.send({
    job: 'write',
    format: input.format,
    sheet: title,
    columns: exporter.columns.map(({ heading, kind, width }) => ({ heading: word(heading), kind, width })),
  })
  // A cancelled worker rejects `done`, which ends the wait for rows; whatever else goes wrong must end the worker.
  try {
    const send = (rows: ExportCell[][], areSums = false): void => line.send({ job: 'rows', rows, areSums })
    const filling = fillLine(work, { exporter, source, filter: input.filter, word }, longest[input.format], send)
    const rows = await Promise.race([filling, line.done.then(() => filling)])
    if (rows === 'too-long')
      return refuse({ code: 'table-export-too-long', limit: longest[input.format], format: input.format })
    line.send({ job: 'end' })
    const refusal = await line.done
    return (
      refusal ?? {
        ...named(work, title, input.format),
        bytes: Buffer.from(bytes).toString('base64'),
        rows,
      }
    )
  } finally {
    line.close()
  }
}

type Opened = { exporter: Exporter<unknown>; source: Source<unknown>; about: string }

/** The list decides what its records are; both tables are typed by it, which a generic index cannot follow. */
const opened = (work: Work, { list, filter }: Asked, handed: HandedSources): Opened =>
  list === 'supply-report'
    ? work.read((reading) => openReport(reading, filter) as unknown as Opened)
    : ({ exporter: exporters[list], source: { ...sources, ...handed }[list], about: '' } as unknown as Opened)

const named = (work: Work, title: string, format: TableFormat): { name: string } => ({
  name: `${title}-${work.read(({ today }) => today)}.${format}`,
})

type Parts = { exporter: Exporter<unknown>; source: Source<unknown>; filter: Filter; word: WordOf }

const fillLine = async (
  work: Work,
  { exporter, source, filter, word }: Parts,
  most: number,
  send: (rows: ExportCell[][], areSums?: boolean) => void,
): Promise<number | 'too-long'> => {
  const total = work.read(({ db }) => source.most(db))
  let [count, taken] = [0, 0]
  let after: Place | undefined
  do {
    work.signal.throwIfAborted()
    const {
      records,
      next,
      sums = [],
    } = work.read((reading) => source.page(reading.db, after, { ...filter, today: reading.today }, reading))
    const cellsOf = (record: unknown): ExportCell[] => exporter.columns.map((column) => column.value(record, word))
    send(records.map(cellsOf))
    if (sums.length > 0) send(sums.map(cellsOf), true)
    count += records.length
    if (count > most) return 'too-long'
    after = next
    work.progress(Math.min((taken += portionSize), total), total)
    // Lets other calls and Cancel in between two portions.
    await new Promise((resolve) => setImmediate(resolve))
  } while (after)
  return count
}
