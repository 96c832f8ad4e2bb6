/** From a sheet to what would be entered: reads the mapped cells, asks the importer row by row, and lists what is wrong. */
import type { Draft } from '../journal/entry.ts'
import type { NumberClass } from '../office/numbers.ts'
import { parseText, type Cell } from './cells.ts'
import { keyOf } from './facts.ts'
import { unitOf } from './headings.ts'
import type { FieldValue, ImportContext, ImportField, Importer, Mapping, Objection, RowValues } from './importer.ts'
import type { RowProblem } from './problem.ts'

export type PlannedRow = { row: number; drafts: Draft[]; numbered: NumberClass | undefined }

export type Plan = {
  /** Rows that hold anything in a mapped column. */
  rows: number
  good: PlannedRow[]
  known: number
  bad: number
  /** The first ones; `problemCount` counts all. */
  problems: RowProblem[]
  problemCount: number
  /** Row numbers of rows the office has already. */
  knownRows: Set<number>
}

/** Most problems kept; a wrong column makes one in every row, and nobody reads 100,000. */
const mostProblems = 5000

/** Refers to something that a later row may bring: tried again once all rows were seen. */
const mayComeLater = new Set(['invalid.cell.contract-unknown', 'invalid.cell.delegation-unknown'])

type Waiting = { row: number; values: RowValues; objections: Objection[] }

export type Planner = {
  /** @param row as the spreadsheet numbers it, 1 is the first */
  take: (row: number, cells: readonly Cell[]) => void
  /** Tries again what waits, and answers the plan. */
  finish: () => Plan
}

const shortened = (detail: string | readonly string[]): string | string[] =>
  typeof detail === 'string' ? detail.slice(0, 100) : detail.slice(0, 30).map((one) => one.slice(0, 100))

/**
 * @param headings the cells of the heading row, whose brackets say units
 * @param mapping field key -> column, 0 is the first
 */
export const createPlanner = (
  importer: Importer,
  headings: readonly Cell[],
  mapping: Mapping,
  context: ImportContext,
): Planner => {
  const plan: Plan = { rows: 0, good: [], known: 0, bad: 0, problems: [], problemCount: 0, knownRows: new Set() }
  const columns = importer.fields.flatMap((field) => {
    const column = mapping[field.key]
    return column === undefined ? [] : [{ field, column, hint: { unit: unitOf(headings[column] ?? '') } }]
  })
  const seen = new Map<string, number>()
  const waiting: Waiting[] = []

  const object = (row: number, values: RowValues, objections: readonly Objection[], cells?: readonly Cell[]): void => {
    plan.bad++
    for (const { field, reason, detail } of objections) {
      plan.problemCount++
      if (plan.problems.length >= mostProblems) continue
      const column = mapping[field]
      const value = cells && column !== undefined ? cells[column] : values[field]
      plan.problems.push({
        row,
        field,
        reason,
        ...(detail ? { detail: shortened(detail) } : {}),
        ...(value === undefined || value === null ? {} : { value: String(value).slice(0, 60) }),
      })
    }
  }

  const ask = (row: number, values: RowValues, isLast: boolean): void => {
    const answer = importer.toDrafts(values, context)
    if ('known' in answer) {
      plan.known++
      plan.knownRows.add(row)
    } else if ('drafts' in answer) plan.good.push({ row, drafts: answer.drafts, numbered: answer.numbered })
    else if (!isLast && answer.objections.some(({ reason }) => mayComeLater.has(reason)))
      waiting.push({ row, values, objections: answer.objections })
    else object(row, values, answer.objections)
  }

  const take = (row: number, cells: readonly Cell[]): void => {
    if (columns.every(({ column }) => (cells[column] ?? null) === null)) return
    plan.rows++
    const { values, objections } = readRow(cells, columns)
    if (objections.length > 0) return object(row, values, objections, cells)
    const said = importer.uniqueBy(values)
    const key = said === undefined ? undefined : keyOf(said)
    const first = key === undefined ? undefined : seen.get(key)
    if (first !== undefined)
      return object(row, values, [
        { field: importer.uniqueField, reason: 'invalid.cell.duplicate-row', detail: `${first}` },
      ])
    if (key !== undefined) seen.set(key, row)
    ask(row, values, false)
  }

  const finish = (): Plan => {
    for (let left = waiting.length + 1; waiting.length > 0;) {
      const now = waiting.splice(0)
      // No row found what it waits for since the last round: none ever will.
      const isLast = now.length === left
      left = now.length
      for (const { row, values } of now) ask(row, values, isLast)
    }
    plan.problems.sort((a, b) => a.row - b.row)
    return plan
  }

  return { take, finish }
}

type Column = { field: ImportField; column: number; hint: { unit: string | undefined } }

const readRow = (
  cells: readonly Cell[],
  columns: readonly Column[],
): { values: RowValues; objections: Objection[] } => {
  const values: Record<string, FieldValue> = {}
  const objections: Objection[] = []
  for (const { field, column, hint } of columns) {
    const cell = cells[column] ?? null
    const checked = cell === null ? { value: undefined } : parseText(cell)
    const read = 'reason' in checked || cell === null ? checked : field.parse(cell, hint)
    if ('reason' in read) objections.push({ field: field.key, reason: read.reason, detail: read.detail })
    else if (read.value !== undefined) values[field.key] = read.value
    else if (field.required) objections.push({ field: field.key, reason: 'invalid.required' })
  }
  return { values, objections }
}
