/** The pages of a scan as pixels, fine enough for a code of 16 mm; a PDF by pdf.js, a picture by the browser. */
import { openPdf } from '../../documents/open-pdf.ts'
import { ownCode, type Pixels } from '../../../shared/seals/archive/scan-code.ts'

/** The slip lies on top or at the end of the pile. */
const mostPages = 6
/** Pixels of a page's longer side: 200 dpi of A4. */
const longest = 2400
const dotsPerPoint = 200 / 72

const draw = (width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

const picture = async (bytes: Uint8Array, mediaType: string): Promise<Pixels> => {
  const image = await createImageBitmap(new Blob([bytes.slice()], { type: mediaType }))
  const scale = Math.min(1, longest / Math.max(image.width, image.height))
  const { canvas, context } = draw(image.width * scale, image.height * scale)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

const pdfPages = async function* (bytes: Uint8Array): AsyncGenerator<Pixels> {
  const { pdf, close } = await openPdf(bytes)
  try {
    const count = pdf.numPages
    const wanted = count <= mostPages ? count : mostPages - 1
    const pages = Array.from({ length: wanted }, (_, index) => index + 1)
    for (const number of count > mostPages ? [...pages, count] : pages) {
      const page = await pdf.getPage(number)
      const plain = page.getViewport({ scale: 1 })
      const scale = Math.min(dotsPerPoint, longest / Math.max(plain.width, plain.height))
      const viewport = page.getViewport({ scale })
      const { canvas, context } = draw(viewport.width, viewport.height)
      await page.render({ canvas, viewport }).promise
      yield context.getImageData(0, 0, canvas.width, canvas.height)
    }
  } finally {
    close()
  }
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done))

/** Our code on any page of a scan; undefined where there is none, or where the file cannot be drawn. */
export const codeOnScan = async (bytes: Uint8Array, mediaType: string): Promise<string | undefined> => {
  try {
    if (mediaType !== 'application/pdf') return await ownCode(await picture(bytes, mediaType), pause)
    for await (const page of pdfPages(bytes)) {
      const code = await ownCode(page, pause)
      if (code !== undefined) return code
    }
  } catch {
    // A damaged file is told where it is shown; here it only means that nothing was found.
  }
  return undefined
}
