/** What a stamp looks like: a block of marks of its own size in millimetres, drawn once and placed on many pages. */
import type { Mark, Measure } from '../layout.ts'
import { breakLines } from '../typeset.ts'
import type { Stamp } from './stamps.ts'

export type Planning = {
  words: (key: string, values?: Readonly<Record<string, unknown>>) => string
  measure: Measure
}

/** What the record says that a stamp may show. */
export type StampFacts = {
  office: string
  /** Of the record: 用印登记号, 申请号 or 合同编号. */
  number: string
  date: string
  handler: string
  /** Where the record is a use of a seal, or asks for one. */
  sealName: string | undefined
  /** Size of the seal in mm; of no account where no stamp shows it. */
  seal: { widthMm: number; heightMm: number }
  /** Text of the QR code. */
  code: string
}

export type Block =
  /** `share` of opacity, in hundredths. */
  | { block: 'marks'; width: number; height: number; marks: Mark[]; share: number }
  /** The seal's picture, at this size, multiplied with what lies beneath so that black text stays black. */
  | { block: 'seal'; width: number; height: number }

const mmPerPoint = 25.4 / 72
/** 45 modules and their white edge: 0.38 mm a module. */
const codeSize = 20
const pad = 2
const textWidth = 50
const [titleSize, textSize] = [9, 7.5]
const step = textSize * mmPerPoint * 1.45

/** The registration stamp: a red box with number, date, seal and handler, and the code beside them. */
export const registrationBlock = (facts: StampFacts, hasCode: boolean, { words, measure }: Planning): Block => {
  const rows: [string, string | undefined][] = [
    ['stamping.number', facts.number],
    ['stamping.date', facts.date],
    ['stamping.seal', facts.sealName],
    ['stamping.handler', facts.handler],
  ]
  const lines = rows.flatMap(([label, value]) =>
    value ? breakLines(`${words(label)} ${value}`, textSize, textWidth, measure) : [],
  )
  const whole = `${facts.office} ${words('stamping.registered')}`
  const isOneLine = measure(whole, titleSize) <= textWidth
  // What it is stands in a line of its own before it is broken in two.
  const titles = isOneLine
    ? [whole]
    : [...breakLines(facts.office, titleSize, textWidth, measure), words('stamping.registered')]
  const top = pad + titles.length * titleSize * mmPerPoint * 1.35
  const height = Math.max(top + lines.length * step + pad, hasCode ? codeSize + pad : 0)
  const width = pad + textWidth + pad + (hasCode ? codeSize + pad / 2 : 0)
  const marks: Mark[] = [
    { mark: 'box', x: 0.3, y: 0.3, w: width - 0.6, h: height - 0.6, weight: 1.2, ink: 'red' },
    ...titles.map((text, index): Mark => {
      const y = pad + (index + 0.8) * titleSize * mmPerPoint * 1.35
      return { mark: 'text', x: pad, y, size: titleSize, text, bold: true, ink: 'red' }
    }),
    ...lines.map((text, index): Mark => {
      return { mark: 'text', x: pad, y: top + (index + 0.75) * step, size: textSize, text, ink: 'red' }
    }),
  ]
  if (hasCode) {
    const y = (height - codeSize) / 2
    marks.push({ mark: 'qr', x: width - codeSize - pad / 2, y, size: codeSize, text: facts.code })
  }
  return { block: 'marks', width, height, marks, share: 100 }
}

/** COPY, 作废, 样本: large letters in a frame that leave what is written beneath legible. */
export const markBlock = ({ text, size, ink }: Extract<Stamp, { stamp: 'mark' }>, measure: Measure): Block => {
  const points = size / mmPerPoint
  const width = measure(text, points) + size * 0.6
  const height = size * 1.5
  const weight = Math.max(1, points * 0.05)
  const edge = (weight * mmPerPoint) / 2
  const marks: Mark[] = [
    { mark: 'box', x: edge, y: edge, w: width - 2 * edge, h: height - 2 * edge, weight, ink },
    { mark: 'text', x: size * 0.3, y: size * 1.1, size: points, text, bold: true, ink },
  ]
  return { block: 'marks', width, height, marks, share: 35 }
}

/** The text of a page's number: numbered are the pages the stamp stands on. */
export const pageNumberText = (
  { style, prefix, from }: Extract<Stamp, { stamp: 'page-number' }>,
  { index, total }: { index: number; total: number },
  words: Planning['words'],
): string => {
  const page = from + index
  const last = from + total - 1
  if (style === 'bates') return `${prefix}${String(page).padStart(6, '0')}`
  if (style === 'of') return `${prefix}${page} / ${last}`
  return style === 'words' ? prefix + words('stamping.page-of', { page, pages: last }) : `${prefix}${page}`
}
