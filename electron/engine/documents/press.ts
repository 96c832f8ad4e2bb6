/** The press: a layout becomes a PDF, with our own text operators, one font subset, the code, the facts and room for the proof. */
import { deflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, PDFHexString, PDFName, PDFRawStream, PrintScaling, type PDFRef } from 'pdf-lib'
import type { Layout } from '../../../shared/documents/layout.ts'
import { codeOperators, drawMarks, type Drawing } from './draw.ts'
import { findMissing, startSubset, type Face } from './font.ts'
import { embedImpression, type ImpressionFile } from './impression.ts'
import { emptyProof } from './proof.ts'

export type Job = {
  layout: Layout
  face: Face
  /** Shown in the window's title and by search tools. */
  title: string
  subject: string
  author: string
  language: string
  /** Milliseconds since 1970, UTC. */
  now: number
  impression: ImpressionFile | undefined
  /** Text of the QR code; labels have their own. */
  code: string | undefined
  /** Canonical JSON that goes along as `sealbook.json`; a print that proves nothing (the recovery sheet) has none. */
  facts: string | undefined
  desk: string
  /** Told every few pages. */
  onPages?: ((done: number) => void) | undefined
}

export const factsFile = 'sealbook.json'
export const producer = 'Sealbook'

/** The first text of a layout with a character that the face cannot show. */
export const missingGlyph = (layout: Layout, face: Face): { character: string; text: string } | undefined => {
  for (const page of layout.pages) {
    for (const mark of page) {
      const character = mark.mark === 'text' ? findMissing(face, mark.text) : undefined
      if (character !== undefined && mark.mark === 'text') return { character, text: mark.text }
    }
  }
  return undefined
}

const describe = (doc: PDFDocument, job: Job): void => {
  const date = new Date(job.now)
  doc.setTitle(job.title, { showInWindowTitleBar: true })
  doc.setSubject(job.subject)
  doc.setAuthor(job.author)
  doc.setLanguage(job.language)
  doc.setProducer(producer)
  doc.setCreator(producer)
  doc.setCreationDate(date)
  doc.setModificationDate(date)
  // Seals and labels are true to size in mm: a viewer's dialog shall not fit them to its paper unasked.
  doc.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
}

/**
 * Prints a layout.
 * @returns the file's bytes with an empty proof, which `signFile` fills
 * @throws where the layout has a character without a glyph (ask `missingGlyph` first)
 */
export const pressPdf = async (job: Job): Promise<Buffer> => {
  const doc = await PDFDocument.create()
  const { context } = doc
  describe(doc, job)
  const subset = startSubset(job.face)
  const impression = job.impression && (await embedImpression(job.impression, { context, face: job.face, subset }))
  const drawing: Drawing = { height: job.layout.paper.height, subset, impression: impression?.size }
  const contents: PDFRef[] = []
  for (const [index, marks] of job.layout.pages.entries()) {
    const operators = deflateSync(Buffer.from(drawMarks(marks, drawing), 'latin1'))
    contents.push(context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), new Uint8Array(operators))))
    if (index % 16 === 15) job.onPages?.(index + 1)
  }
  const font = subset.embed(context)
  impression?.finish(font)
  const code = job.code === undefined ? {} : { Qr1: embedCode(doc, job.code) }
  const pictures = { ...code, ...(impression ? { Im1: impression.ref } : {}) }
  const resources = context.register(context.obj({ Font: { F1: font }, XObject: pictures }))
  const points = 72 / 25.4
  for (const content of contents) {
    const page = doc.addPage([job.layout.paper.width * points, job.layout.paper.height * points])
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), content)
  }
  if (job.facts === undefined) return Buffer.from(await doc.save({ useObjectStreams: false }))
  await doc.attach(Buffer.from(job.facts), factsFile, {
    mimeType: 'application/json',
    description: 'Sealbook facts',
    creationDate: new Date(job.now),
    modificationDate: new Date(job.now),
    afRelationship: AFRelationship.Source,
  })
  return withProof(doc, job)
}

/** The code as a form of one unit each way, shared by all pages. */
const embedCode = ({ context }: PDFDocument, text: string): PDFRef => {
  const { size, operators } = codeOperators(text)
  const box = { BBox: [0, 0, size, size], Matrix: [1 / size, 0, 0, 1 / size, 0, 0] }
  const dictionary = context.obj({ Type: 'XObject', Subtype: 'Form', Filter: 'FlateDecode', ...box })
  return context.register(PDFRawStream.of(dictionary, new Uint8Array(deflateSync(Buffer.from(operators, 'latin1')))))
}

/** Everything else is in its place: the file with room for its proof. */
const withProof = async (doc: PDFDocument, job: Job): Promise<Buffer> => {
  const { context } = doc
  const proof = context.register(PDFRawStream.of(context.obj({}), emptyProof(job.desk)))
  doc.catalog.set(PDFName.of('SealbookProof'), proof)
  const id = PDFHexString.of(
    Buffer.from(job.code ?? job.title)
      .toString('hex')
      .slice(0, 32),
  )
  context.trailerInfo.ID = context.obj([id, id])
  // Plain objects, so that the proof's place is found without unpacking anything.
  return Buffer.from(await doc.save({ useObjectStreams: false, updateFieldAppearances: false }))
}
