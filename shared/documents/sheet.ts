/** What every printed sheet has: the head with office, title, number and code, and the foot with page, print, time and person. */
import type { Mark, Press } from './layout.ts'
import { cell, rule, type Area } from './typeset.ts'

/** Millimetres. */
export type Paper = { width: number; height: number; left: number; right: number; top: number; bottom: number }

/** 16 mm is what a phone reads at hand's length; a little more forgives a worn drum. */
export const codeSize = 17

export type SheetHead = { office: string; title: string; subtitle?: string | undefined; isVoid?: boolean | undefined }

/** The head of a slip: title in the middle, number on the left, the code on the right. Ends `headHeight` below the top edge. */
export const slipHead = (paper: Paper, head: SheetHead, press: Press): Mark[] => {
  const { words, measure } = press
  const inner = paper.width - paper.left - paper.right
  // The title stays clear of the code on its right, and as far from the left edge.
  const middle: Area = { x: paper.left + codeSize, y: paper.top, w: inner - 2 * codeSize, h: 6 }
  const number = words('documents.number', { number: press.number })
  const marks = [
    ...cell(middle, head.office, { size: 9, align: 'center', ink: 'grey' }, measure),
    ...cell({ ...middle, y: paper.top + 5.6, h: 8 }, head.title, { size: 16, align: 'center', bold: true }, measure),
    ...cell(
      { x: paper.left, y: paper.top + 14, w: inner - codeSize - 2, h: 5 },
      number,
      { size: 9, bold: true, pad: 0 },
      measure,
    ),
    { mark: 'code' as const, x: paper.width - paper.right - codeSize, y: paper.top + 1, size: codeSize },
  ]
  if (head.subtitle !== undefined) {
    const beside: Area = { x: paper.left, y: paper.top, w: codeSize + 6, h: 6 }
    marks.push(...cell(beside, head.subtitle, { size: 9, pad: 0 }, measure))
  }
  return head.isVoid ? [...marks, ...voidMark(paper.left, paper.top + 5.5, press)] : marks
}

export const slipHeadHeight = 20

/** 作废, framed in red, so that a copy shows it too. */
export const voidMark = (x: number, y: number, { words, measure }: Press): Mark[] => {
  const area: Area = { x, y, w: 17, h: 7.6 }
  return [
    { mark: 'box', ...area, weight: 1.2, ink: 'red' },
    ...cell(area, words('documents.void'), { size: 12, align: 'center', bold: true, ink: 'red' }, measure),
  ]
}

/** The foot of a page, below a thin line: page x of y, which print, when and by whom, and what the paper is not. */
export const foot = (paper: Paper, page: { index: number; of: number }, note: string, press: Press): Mark[] => {
  const { words, measure } = press
  const inner = paper.width - paper.left - paper.right
  const y = paper.height - paper.bottom - 8
  const line = { y: y + 0.6, h: 3.8 }
  const style = { size: 7, pad: 0, ink: 'grey' } as const
  const left = words(press.print === 0 ? 'documents.not-counted' : 'documents.print-count', { print: press.print })
  const middle = words('documents.page', { page: page.index + 1, pages: page.of })
  const right = words('documents.printed-at-by', { at: press.printedAt, by: press.printedBy })
  return [
    rule(paper.left, y, paper.width - paper.right, y, 0.4),
    ...cell({ x: paper.left, w: inner * 0.36, ...line }, left, style, measure),
    ...cell({ x: paper.left + inner * 0.36, w: inner * 0.28, ...line }, middle, { ...style, align: 'center' }, measure),
    ...cell({ x: paper.left + inner * 0.6, w: inner * 0.4, ...line }, right, { ...style, align: 'right' }, measure),
    ...cell({ x: paper.left, y: y + 4.2, w: inner, h: 3.8 }, note, { ...style, size: 6.5 }, measure),
  ]
}

/** Adds the foot to every page, once it is known how many there are. */
export const withFeet = (paper: Paper, pages: readonly Mark[][], note: string, press: Press): Mark[][] =>
  pages.map((marks, index) => [...marks, ...foot(paper, { index, of: pages.length }, note, press)])
