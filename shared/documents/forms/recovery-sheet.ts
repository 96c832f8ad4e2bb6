/** 恢复单: the key in sixteen groups and as a code, what it is for and how it is kept; A5 landscape, for an envelope. */
import { groupsOf } from '../../office/recovery-key.ts'
import type { Layout, Mark, Press } from '../layout.ts'
import { cell, framed, rule, type Area } from '../typeset.ts'

export type RecoveryFacts = {
  office: string
  desk: { letter: string; name: string; fingerprint: string }
  /** Local time `2026-11-23 13:05`. */
  madeAt: string
  key: string
}

const paper = { width: 210, height: 148 }
const left = 16
const inner = paper.width - 2 * left
const code = 34

const keyGrid = (key: string, { x, y, w, h }: Area, { measure }: Pick<Press, 'measure'>): Mark[] =>
  groupsOf(key).flatMap((group, index) => {
    const area = { x: x + (index % 4) * (w / 4), y: y + Math.floor(index / 4) * (h / 4), w: w / 4, h: h / 4 }
    const count: Area = { ...area, w: 6 }
    return [
      ...framed(area, group, { size: 17, align: 'center' }, measure),
      ...cell(count, String(index + 1), { size: 6, ink: 'grey', vertical: 'top' }, measure),
    ]
  })

/** Lays the sheet out; it has no number and no print count, since no print of it is entered. */
export const recoverySheet = (facts: RecoveryFacts, { words, measure }: Pick<Press, 'words' | 'measure'>): Layout => {
  const line = (y: number, label: string, text: string): Mark[] => [
    ...cell({ x: left, y, w: 22, h: 6 }, label, { size: 9, pad: 0, ink: 'grey' }, measure),
    ...cell({ x: left + 22, y, w: inner - 22, h: 6 }, text, { size: 10, pad: 0 }, measure),
  ]
  const width = inner - code - 10
  const text = { size: 9, pad: 0, vertical: 'top' } as const
  const marks: Mark[] = [
    ...cell(
      { x: left, y: 11, w: inner, h: 10 },
      words('documents.recovery.title'),
      { size: 18, bold: true, align: 'center' },
      measure,
    ),
    ...line(24, words('documents.recovery.office'), facts.office),
    ...line(30, words('documents.recovery.desk'), words('documents.recovery.desk-text', facts.desk)),
    ...line(36, words('documents.recovery.made'), facts.madeAt),
    ...cell(
      { x: left, y: 44, w: inner, h: 6 },
      words('documents.recovery.key'),
      { size: 9, pad: 0, ink: 'grey' },
      measure,
    ),
    ...keyGrid(facts.key, { x: left, y: 50, w: width, h: 44 }, { measure }),
    { mark: 'code', x: paper.width - left - code, y: 55, size: code },
    ...cell({ x: left, y: 99, w: inner, h: 11 }, words('documents.recovery.use'), text, measure),
    ...cell({ x: left, y: 111, w: inner, h: 12 }, words('documents.recovery.care'), text, measure),
    rule(left, 127, paper.width - left, 127, 0.4),
    ...cell({ x: left, y: 129, w: inner, h: 8 }, words('documents.recovery.kept'), { size: 9, pad: 0 }, measure),
  ]
  return { paper, pages: [marks] }
}
