/** Grids of labels and values, and tables with columns, as Chinese forms rule them. */
import type { Block } from './flow.ts'
import type { Mark, Measure } from './layout.ts'
import { cell, framed, heightOf, type Area, type CellStyle } from './typeset.ts'

/** A row of pairs: one spans the whole width, two stand side by side. `height` is the least, mm. */
export type GridRow = {
  pairs: readonly (readonly [label: string, value: string])[]
  height?: number
  style?: CellStyle
}

const labelStyle: CellStyle = { size: 8, align: 'center', ink: 'grey' }
const valueStyle: CellStyle = { size: 9 }

export type GridPlace = { x: number; width: number; label: number }

/** No value takes more than this, mm; a longer one is set smaller. */
const highest = 42

/** Label-value rows as blocks; a row grows with its longest value. */
export const labelGrid = (rows: readonly GridRow[], place: GridPlace, measure: Measure): Block[] =>
  rows.map((row) => {
    const pair = place.width / row.pairs.length
    const style = { ...valueStyle, ...row.style }
    const room = pair - place.label - 2.4
    const needed = row.pairs.map(([, value]) => heightOf(value, style.size ?? 9, room, measure) + 2.2)
    const height = Math.min(highest, Math.max(row.height ?? 7.2, ...needed))
    const drawPair = ([label, value]: readonly [string, string], x: number, y: number): Mark[] => [
      { mark: 'box', x, y, w: place.label, h: height, weight: 0, fill: 'pale' },
      ...framed({ x, y, w: place.label, h: height }, label, labelStyle, measure),
      ...framed({ x: x + place.label, y, w: pair - place.label, h: height }, value, style, measure),
    ]
    return { height, draw: (y) => row.pairs.flatMap((each, index) => drawPair(each, place.x + index * pair, y)) }
  })

/** A column: its heading, its width in mm, and how its cells are set. */
export type Column = { title: string; width: number; style?: CellStyle }

/** The repeating head row. */
export const headRow = (columns: readonly Column[], x: number, y: number, h: number, measure: Measure): Mark[] =>
  columnCells(columns, x).flatMap(({ column, left }) => [
    { mark: 'box' as const, x: left, y, w: column.width, h, weight: 0, fill: 'pale' as const },
    ...framed({ x: left, y, w: column.width, h }, column.title, { size: 8, align: 'center', pad: 0.6 }, measure),
  ])

/** One row of cells; missing values stay empty but ruled. */
export const tableRow = (
  columns: readonly Column[],
  values: readonly string[],
  place: { x: number; y: number; h: number },
  measure: Measure,
): Mark[] =>
  columnCells(columns, place.x).flatMap(({ column, left }, index) =>
    framed(
      { x: left, y: place.y, w: column.width, h: place.h },
      values[index] ?? '',
      { size: 8.5, pad: 0.8, ...column.style },
      measure,
    ),
  )

/** The height that a row needs so that nothing in it is made smaller. */
export const rowHeight = (
  columns: readonly Column[],
  values: readonly string[],
  least: number,
  measure: Measure,
): number =>
  Math.max(
    least,
    ...columns.map(
      ({ width, style }, index) => heightOf(values[index] ?? '', style?.size ?? 8.5, width - 1.6, measure) + 1.8,
    ),
  )

const columnCells = (columns: readonly Column[], x: number): { column: Column; left: number }[] => {
  let left = x
  return columns.map((column) => {
    const place = { column, left }
    left += column.width
    return place
  })
}

export const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0)

/**
 * Strikes unused rows with one line from the lower left to the upper right, so that nothing is entered later.
 * @param indent where the note begins, mm from the left edge of the rows
 */
export const strike = (area: Area, note: string, indent: number, measure: Measure): Mark[] => [
  {
    mark: 'line',
    x1: area.x + 1.5,
    y1: area.y + area.h - 1.5,
    x2: area.x + area.w - 1.5,
    y2: area.y + 1.5,
    weight: 0.7,
  },
  ...cell(
    { ...area, x: area.x + indent, w: area.w - indent, h: Math.min(area.h, 8) },
    note,
    { size: 8, ink: 'grey' },
    measure,
  ),
]
