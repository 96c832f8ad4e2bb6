/**
 * Opens a PDF for the screen: pdf.js in its own worker from our own origin, without eval, wasm or any fetch, so that it
 * runs under the page's content security policy. Loaded when the first preview opens.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist'
// The legacy build carries what the newest one expects of browsers younger than our Electron's.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type OpenPdf = { readonly pdf: PDFDocumentProxy; readonly close: () => void }

/** @param bytes are handed over to the worker and gone afterwards, so a copy is made */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  GlobalWorkerOptions.workerSrc = workerUrl
  const task = getDocument({ data: bytes.slice(), useWasm: false, useWorkerFetch: false, enableXfa: false })
  const pdf = await task.promise
  return { pdf, close: () => void task.destroy() }
}
