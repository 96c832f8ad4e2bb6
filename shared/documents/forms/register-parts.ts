/** What the printed registers share: headings, tables that flow over pages, money of any currency. */
import { currencies, figures, moneyText } from '../../office/money.ts'
import type { Block } from '../flow.ts'
import { headRow, rowHeight, tableRow, type Column } from '../grid.ts'
import type { Press } from '../layout.ts'
import type { Paper } from '../sheet.ts'
import { cell, heightOf } from '../typeset.ts'

export const innerOf = (paper: Paper): number => paper.width - paper.left - paper.right

export const money = (minor: number, currency: string): string => {
  const known = currencies.find((code) => code === currency)
  return known ? moneyText(minor, known) : `${currency} ${figures(minor)}`
}

export const heading = (paper: Paper, text: string, press: Press): Block => ({
  height: 9,
  isHeading: true,
  draw: (y) =>
    cell(
      { x: paper.left, y: y + 2.5, w: innerOf(paper), h: 6 },
      text,
      { size: 10.5, bold: true, pad: 0 },
      press.measure,
    ),
})

export const paragraph = (paper: Paper, text: string, press: Press): Block => {
  const height = heightOf(text, 9.5, innerOf(paper), press.measure) + 3
  return {
    height,
    draw: (y) =>
      cell({ x: paper.left, y: y + 1, w: innerOf(paper), h: height }, text, { size: 9.5, pad: 0 }, press.measure),
  }
}

/** A table whose head is repeated where it goes on; no row is lower than `least` nor higher than a third of a page. */
export const flowTable = (
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  least: number,
  press: Press,
): Block[] => {
  const { measure } = press
  const head: Block = { height: 7, isHeading: true, draw: (y) => headRow(columns, paper.left, y, 7, measure) }
  const body = rows.map((values): Block => {
    const height = Math.min(paper.height / 3, rowHeight(columns, values, least, measure))
    return { height, under: head, draw: (y) => tableRow(columns, values, { x: paper.left, y, h: height }, measure) }
  })
  return [head, ...body]
}
