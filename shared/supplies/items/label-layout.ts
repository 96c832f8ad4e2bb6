/** Labels laid out true to size: which page and place each one gets, and what stands on it. */
import type { Layout, Mark, Measure } from '../../documents/layout.ts'
import { cell, type Area } from '../../documents/typeset.ts'
import { labelsOnPage, type LabelCodes, type LabelPaper } from './label-papers.ts'

/** What one label says. */
export type Label = {
  name: string
  spec: string
  /** `盒 = 12 支`, `库位 A区/01-03`. */
  unit: string
  place: string
  /** What a scanner shall read. */
  code: string
}

/** Widths of bars and gaps in modules, beginning with a bar; undefined where the text is none that Code 128 can say. */
export type BarsOf = (text: string) => readonly number[] | undefined

export type LabelPress = { measure: Measure; barsOf: BarsOf }

/** Module widths in mm, the widest first: whole dots of a label printer of 203 dpi, and not too fine for a hand scanner. */
const modules = [0.5, 0.375, 0.25]
/** Modules of white that Code 128 needs on either side. */
const quiet = 10
const digits = 3.2
/** Below these heights there is no room for both codes. */
const lowestForBoth = 28
const greatestQr = 20

/** Where the n-th label lies, from 0; `page` counts from 0. */
export const placeOf = (paper: LabelPaper, index: number): { page: number; area: Area } => {
  const each = labelsOnPage(paper)
  const onPage = index % each
  const area = {
    x: paper.left + (onPage % paper.columns) * paper.stepX,
    y: paper.top + Math.floor(onPage / paper.columns) * paper.stepY,
    w: paper.label.width,
    h: paper.label.height,
  }
  return { page: Math.floor(index / each), area }
}

type Bars = { runs: readonly number[]; module: number; width: number }

/** The bars of a code as wide as a space allows; undefined where they do not fit or cannot be said. */
export const fittingBars = (code: string, width: number, barsOf: BarsOf): Bars | undefined => {
  const runs = barsOf(code)
  if (!runs) return undefined
  const count = runs.reduce((sum, run) => sum + run, 0)
  const module = modules.find((each) => (count + 2 * quiet) * each <= width)
  return module === undefined ? undefined : { runs, module, width: count * module }
}

/** What can be printed of what is wanted: where bars do not fit beside a QR code, it stands alone. */
export const codesOn = (paper: LabelPaper, wanted: LabelCodes, code: string, barsOf: BarsOf): LabelCodes | 'none' => {
  const fits = fittingBars(code, paper.label.width, barsOf) !== undefined
  if (wanted === 'bars') return fits ? 'bars' : 'none'
  return wanted === 'both' && fits && paper.label.height >= lowestForBoth ? 'both' : 'qr'
}

const textsIn = (area: Area, { name, spec, unit, place }: Label, under: string, measure: Measure): Mark[] => {
  const said = [spec, [unit, place].filter((part) => part !== '').join(' · '), under]
  const small = said.filter((part) => part !== '')
  const line = Math.min(3.9, area.h / (small.length + 1.9))
  const nameHeight = area.h - line * small.length
  return [
    ...cell({ ...area, h: nameHeight }, name, { size: 11, bold: true, pad: 0 }, measure),
    ...small.flatMap((text, index) =>
      cell(
        { ...area, y: area.y + nameHeight + index * line, h: line },
        text,
        { size: 7.5, pad: 0, ink: 'grey' },
        measure,
      ),
    ),
  ]
}

/** Bars in the middle of a space, and below them what they say. */
const barsIn = (area: Area, code: string, { measure, barsOf }: LabelPress): Mark[] => {
  const bars = fittingBars(code, area.w, barsOf)
  if (!bars) return []
  const under = { ...area, y: area.y + area.h - digits, h: digits }
  return [
    {
      mark: 'bars',
      x: area.x + (area.w - bars.width) / 2,
      y: area.y,
      h: area.h - digits,
      module: bars.module,
      runs: bars.runs,
    },
    ...cell(under, code, { size: 7.5, align: 'center', pad: 0 }, measure),
  ]
}

/** One label in its area; nothing of it comes nearer to the edge than a sheet may be cut or fed askew. */
export const labelIn = (area: Area, label: Label, codes: LabelCodes, press: LabelPress): Mark[] => {
  const pad = Math.max(1.5, Math.min(2.5, area.h * 0.07))
  const inner = { x: area.x + pad, y: area.y + pad, w: area.w - 2 * pad, h: area.h - 2 * pad }
  // Bars bring their own white on both sides, so they may use the whole width.
  const foot = codes === 'qr' ? 0 : codes === 'both' ? Math.max(10, inner.h * 0.36) : inner.h * 0.52
  const head = { ...inner, h: inner.h - foot }
  const side = codes === 'bars' ? 0 : Math.min(greatestQr, head.h + (codes === 'qr' ? 0 : pad), inner.w * 0.46)
  // The picture of a QR code carries its own white edge, which may lie in the label's.
  const qr: Mark[] =
    side === 0
      ? []
      : [
          {
            mark: 'qr',
            x: inner.x + inner.w - side + pad / 2,
            y: head.y + (head.h - side) / 2,
            size: side,
            text: label.code,
          },
        ]
  const text = { ...head, w: head.w - side }
  return [
    // A code that stands under its bars need not be said again.
    ...textsIn(text, label, codes === 'qr' ? label.code : '', press.measure),
    ...qr,
    ...(foot === 0 ? [] : barsIn({ x: area.x, y: inner.y + head.h, w: area.w, h: foot }, label.code, press)),
  ]
}

export type LabelJob = {
  paper: LabelPaper
  codes: LabelCodes
  /** The first label to use of the first page, from 1: a sheet that was begun is used up. */
  startAt: number
  labels: readonly Label[]
  /** A thin line around each, to try a sheet against plain paper. */
  isOutlined?: boolean | undefined
}

/** @returns pages of the paper's own size, nothing scaled */
export const layOutLabels = (job: LabelJob, press: LabelPress): Layout => {
  const { paper, codes, startAt, labels, isOutlined } = job
  const pages: Mark[][] = []
  for (const [index, label] of labels.entries()) {
    const { page, area } = placeOf(paper, index + startAt - 1)
    const marks = (pages[page] ??= [])
    if (isOutlined) marks.push({ mark: 'box', ...area, weight: 0.3, ink: 'grey' })
    const possible = codesOn(paper, codes, label.code, press.barsOf)
    marks.push(...labelIn(area, label, possible === 'none' ? 'qr' : possible, press))
  }
  return { paper: paper.page, pages }
}
