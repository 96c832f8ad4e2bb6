/** A laid-out document: pages of marks in millimetres from the top left corner, ready for any press. */

/** `ink` black, `grey` for what is said by the way, `red` for no and void. */
export type Ink = 'ink' | 'grey' | 'red' | 'green' | 'amber'

export type Mark =
  /** One line of text; `x` its left edge, `y` its baseline, `size` in points. */
  | { mark: 'text'; x: number; y: number; size: number; text: string; bold?: boolean; ink?: Ink }
  /** `weight` in points. */
  | { mark: 'line'; x1: number; y1: number; x2: number; y2: number; weight: number; ink?: Ink; dashed?: boolean }
  | {
      mark: 'box'
      x: number
      y: number
      w: number
      h: number
      weight: number
      ink?: Ink
      fill?: 'pale' | 'solid' | 'none'
    }
  /** The seal's impression, kept in proportion and centred in its frame. */
  | { mark: 'impression'; x: number; y: number; w: number; h: number }
  /** The code for checking, a square of `size` mm without its quiet zone. */
  | { mark: 'code'; x: number; y: number; size: number }
  /** A QR code of its own; `size` mm with the white edge it needs. */
  | { mark: 'qr'; x: number; y: number; size: number; text: string }
  /** Bars and gaps of `module` mm times each run, beginning with a bar. */
  | { mark: 'bars'; x: number; y: number; h: number; module: number; runs: readonly number[] }

export type Layout = {
  /** Width and height in mm. */
  paper: { width: number; height: number }
  pages: Mark[][]
}

/** The width in mm of a text at a size in points; handed in, since only the press knows its font. */
export type Measure = (text: string, size: number) => number

/** What is known about this print, and the words it is said in. */
export type Press = {
  words: (key: string, values?: Readonly<Record<string, unknown>>) => string
  measure: Measure
  /** The document's own number, its print count, and when and by whom it is printed. */
  number: string
  /** 0 for a preview. */
  print: number
  printedAt: string
  printedBy: string
  hasImpression: boolean
}

export type Form<F> = (facts: F, press: Press) => Layout
