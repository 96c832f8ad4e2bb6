/** The impression of a seal as something a page can show: PNG as an image, both kept in proportion. */
import { PDFDocument, type PDFRef } from 'pdf-lib'
import type { Subset } from './font.ts'

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

/** Embeds an impression; undefined where it cannot be shown faithfully, since a seal is never drawn from guesses. */
export const embedImpression = async (
  doc: PDFDocument,
  file: ImpressionFile,
  _subset: Subset,
): Promise<EmbeddedImpression | undefined> => {
  if (file.mediaType !== 'image/png') return undefined
  try {
    const image = await doc.embedPng(Buffer.from(file.data, 'base64'))
    return { ref: image.ref, size: { width: image.width, height: image.height }, finish: () => undefined }
  } catch {
    return undefined
  }
}
