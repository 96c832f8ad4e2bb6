/** The A4 sheet that all forms of a seal's life share: the seal with its impression at true size, rows, signatures; 一式两份. */
import type { SheetSeal } from './life-facts.ts'
import { flow, type Block } from './flow.ts'
import { labelGrid, type GridRow } from './grid.ts'
import type { Layout, Mark, Press } from './layout.ts'
import { slipHead, slipHeadHeight, withFeet, type Paper } from './sheet.ts'
import { cell, framed } from './typeset.ts'

const paper: Paper = { width: 210, height: 297, left: 22, right: 14, top: 13, bottom: 9 }
const inner = paper.width - paper.left - paper.right
/** 印模框 45–50 mm, with room for a caption below a seal of 45 mm, the widest an enterprise may have (国发〔1999〕25号). */
const box = 50
const caption = 3.6
const label = 25

/** A signature cell: the head over it, and the name as entered. */
export type Signer = readonly [head: string, name: string | undefined]

export type LifeSheet = {
  office: string
  title: string
  seal: SheetSeal
  rows: readonly GridRow[]
  /** Rows of cells; each row shares the width. */
  signers: readonly (readonly Signer[])[]
  note: string
  isVoid?: boolean
}

const text = (value: string | undefined): string => value ?? ''

const sealRows = (seal: SheetSeal, { words }: Press): GridRow[] => {
  const word = (key: string): string => words(`seals.cabinet.${key}`)
  const shape = seal.shape === undefined ? '' : words(`seals.shape.${seal.shape}`)
  const size = seal.width === undefined ? '' : `${shape} ${seal.width}×${seal.height ?? seal.width} mm`
  const pair = (one: string, value: string, other: string, second: string): GridRow => ({
    height: box / 6,
    pairs: [
      [word(one), value],
      [word(other), second],
    ],
  })
  return [
    { height: box / 6, pairs: [[words('documents.field.seal'), seal.name]], style: { bold: true, size: 11 } },
    pair('code', seal.code, 'type', words(`seals.type.${seal.type}`)),
    pair('size', size, 'material', text(seal.material)),
    { height: box / 6, pairs: [[word('inscription'), text(seal.inscription)]] },
    pair('filing', text(seal.filingNumber), 'engraved', text(seal.engravedOn)),
    { height: box / 6, pairs: [[word('registrar'), text(seal.registrar)]] },
  ]
}

/** The seal beside its impression: at true size where it fits its box. */
const sealBlock = (seal: SheetSeal, press: Press): Block => {
  const { words, measure, hasImpression } = press
  const room = box - caption - 0.8
  const [width, height] = [seal.width ?? room, seal.height ?? room]
  const scale = Math.min(1, room / width, room / height)
  const rows = labelGrid(sealRows(seal, press), { x: paper.left + box, width: inner - box, label: 21 }, measure)
  const note = !hasImpression
    ? 'documents.no-impression'
    : scale < 1
      ? 'documents.impression'
      : 'documents.impression-true-size'
  const size = { width: `${width}`, height: `${height}` }
  const impression = (y: number): Mark => ({
    mark: 'impression',
    x: paper.left + (box - width * scale) / 2,
    y: y + 0.4 + (room - height * scale) / 2,
    w: width * scale,
    h: height * scale,
  })
  return {
    height: box,
    draw: (y) => [
      { mark: 'box', x: paper.left, y, w: box, h: box, weight: 0.5 },
      ...(hasImpression ? [impression(y)] : []),
      ...cell(
        { x: paper.left, y: y + box - caption - 0.2, w: box, h: caption },
        words(note, size),
        { size: 6.5, align: 'center', ink: 'grey' },
        measure,
      ),
      ...rows.flatMap((row, index) => row.draw(y + (index * box) / rows.length)),
    ],
  }
}

const signatureHeight = 27

const signatureBlock = (signers: readonly Signer[], { words, measure }: Press): Block => ({
  height: signatureHeight,
  draw: (y) =>
    signers.flatMap(([head, name], index) => {
      const w = inner / signers.length
      const x = paper.left + index * w
      return [
        { mark: 'box' as const, x, y, w, h: signatureHeight, weight: 0.5 },
        { mark: 'box' as const, x, y, w, h: 6, weight: 0, fill: 'pale' as const },
        ...framed({ x, y, w, h: 6 }, head, { size: 8, align: 'center' as const }, measure),
        ...cell({ x, y: y + 6.5, w, h: 6 }, text(name), { size: 10 }, measure),
        ...cell(
          { x, y: y + signatureHeight - 6, w, h: 5 },
          words('documents.sign-date'),
          { size: 6.5, ink: 'grey', align: 'right' },
          measure,
        ),
      ]
    }),
})

/** Two copies on two sheets: 存根 for the seal room, 档案 for the archive. */
export const lifeSheet = (sheet: LifeSheet, press: Press): Layout => {
  const { measure, words } = press
  const blocks: Block[] = [
    sealBlock(sheet.seal, press),
    ...labelGrid(
      sheet.rows.map((row) => ({ height: 9, style: { size: 10 }, ...row })),
      { x: paper.left, width: inner, label },
      measure,
    ),
    ...sheet.signers.map((signers) => signatureBlock(signers, press)),
  ]
  const pages = ['stub', 'archive'].flatMap((copy) => {
    const subtitle = words(`documents.copy.life-${copy}`)
    const head = (): Mark[] =>
      slipHead(paper, { office: sheet.office, title: sheet.title, subtitle, isVoid: sheet.isVoid }, press)
    return flow(blocks, { top: paper.top + slipHeadHeight, bottom: paper.height - paper.bottom - 9, head })
  })
  return { paper, pages: withFeet(paper, pages, sheet.note, press) }
}
