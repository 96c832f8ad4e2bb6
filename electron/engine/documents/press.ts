/** The press: a layout becomes a PDF, with our own text operators, one font subset, the code, the facts and the proof. */
import { deflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, PDFHexString, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import type { Layout } from '../../../shared/documents/layout.ts'
import { drawMarks, type Drawing } from './draw.ts'
import { findMissing, startSubset, type Face } from './font.ts'
import { embedImpression, type ImpressionFile } from './impression.ts'
import { emptyProof, signFile } from './proof.ts'

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
  /** Text of the QR code. */
  code: string
  /** Canonical JSON that goes along as `sealbook.json`. */
  facts: string
  desk: string
  sign: (bytes: Uint8Array) => Uint8Array
  signal?: AbortSignal | undefined
  progress?: ((done: number, total: number) => void) | undefined
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
}

/**
 * Prints a layout.
 * @returns the file's bytes, signed by the desk as a whole
 * @throws where the layout has a character without a glyph (ask `missingGlyph` first), or when cancelled
 */
export const pressPdf = async (job: Job): Promise<Buffer> => {
  const doc = await PDFDocument.create()
  const { context } = doc
  describe(doc, job)
  const subset = startSubset(job.face)
  const impression = job.impression && (await embedImpression(job.impression, { doc, face: job.face, subset }))
  const drawing: Drawing = { height: job.layout.paper.height, subset, code: job.code, impression: impression?.size }
  const contents: PDFRef[] = []
  for (const [index, marks] of job.layout.pages.entries()) {
    job.signal?.throwIfAborted()
    const operators = deflateSync(Buffer.from(drawMarks(marks, drawing), 'latin1'))
    contents.push(context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), new Uint8Array(operators))))
    // Long books let Cancel and other calls through every few pages.
    if (index % 16 === 15) await breathe(job, index)
  }
  const font = subset.embed(context)
  impression?.finish(font)
  const resources = context.register(
    context.obj({ Font: { F1: font }, ...(impression ? { XObject: { Im1: impression.ref } } : {}) }),
  )
  const points = 72 / 25.4
  for (const content of contents) {
    const page = doc.addPage([job.layout.paper.width * points, job.layout.paper.height * points])
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), content)
  }
  await doc.attach(Buffer.from(job.facts), factsFile, {
    mimeType: 'application/json',
    description: 'Sealbook facts',
    creationDate: new Date(job.now),
    modificationDate: new Date(job.now),
    afRelationship: AFRelationship.Source,
  })
  return proven(doc, job)
}

const breathe = async (job: Job, index: number): Promise<void> => {
  job.progress?.(index + 1, job.layout.pages.length)
  await new Promise((resolve) => setImmediate(resolve))
}

const proven = async (doc: PDFDocument, job: Job): Promise<Buffer> => {
  const { context } = doc
  const proof = context.register(PDFRawStream.of(context.obj({}), emptyProof(job.desk)))
  doc.catalog.set(PDFName.of('SealbookProof'), proof)
  const id = PDFHexString.of(job.code === '' ? '00' : Buffer.from(job.code).toString('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
  // Plain objects, so that the proof's place is found without unpacking anything.
  const file = Buffer.from(await doc.save({ useObjectStreams: false, updateFieldAppearances: false }))
  signFile(file, job.sign)
  return file
}
