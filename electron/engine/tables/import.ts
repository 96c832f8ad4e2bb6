/** Reading a file for an import, and entering all of it in one transaction or nothing. */
import { createHash } from 'node:crypto'
import { isRefusal, refuse, type Refusal } from '../../../shared/api/fault.ts'
import { uuidv7 } from '../../../shared/journal/ids.ts'
import { localTime, yearOf } from '../../../shared/office/dates.ts'
import { guessHeadingRow, guessMapping } from '../../../shared/tables/headings.ts'
import type { Importer, Mapping } from '../../../shared/tables/importer.ts'
import { importers } from '../../../shared/tables/importers/index.ts'
import { createPlanner, type Plan } from '../../../shared/tables/plan.ts'
import { limits, shown, targetPermissions, type ImportTarget } from '../../../shared/tables/targets.ts'
import type { Act, Reading, Work } from '../act.ts'
import { pooledRandom } from '../journal/random-pool.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { loadFacts } from './facts.ts'
import { openLine } from './line.ts'
import type { TableFile } from './read-file.ts'
import type { Sheet } from './read-text.ts'

export const refuseTarget = (work: Work, target: ImportTarget): Refusal | undefined => {
  const permission = targetPermissions[target]
  return work.actor.permissions.has(permission) ? undefined : refuse({ code: 'not-permitted', permission })
}

export type Choice = {
  target: ImportTarget
  name: string
  bytes: string
  sheet?: number | undefined
  headingRow?: number | undefined
  mapping?: Mapping | undefined
}

/** The sheet that was chosen or guessed, with its heading row and mapping. */
export type Chosen = {
  importer: Importer
  file: TableFile
  index: number
  sheet: Sheet
  headingRow: number
  mapping: Mapping
}

/** The last file that was read, since a person looks at one file several times while choosing its columns. */
type Held = { digest: string; file: TableFile }

export const createFileReader = (): ((work: Work, name: string, base64: string) => Promise<TableFile | Refusal>) => {
  let held: Held | undefined
  let timer: NodeJS.Timeout | undefined
  return async (work, name, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (held?.digest === digest) return held.file
    const file = await readThere(work, name, bytes)
    if (isRefusal(file)) return file
    held = { digest, file }
    clearTimeout(timer)
    timer = setTimeout(() => (held = undefined), 10 * 60_000).unref()
    return file
  }
}

const readThere = async (work: Work, name: string, bytes: Uint8Array): Promise<TableFile | Refusal> => {
  const sheets: Sheet[] = []
  let about: Omit<TableFile, 'sheets'> | undefined
  let [taken, total] = [0, 0]
  const line = openLine((message) => {
    if (message.said === 'file') {
      about = message.file
      total = message.sheets.reduce((sum, { rows }) => sum + rows, 0)
      for (const { name: sheetName } of message.sheets) sheets.push({ name: sheetName, rows: [] })
    } else if (message.said === 'rows') {
      for (const row of message.rows) sheets[message.sheet]?.rows.push(row)
      work.progress((taken += message.rows.length), total * 2)
    }
  }, work.signal)
  line.send({ job: 'read', bytes, name, limits })
  const refusal = await line.done
  if (refusal) return refusal
  return about ? { ...about, sheets } : refuse({ code: 'table-empty', name })
}

/** Settles what is read: what the person chose, else the first sheet with rows, the likeliest heading row and columns. */
export const choose = (file: TableFile, choice: Choice): Chosen | Refusal => {
  const importer = importers[choice.target]
  const index =
    choice.sheet ??
    Math.max(
      0,
      file.sheets.findIndex(({ rows }) => rows.length > 0),
    )
  const sheet = file.sheets[index]
  if (!sheet) return refuse({ code: 'table-no-sheet', sheet: index + 1 })
  const headingRow = choice.headingRow ?? guessHeadingRow(sheet.rows, importer.fields)
  if (sheet.rows.length - headingRow > limits.rows) return refuse({ code: 'table-too-many-rows', limit: limits.rows })
  const headings = sheet.rows[headingRow - 1] ?? []
  const mapping = choice.mapping ?? guessMapping(headings, importer.fields)
  const wrong = wrongMapping(mapping, importer, widthOf(sheet))
  return wrong ?? { importer, file, index, sheet, headingRow, mapping }
}

export const widthOf = (sheet: Sheet): number => sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0)

const wrongMapping = (mapping: Mapping, importer: Importer, width: number): Refusal | undefined => {
  const used = new Set<number>()
  for (const [field, column] of Object.entries(mapping)) {
    const isKnown = importer.fields.some(({ key }) => key === field)
    if (!isKnown || column >= width || used.has(column))
      return refuse({ code: 'table-wrong-mapping', field, column: column + 1 })
    used.add(column)
  }
  return undefined
}

export const missingFields = ({ importer, mapping }: Chosen): string[] =>
  importer.fields.filter(({ key, required }) => required && mapping[key] === undefined).map(({ key }) => key)

/** The same as their words go: `person.staffNo` of `tables.field.person.staffNo`. */
export const missingLabels = (chosen: Chosen): string[] =>
  missingFields(chosen).flatMap(
    (missing) => chosen.importer.fields.find(({ key }) => key === missing)?.label.replace(/^tables\.field\./, '') ?? [],
  )

/** Where the journal stands; while it stands there, a plan made on it holds. */
export const positionOf = (db: Read): number =>
  one<{ last: number | null }>(db, sql`select max(seq) as last from entry`)?.last ?? 0

const plannerOf = (chosen: Chosen, { db, today, actor, now, zone }: Reading) =>
  createPlanner(chosen.importer, chosen.sheet.rows[chosen.headingRow - 1] ?? [], chosen.mapping, {
    today,
    at: localTime(now, zone),
    actor: { id: actor.person, name: actor.name },
    newId: () => uuidv7(now, pooledRandom(10)),
    facts: loadFacts(db, chosen.importer.target, yearOf(today)),
  })

/** Rows planned between two breaths: about ten milliseconds. */
const breath = 500

/** Plans all rows without holding up anybody; Cancel ends it. */
export const planCalmly = async (work: Work, chosen: Chosen): Promise<{ plan: Plan; position: number }> => {
  const { planner, position } = work.read((reading) => ({
    planner: plannerOf(chosen, reading),
    position: positionOf(reading.db),
  }))
  const { rows } = chosen.sheet
  for (let row = chosen.headingRow; row < rows.length; row++) {
    planner.take(row + 1, rows[row] ?? [])
    if (row % breath !== 0) continue
    work.progress(rows.length + row, rows.length * 2)
    await new Promise((resolve) => setImmediate(resolve))
    work.signal.throwIfAborted()
  }
  return { plan: planner.finish(), position }
}

/** The same at once, inside the transaction, for when somebody entered something since the calm plan was made. */
const planNow = (act: Act, chosen: Chosen): Plan => {
  const planner = plannerOf(chosen, act)
  for (const [index, cells] of chosen.sheet.rows.entries())
    if (index >= chosen.headingRow) planner.take(index + 1, cells)
  return planner.finish()
}

const refusePlan = (plan: Plan): Refusal | undefined =>
  plan.bad === 0
    ? undefined
    : refuse({ code: 'table-has-problems', rows: plan.bad, first: plan.problems.slice(0, shown.rows) })

/** All rows in one transaction, or none; numbers are drawn in it, so that their book has no gaps. */
export const enterAll = async (
  work: Work,
  chosen: Chosen,
): Promise<{ target: ImportTarget; entered: number; known: number } | Refusal> => {
  const calm = await planCalmly(work, chosen)
  const early = refusePlan(calm.plan)
  if (early) return early
  // The page says that from here on there is no way back before it writes; then the writing takes the engine for itself.
  work.progress(chosen.sheet.rows.length * 2, chosen.sheet.rows.length * 2)
  await new Promise((resolve) => setTimeout(resolve, 20))
  work.signal.throwIfAborted()
  return work.act((act) => {
    const plan = positionOf(act.db) === calm.position ? calm.plan : planNow(act, chosen)
    const refusal = refusePlan(plan)
    if (refusal) return refusal
    for (const { drafts, numbered } of plan.good)
      for (const draft of drafts) {
        const drawn = numbered && act.number(numbered)
        act.enter(drawn ? { ...draft, body: { ...draft.body, numbered: drawn, number: drawn.number } } : draft)
      }
    return { target: chosen.importer.target, entered: plan.good.length, known: plan.known }
  })
}
