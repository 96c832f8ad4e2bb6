/** The papers that labels are printed on: sheets of the usual makes, and the rolls of label printers; all in millimetres. */

export type LabelPaper = {
  /** The page that the printer gets: a sheet, or one label of a roll. */
  page: { width: number; height: number }
  label: { width: number; height: number }
  columns: number
  rows: number
  /** From the page's edge to the first label, and from one label's left or upper edge to the next one's. */
  left: number
  top: number
  stepX: number
  stepY: number
}

const sheet = (
  [columns, rows]: readonly [number, number],
  [width, height]: readonly [number, number],
  [left, top]: readonly [number, number],
  [stepX, stepY]: readonly [number, number] = [width, height],
): LabelPaper => ({
  page: { width: 210, height: 297 },
  label: { width, height },
  columns,
  rows,
  left,
  top,
  stepX,
  stepY,
})

const roll = (width: number, height: number): LabelPaper => ({
  page: { width, height },
  label: { width, height },
  columns: 1,
  rows: 1,
  left: 0,
  top: 0,
  stepX: width,
  stepY: height,
})

/** Margins as the makers of these sheets give them. */
export const labelPapers = {
  'a4-24': sheet([3, 8], [70, 37], [0, 0.5]),
  'a4-65': sheet([5, 13], [38.1, 21.2], [4.75, 10.7], [40.6, 21.2]),
  'a4-21': sheet([3, 7], [63.5, 38.1], [7.25, 15.15], [66, 38.1]),
  'a4-40': sheet([4, 10], [52.5, 29.7], [0, 0]),
  '40x30': roll(40, 30),
  '50x30': roll(50, 30),
  '60x40': roll(60, 40),
  '70x50': roll(70, 50),
} as const satisfies Record<string, LabelPaper>

export type LabelPaperName = keyof typeof labelPapers
export const labelPaperNames = Object.keys(labelPapers) as [LabelPaperName, ...LabelPaperName[]]

/** 二维码和条码 · 二维码 · 条码 */
export const labelCodes = ['both', 'qr', 'bars'] as const
export type LabelCodes = (typeof labelCodes)[number]

export const labelsOnPage = ({ columns, rows }: LabelPaper): number => columns * rows
