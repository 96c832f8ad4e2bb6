/** The impression of a seal as something a page can show: PNG as an image, SVG as lines; both kept in proportion. */
import { inflateSync } from 'node:zlib'
import { PDFName, PDFRawStream, PDFRef, PngEmbedder, type PDFContext } from 'pdf-lib'
import type { Face, Subset } from './font.ts'
import { inkOfDrawing, inkOfPixels, type InkBox } from './ink-bounds.ts'
import { readSvg, type SvgDrawing } from './svg.ts'

export type ImpressionFile = {
  mediaType: 'image/svg+xml' | 'image/png'
  /** SVG as text, PNG in Base64, as the register keeps them. */
  data: string
}

export type EmbeddedImpression = {
  ref: PDFRef
  /** In the image's own units; only the proportion counts. */
  size: { width: number; height: number }
  /** The part of it that is ink, in the same units: a white edge is no part of the seal. */
  ink: InkBox
  /** Hands in the font, which is only complete when every page is typed. */
  finish: (font: PDFRef) => void
}

/** Whether a page can show it, asked before the layout says that it does. */
export const isShowable = (file: ImpressionFile, face: Face): boolean =>
  file.mediaType === 'image/png' || readSvg(file.data, face, { encode: () => '' }) !== undefined

type Place = { context: PDFContext; face: Face; subset: Subset }

/** Embeds an impression; undefined where it cannot be shown faithfully, since a seal is never drawn from guesses. */
export const embedImpression = async (
  file: ImpressionFile,
  { context, face, subset }: Place,
): Promise<EmbeddedImpression | undefined> => {
  if (file.mediaType === 'image/png') return embedPng(context, file.data)
  const drawing = readSvg(file.data, face, subset)
  return drawing && embedDrawing(context, drawing)
}

const embedPng = async (context: PDFContext, data: string): Promise<EmbeddedImpression | undefined> => {
  try {
    const image = await PngEmbedder.for(Buffer.from(data, 'base64'))
    const { width, height } = image
    const ref = await image.embedIntoContext(context)
    const ink = inkOfImage(context, ref, { width, height })
    return { ref, size: { width, height }, ink, finish: () => undefined }
  } catch {
    // A damaged picture: the register checked its form, not its every chunk.
    return undefined
  }
}

/** Samples of a picture as the embedder wrote them: deflated, eight bits a channel. */
const samplesOf = (context: PDFContext, ref: unknown): { bytes: Buffer; mask: unknown } | undefined => {
  const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined
  if (!(stream instanceof PDFRawStream)) return undefined
  return { bytes: inflateSync(stream.contents), mask: stream.dict.get(PDFName.of('SMask')) }
}

const inkOfImage = (context: PDFContext, ref: PDFRef, { width, height }: { width: number; height: number }): InkBox => {
  const whole = { x: 0, y: 0, width, height }
  const colours = samplesOf(context, ref)
  // Grey pictures and palettes are embedded otherwise; they keep their edge.
  if (colours?.bytes.length !== width * height * 3) return whole
  const alpha = samplesOf(context, colours.mask)?.bytes
  const isMask = alpha?.length === width * height
  return inkOfPixels({ width, height, rgb: colours.bytes, alpha: isMask ? alpha : undefined }) ?? whole
}

/** A form whose matrix maps the drawing onto the unit square, y upwards, as images are placed. */
const embedDrawing = (context: PDFContext, { box, operators, opacities }: SvgDrawing): EmbeddedImpression => {
  const [left, top, width, height] = box
  const ref = context.nextRef()
  const states = Object.fromEntries(
    [...opacities].flatMap((share) => [
      [`A${share}`, { ca: share / 100, CA: share / 100 }],
      [`A${share}f`, { ca: share / 100 }],
      [`A${share}s`, { CA: share / 100 }],
    ]),
  )
  const finish = (font: PDFRef): void => {
    const dictionary = context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [left, top, left + width, top + height],
      Matrix: [1 / width, 0, 0, -1 / height, -left / width, 1 + top / height],
      Resources: { Font: { F1: font }, ExtGState: states },
      // One picture to the page: overlapping parts of it do not shine through each other.
      Group: { Type: 'Group', S: PDFName.of('Transparency') },
    })
    context.assign(ref, PDFRawStream.of(dictionary, new Uint8Array(Buffer.from(operators, 'latin1'))))
  }
  const ink = inkOfDrawing(operators, box) ?? { x: 0, y: 0, width, height }
  return { ref, size: { width, height }, ink, finish }
}
