/** The pages of a PDF in order, with what they inherit from the tree above them. */
import type { PDFDict } from 'pdf-lib'
import { PDFName, PDFNumber, PDFRef, type PDFObject } from 'pdf-lib'
import type { PageShape } from '../../../../shared/documents/stamping/plan.ts'
import { dictOf, itemsOf, valueOf, type SourceFile } from './source-file.ts'
import { Unfit } from './unfit.ts'

export type SourcePage = {
  ref: PDFRef
  dict: PDFDict
  /** Its own resources or those it inherits. */
  resources: PDFDict | undefined
  shape: PageShape
}

const mostPages = 20_000

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const
type Above = Partial<Record<(typeof inherited)[number], PDFObject>>

const passOn = (above: Above, node: PDFDict): Above => {
  const next = { ...above }
  for (const key of inherited) {
    const own = node.get(PDFName.of(key))
    if (own !== undefined) next[key] = own
  }
  return next
}

type Box = [left: number, bottom: number, right: number, top: number]
const a4: Box = [0, 0, 595.276, 841.89]

const boxOf = (source: SourceFile, value: PDFObject | undefined): Box | undefined => {
  const sides = itemsOf(source.resolve(value)).map((side) => {
    const number = source.resolve(side)
    return number instanceof PDFNumber ? number.asNumber() : NaN
  })
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = sides
  const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
  return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : undefined
}

/** What is seen of a page: its crop box within its media box (ISO 32000-1, 14.11.2). */
const seenOf = (media: Box, crop: Box): Box => {
  const [left, bottom] = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1])]
  const [right, top] = [Math.min(media[2], crop[2]), Math.min(media[3], crop[3])]
  return right > left && top > bottom ? [left, bottom, right, top] : media
}

const numberOf = (object: PDFObject | undefined, otherwise: number): number =>
  object instanceof PDFNumber && Number.isFinite(object.asNumber()) ? object.asNumber() : otherwise

const shapeOf = (source: SourceFile, dict: PDFDict, above: Above): PageShape => {
  const media = boxOf(source, above.MediaBox) ?? a4
  const [left, bottom, right, top] = seenOf(media, boxOf(source, above.CropBox) ?? media)
  const turns = Math.round(numberOf(source.resolve(above.Rotate), 0) / 90)
  const unit = numberOf(valueOf(source, dict, 'UserUnit'), 1)
  const rotate = ((((turns % 4) + 4) % 4) * 90) as PageShape['rotate']
  return { left, bottom, width: right - left, height: top - bottom, rotate, unit: unit > 0 ? unit : 1 }
}

/**
 * Every page of the file.
 * @throws Unfit where there is none, too many, or the tree is none
 */
export const pagesOf = (source: SourceFile): SourcePage[] => {
  const seen = new Set<number>()
  const pages: SourcePage[] = []
  const waiting: { node: PDFObject | undefined; above: Above }[] = [
    { node: source.catalog.get(PDFName.of('Pages')), above: {} },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next
    if (!(node instanceof PDFRef)) throw new Unfit('damaged')
    if (seen.has(node.objectNumber)) throw new Unfit('page-cycle')
    seen.add(node.objectNumber)
    const dict = dictOf(source.resolve(node))
    if (!dict) throw new Unfit('damaged')
    const above = passOn(next.above, dict)
    const kids = valueOf(source, dict, 'Kids')
    if (kids !== undefined) {
      // Taken from the end, so that the first kid comes next; a tree may be deeper than a stack.
      for (const kid of itemsOf(kids).toReversed()) waiting.push({ node: kid, above })
      continue
    }
    if (pages.length >= mostPages) throw new Unfit('too-many-pages')
    const resources = dictOf(source.resolve(above.Resources))
    pages.push({ ref: node, dict, resources, shape: shapeOf(source, dict, above) })
  }
  if (pages.length === 0) throw new Unfit('no-pages')
  return pages
}
