/** Reads what a PDF from outside carries as ours: bounded in what it unpacks, and kept as it was signed. */
import { inflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { z } from 'zod'
import { formNames } from '../../../shared/documents/forms.ts'
import { factsFile } from './press.ts'

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

const json = z.json()
/** Loose: a later desk may have added fields, which are signed and hashed with the others. */
const sheetSchema = z
  .object({
    version: z.literal(1),
    form: z.enum(formNames),
    number: z.string(),
    print: z.int(),
    printedAt: z.string(),
    printedBy: z.string(),
    language: z.string(),
    desk: hex(64),
    head: z.string(),
    hash: hex(64),
    facts: z.record(z.string(), json),
    signature: hex(128),
  })
  .catchall(json)
export type SignedSheet = z.infer<typeof sheetSchema>

/** Our largest book unpacks to a tenth of this. */
const mostUnpacked = 192 * 1024 * 1024

/** Whether the streams of a file unpack to more than a document of ours ever would; looked at before any PDF reader is. */
export const isBomb = (file: Buffer): boolean => {
  let unpacked = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 13 ? 8 : 7)
    // Anything else than a zlib header is no packed stream: the word in a text, or `endstream`.
    if ((file[start] ?? 0) !== 0x78) continue
    try {
      unpacked += inflateSync(file.subarray(start), { maxOutputLength: mostUnpacked }).length
    } catch (error) {
      if (error instanceof RangeError) return true
    }
    if (unpacked > mostUnpacked) return true
  }
  return false
}

/** The facts that a PDF carries; a file of another program, or a broken one, has none. */
export const readSheet = async (file: Buffer): Promise<SignedSheet | undefined> => {
  if (isBomb(file)) return undefined
  try {
    const doc = await PDFDocument.load(file, { updateMetadata: false })
    const attached = doc.getAttachments().find(({ name }) => name === factsFile)
    return attached && sheetSchema.safeParse(JSON.parse(Buffer.from(attached.data).toString('utf8'))).data
  } catch {
    // pdf-lib answers damaged input with raw errors of many kinds; all mean the same here.
    return undefined
  }
}
