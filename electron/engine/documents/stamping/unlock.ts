/** An encrypted PDF opened by its password; what comes out is not encrypted any more, which its caller has to say. */
import { PDFDocument, PDFName } from 'pdf-lib'
import type { SourceFile } from './source-file.ts'

export const isEncrypted = ({ directory }: SourceFile): boolean => directory.trailer.has(PDFName.of('Encrypt'))

/**
 * Files that only keep others from printing or changing open with an empty password.
 * @returns the plain file, or whether a password is needed or the one given is wrong
 */
export const unlock = async (bytes: Buffer, password: string | undefined): Promise<Buffer | 'needed' | 'wrong'> => {
  try {
    const doc = await PDFDocument.load(bytes, {
      password: password ?? '',
      updateMetadata: false,
      throwOnInvalidObject: false,
    })
    return Buffer.from(
      await doc.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false }),
    )
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) return password === undefined ? 'needed' : 'wrong'
    throw error
  }
}
