/** Lays planned stamps onto a PDF's pages: forms drawn once, a small stream of its own for each page, changed page dictionaries. */
import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib'
import type { Block } from '../../../../shared/documents/stamping/blocks.ts'
import type { Draw, PageShape, Plan } from '../../../../shared/documents/stamping/plan.ts'
import { drawMarks } from '../draw.ts'
import { startSubset, type Face, type Subset } from '../font.ts'
import { embedImpression, type EmbeddedImpression, type ImpressionFile } from '../impression.ts'
import type { Changed } from './append.ts'
import { besidePage, type Beside } from './lay-beside.ts'
import { contentsOf, wrapOf } from './page-content.ts'
import type { SourcePage } from './page-list.ts'
import { dictOf, type SourceFile } from './source-file.ts'

const points = 72 / 25.4
const n = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** From millimetres of the page as it is seen to its user space (ISO 32000-1, 8.3.2.3 and 14.11.2). */
export const seenToPage = ({ left, bottom, width, height, rotate, unit }: PageShape): number[] => {
  const s = points / unit
  switch (rotate) {
    case 0:
      return [s, 0, 0, s, left, bottom]
    case 90:
      return [0, s, -s, 0, left + width, bottom]
    case 180:
      return [-s, 0, 0, -s, left + width, bottom + height]
    case 270:
      return [0, -s, s, 0, left, bottom + height]
  }
}

type Pen = {
  /** What names of ours begin with: the number of the last object before them, so that two stampings never meet. */
  tag: string
  subset: Subset
}

const drawOne = (draw: Draw, blocks: readonly Block[], { tag, subset }: Pen): string => {
  if (draw.draw === 'text') {
    const size = n(draw.size / points)
    return `BT 0 Tr 0.25 0.25 0.25 rg /${tag}F ${size} Tf ${n(draw.x)} ${n(draw.y)} Td <${subset.encode(draw.text)}> Tj ET`
  }
  const { width = 0, height = 0 } = blocks[draw.block] ?? {}
  const { clip, turn } = draw
  const cut = clip ? `${n(clip.x)} ${n(clip.y)} ${n(clip.width)} ${n(clip.height)} re W n ` : ''
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const place =
    turn === 0
      ? `1 0 0 1 ${n(draw.x)} ${n(draw.y)} cm`
      : `${n(cos)} ${n(sin)} ${n(-sin)} ${n(cos)} ${n(draw.x + width / 2)} ${n(draw.y + height / 2)} cm 1 0 0 1 ${n(-width / 2)} ${n(-height / 2)} cm`
  return `q ${cut}${place} /${tag}B${draw.block} Do Q`
}

type Drawn = { draw: Draw; operators: string }

const onPage = (shape: PageShape, stamps: readonly Drawn[]): string =>
  `q ${seenToPage(shape).map(n).join(' ')} cm\n${stamps.map(({ operators }) => operators).join('\n')}\nQ\n`

const stream = (context: PDFContext, dict: Record<string, never> | PDFDict, operators: string): PDFRawStream => {
  const plain = Buffer.from(operators, 'latin1')
  const made = dict instanceof PDFDict ? dict : context.obj(dict)
  // Deflating what is this short makes it longer or saves nothing.
  if (plain.length < 300) return PDFRawStream.of(made, new Uint8Array(plain))
  made.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  return PDFRawStream.of(made, new Uint8Array(deflateSync(plain)))
}

type Furnishing = { context: PDFContext; font: PDFRef; seal: EmbeddedImpression | undefined }

/** Operators are encoded before the font is complete, and forms are made after. */
const blockOperators = (block: Block, subset: Subset, seal: EmbeddedImpression | undefined): string => {
  if (block.block === 'marks')
    return `/G gs ${drawMarks(block.marks, { height: block.height, subset, impression: undefined })}`
  // A seal is never drawn out of proportion; its ink, without a white edge around it, fills its registered size.
  const { width, height } = seal?.size ?? block
  const ink = seal?.ink ?? { x: 0, y: 0, width, height }
  const scale = Math.min(block.width / ink.width, block.height / ink.height)
  const left = (block.width - ink.width * scale) / 2 - ink.x * scale
  const low = (block.height - ink.height * scale) / 2 - ink.y * scale
  return `/G gs ${n(width * scale)} 0 0 ${n(height * scale)} ${n(left)} ${n(low)} cm /Im Do`
}

const formOf = (block: Block, operators: string, { context, font, seal }: Furnishing): PDFRawStream => {
  const isSeal = block.block === 'seal'
  // Marks are drawn in points, a seal in millimetres; both are placed in millimetres.
  const scale = isSeal ? 1 : 1 / points
  const state = isSeal ? { BM: 'Multiply' } : { ca: block.share / 100, CA: block.share / 100 }
  const resources = context.obj({ ExtGState: { G: state } })
  if (isSeal && seal) resources.set(PDFName.of('XObject'), context.obj({ Im: seal.ref }))
  if (!isSeal) resources.set(PDFName.of('Font'), context.obj({ F1: font }))
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, block.width / scale, block.height / scale],
    Matrix: [scale, 0, 0, scale, 0, 0],
  })
  dict.set(PDFName.of('Resources'), resources)
  return stream(context, dict, operators)
}

const copyOf = (dict: PDFDict | undefined, context: PDFContext): PDFDict =>
  PDFDict.fromMapWithContext(new Map(dict?.entries()), context)

type Ours = { forms: PDFRef[]; font: PDFRef | undefined; tag: string }

/** Resources as they were, with ours beside them; one for all pages that shared theirs. */
const withOurs = (source: SourceFile, ours: Ours) => {
  const made = new Map<PDFDict | undefined, PDFRef>()
  const { context } = source
  /** @param own the page's own content, where it had to become a form */
  return (resources: PDFDict | undefined, own?: PDFRef): PDFRef => {
    const known = own ? undefined : made.get(resources)
    if (known) return known
    const next = copyOf(resources, context)
    const forms = copyOf(dictOf(source.resolve(next.get(PDFName.of('XObject')))), context)
    ours.forms.forEach((form, index) => forms.set(PDFName.of(`${ours.tag}B${index}`), form))
    if (own) forms.set(PDFName.of(`${ours.tag}P`), own)
    if (ours.forms.length > 0 || own) next.set(PDFName.of('XObject'), forms)
    if (ours.font) {
      const fonts = copyOf(dictOf(source.resolve(next.get(PDFName.of('Font')))), context)
      fonts.set(PDFName.of(`${ours.tag}F`), ours.font)
      next.set(PDFName.of('Font'), fonts)
    }
    const ref = context.register(next)
    if (!own) made.set(resources, ref)
    return ref
  }
}

export type Stamping = {
  source: SourceFile
  pages: readonly SourcePage[]
  plan: Plan
  face: Face
  impression: ImpressionFile | undefined
  /** The page's own content stays as it is: a signature of the file permits no more. */
  asAnnotations: boolean
}

/** One stream for all pages that are drawn on alike. */
const sharedStreams = (context: PDFContext) => {
  const made = new Map<string, PDFRef>()
  return (operators: string): PDFRef => {
    const ref = made.get(operators) ?? context.register(stream(context, {}, operators))
    made.set(operators, ref)
    return ref
  }
}

type Stamped = { page: SourcePage; stamps: Drawn[] }

/** The page's own content as a form, whose graphics states end with it. */
const ownForm = (source: SourceFile, { shape, resources }: SourcePage, operators: Buffer): PDFRef => {
  const { left, bottom, width, height } = shape
  const { context } = source
  const box = [left, bottom, left + width, bottom + height]
  const dict = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: box, Filter: 'FlateDecode' })
  dict.set(PDFName.of('Resources'), copyOf(resources, context))
  return context.register(PDFRawStream.of(dict, new Uint8Array(deflateSync(operators))))
}

/** Draws on pages: their own content, put back to a clean state, and the stamps after it. */
const drawnOn = (source: SourceFile, ours: Ours) => {
  const { context } = source
  const streamOf = sharedStreams(context)
  const resourcesOf = withOurs(source, ours)
  return ({ page, stamps }: Stamped): Changed => {
    const own = contentsOf(source, page.dict)
    const wrap = wrapOf(source, own)
    const form = wrap.wrap === 'form' ? ownForm(source, page, wrap.operators) : undefined
    const before = form ? [streamOf(`q /${ours.tag}P Do Q\n`)] : [streamOf('q\n'), ...own]
    const closing = wrap.wrap === 'around' ? 'Q\n'.repeat(wrap.closing) : ''
    const contents = PDFArray.withContext(context)
    for (const part of [...before, streamOf(closing + onPage(page.shape, stamps))]) contents.push(part)
    const next = copyOf(page.dict, context)
    next.set(PDFName.of('Contents'), contents)
    next.set(PDFName.of('Resources'), resourcesOf(page.resources, form))
    return [page.ref, next]
  }
}

/**
 * Registers all that is new with the source's context.
 * @returns the page dictionaries that change; `no-impression` where the seal's picture cannot be drawn
 */
export const layOn = async (stamping: Stamping): Promise<Changed[] | 'no-impression'> => {
  const { source, pages, plan, face, impression } = stamping
  const { context } = source
  const pen: Pen = { tag: `Sb${context.largestObjectNumber}`, subset: startSubset(face) }
  const seal = impression && (await embedImpression(impression, { context, face, subset: pen.subset }))
  if (!seal && plan.blocks.some(({ block }) => block === 'seal')) return 'no-impression'
  const operators = plan.blocks.map((block) => blockOperators(block, pen.subset, seal))
  const stamped: Stamped[] = pages.flatMap((page, index) => {
    const draws = plan.pages[index] ?? []
    const stamps = draws.map((draw) => ({ draw, operators: drawOne(draw, plan.blocks, pen) }))
    return stamps.length === 0 ? [] : [{ page, stamps }]
  })
  // A font with no glyph at all is no font.
  pen.subset.encode('1')
  const font = pen.subset.embed(context)
  seal?.finish(font)
  const forms = plan.blocks.map((block, index) =>
    context.register(formOf(block, operators[index] ?? '', { context, font, seal })),
  )
  const hasText = plan.pages.some((draws) => draws.some(({ draw }) => draw === 'text'))
  const ours: Ours = { forms, font: hasText ? font : undefined, tag: pen.tag }
  if (!stamping.asAnnotations) return stamped.map(drawnOn(source, ours))
  const beside: Beside = {
    source,
    blocks: plan.blocks,
    face,
    resources: withOurs(source, ours)(undefined),
    matrixOf: seenToPage,
    streamOf: (dict, text) => stream(context, dict, text),
  }
  return stamped.map(({ page, stamps }) => [page.ref, besidePage(page, stamps, beside)])
}
