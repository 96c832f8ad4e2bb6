/** The impression of a seal as something a page can show: PNG as an image, SVG as lines; both kept in proportion. */
import { PDFName, PDFRawStream, PngEmbedder, type PDFContext, type PDFRef } from 'pdf-lib'
import type { Face, Subset } from './font.ts'
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
    return { ref: await image.embedIntoContext(context), size: { width, height }, finish: () => undefined }
  } catch {
    // A damaged picture: the register checked its form, not its every chunk.
    return undefined
  }
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
  return { ref, size: { width, height }, finish }
}
