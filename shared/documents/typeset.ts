/** Setting texts into lines and cells: Chinese breaks anywhere but before closing marks, Latin words stay whole. */
import type { Ink, Mark, Measure } from './layout.ts'

const mmPerPoint = 25.4 / 72
/** Kinsoku: marks that must not begin a line, and marks that must not end one. */
const noStart = new Set('，。、；：！？）》」』】〉〕”’,.;:!?)]}%％')
const noEnd = new Set('（《「『【〈〔“‘([{')
const han = /[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]/u

/** Pieces that stay together: one Chinese character, a Latin word, or a run of spaces. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (const character of text) {
    const last = pieces.at(-1)
    const isGlued =
      last !== undefined &&
      (noStart.has(character) ||
        noEnd.has(last.at(-1) ?? '') ||
        (!han.test(character) && !han.test(last.at(-1) ?? '') && (character === ' ') === last.endsWith(' ')))
    if (isGlued) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

/** A piece wider than the line, such as a hash, is cut where it must be. */
const cut = (piece: string, size: number, width: number, measure: Measure): string[] => {
  const parts: string[] = []
  let part = ''
  for (const character of piece) {
    if (part !== '' && measure(part + character, size) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return part === '' ? parts : [...parts, part]
}

/**
 * Breaks a text into lines.
 * @param size points
 * @param width mm
 */
export const breakLines = (text: string, size: number, width: number, measure: Measure): string[] =>
  text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, size, width, measure))

const breakParagraph = (text: string, size: number, width: number, measure: Measure): string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (measure((line + piece).trimEnd(), size) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    const parts = cut(piece.trimStart(), size, width, measure)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

export type CellStyle = {
  size?: number
  align?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'middle'
  bold?: boolean
  ink?: Ink
  /** Distance from the cell's edge, mm. */
  pad?: number
}

export type Area = { x: number; y: number; w: number; h: number }

const lineHeight = (size: number): number => size * mmPerPoint * 1.28
/** Below this, print is not legible; what then does not fit ends in an ellipsis. */
const smallest = 5
const legible = 6

const hasWideWord = (text: string, size: number, width: number, measure: Measure): boolean =>
  piecesOf(text).some((piece) => measure(piece.trimEnd(), size) > width)

/** The height in mm that a text needs at a width. */
export const heightOf = (text: string, size: number, width: number, measure: Measure): number =>
  breakLines(text, size, width, measure).length * lineHeight(size)

const fit = (
  text: string,
  area: Area,
  size: number,
  pad: number,
  measure: Measure,
): { lines: string[]; size: number } => {
  const width = area.w - 2 * pad
  const height = area.h - 0.6
  // Most cells hold a word or a number, which needs no breaking.
  if (!text.includes('\n') && measure(text, size) <= width) return { lines: [text.trimEnd()], size }
  for (let smaller = size; smaller >= smallest; smaller -= 0.5) {
    // A word is cut only when making it a little smaller did not help.
    if (smaller > legible && hasWideWord(text, smaller, width, measure)) continue
    const lines = breakLines(text, smaller, width, measure)
    if (lines.length === 1 || lines.length * lineHeight(smaller) <= height) return { lines, size: smaller }
  }
  const lines = breakLines(text, smallest, width, measure)
  const kept = lines.slice(0, Math.max(1, Math.floor(height / lineHeight(smallest))))
  return {
    lines: kept.map((line, index) => (index === kept.length - 1 ? `${line.slice(0, -1)}…` : line)),
    size: smallest,
  }
}

/** A text set into an area: wrapped, made smaller where it must be, aligned. */
export const cell = (area: Area, text: string, style: CellStyle, measure: Measure): Mark[] => {
  if (text === '') return []
  const pad = style.pad ?? 1.2
  const { lines, size } = fit(text, area, style.size ?? 9, pad, measure)
  const block = lines.length * lineHeight(size)
  const top = style.vertical === 'top' ? area.y + 0.6 : area.y + (area.h - block) / 2
  return lines.map((line, index) => {
    const room = area.w - 2 * pad - measure(line, size)
    const shift = style.align === 'center' ? room / 2 : style.align === 'right' ? room : 0
    return {
      mark: 'text' as const,
      x: area.x + pad + shift,
      // The baseline lies where Chinese glyphs look centred: their box reaches from -0.12 to 0.88 em.
      y: top + lineHeight(size) * index + lineHeight(size) / 2 + size * mmPerPoint * 0.36,
      size,
      text: line,
      ...(style.bold ? { bold: true } : {}),
      ...(style.ink ? { ink: style.ink } : {}),
    }
  })
}

/** A frame with a text in it. */
export const framed = (area: Area, text: string, style: CellStyle, measure: Measure): Mark[] => [
  { mark: 'box', x: area.x, y: area.y, w: area.w, h: area.h, weight: 0.5 },
  ...cell(area, text, style, measure),
]

/** A straight line. */
export const rule = (x1: number, y1: number, x2: number, y2: number, weight = 0.5): Mark => ({
  mark: 'line',
  x1,
  y1,
  x2,
  y2,
  weight,
})
