/**
 * Stamps as annotations (ISO 32000-1, 12.5.6.12): what a signature permits that forbids changing the page itself. They
 * are printed and locked, and a reader lists them as what was added after signing.
 */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFContext, type PDFObject, type PDFRef } from 'pdf-lib'
import type { Block } from '../../../../shared/documents/stamping/blocks.ts'
import { extentOf, type Draw, type PageShape } from '../../../../shared/documents/stamping/plan.ts'
import type { Face } from '../font.ts'
import type { SourcePage } from './page-list.ts'
import { itemsOf, valueOf, type SourceFile } from './source-file.ts'

/** Printed, read-only, locked (12.5.3, bits 3, 7, 8). */
const flags = 4 + 64 + 128

type Rect = [left: number, bottom: number, right: number, top: number]

/** The upright rectangle around a drawn thing, turned about its centre, in units of the page. */
const rectOf = (draw: Draw, blocks: readonly Block[], face: Face, matrix: readonly number[]): Rect => {
  const { x, y, width, height } = extentOf(draw, blocks, face.measure)
  const turn = draw.draw === 'block' ? (draw.turn * Math.PI) / 180 : 0
  const [sin, cos] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))]
  const half = [(width * cos + height * sin) / 2, (width * sin + height * cos) / 2] as const
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const corners = [-1, 1].flatMap((across) =>
    [-1, 1].map((up) => {
      const [px, py] = [x + width / 2 + across * half[0], y + height / 2 + up * half[1]]
      return [a * px + c * py + e, b * px + d * py + f] as const
    }),
  )
  const [xs, ys] = [corners.map(([cx]) => cx), corners.map(([, cy]) => cy)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export type Beside = {
  source: SourceFile
  blocks: readonly Block[]
  face: Face
  resources: PDFRef
  matrixOf: (shape: PageShape) => number[]
  streamOf: (dict: PDFDict, operators: string) => PDFObject
}

const annotation = (page: SourcePage, draw: Draw, operators: string, beside: Beside): PDFRef => {
  const { context } = beside.source
  const matrix = beside.matrixOf(page.shape)
  const rect = rectOf(draw, beside.blocks, beside.face, matrix)
  const form = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: rect })
  form.set(PDFName.of('Resources'), beside.resources)
  const placed = `q ${matrix.map((value) => Math.round(value * 10_000) / 10_000).join(' ')} cm\n${operators}\nQ\n`
  const look = context.register(beside.streamOf(form, placed))
  const dict = context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: rect, F: flags, AP: { N: look } })
  dict.set(PDFName.of('P'), page.ref)
  if (draw.draw === 'text') dict.set(PDFName.of('Contents'), PDFHexString.fromText(draw.text))
  return context.register(dict)
}

const copyOf = (dict: PDFDict, context: PDFContext): PDFDict =>
  PDFDict.fromMapWithContext(new Map(dict.entries()), context)

/** The page with the stamps among its annotations, and with nothing else changed. */
export const besidePage = (
  page: SourcePage,
  stamps: readonly { draw: Draw; operators: string }[],
  beside: Beside,
): PDFDict => {
  const { source } = beside
  const next = copyOf(page.dict, source.context)
  const annotations = PDFArray.withContext(source.context)
  for (const known of itemsOf(valueOf(source, page.dict, 'Annots'))) annotations.push(known)
  for (const { draw, operators } of stamps) annotations.push(annotation(page, draw, operators, beside))
  next.set(PDFName.of('Annots'), annotations)
  return next
}
