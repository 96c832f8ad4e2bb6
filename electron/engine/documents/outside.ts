/** What an outside reader sees of a PDF: poppler and qpdf, for tests; our own parser proves nothing about our own writer. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `look` on the PDF as a file in a folder of its own. */
const withFile = <T>(pdf: Uint8Array, look: (path: string, folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-pdf-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, pdf)
    return look(path, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** The text in reading order, by page, without spaces, since poppler guesses those. */
export const textOf = (pdf: Uint8Array): string[] =>
  withFile(pdf, (path) => run('pdftotext', '-layout', path, '-'))
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s/g, ''))

/** `pdfinfo` as name -> value. */
export const infoOf = (pdf: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    withFile(pdf, (path) => run('pdfinfo', path))
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

/** Lines of `pdffonts` below its head. */
export const fontsOf = (pdf: Uint8Array): string[] =>
  withFile(pdf, (path) => run('pdffonts', path))
    .trim()
    .split('\n')
    .slice(2)

/** Throws where qpdf finds an error or has a warning. */
export const checkWithQpdf = (pdf: Uint8Array): string => withFile(pdf, (path) => run('qpdf', '--check', path))

/** The file rewritten by another program: same pages, other bytes. */
export const rewritten = (pdf: Uint8Array): Buffer =>
  withFile(pdf, (path, folder) => {
    const target = join(folder, 'rewritten.pdf')
    run('qpdf', '--object-streams=generate', path, target)
    return readFileSync(target)
  })

export type Picture = {
  width: number
  height: number
  /** Grey of a pixel, 0 black to 255 white. */ at: (x: number, y: number) => number
}

/** Pages as grey pictures at a resolution in dots per inch; `-cropbox` shows what a reader on screen sees. */
export const picturesOf = (pdf: Uint8Array, dpi: number, ...options: string[]): Picture[] =>
  withFile(pdf, (path, folder) => {
    run('pdftoppm', '-gray', ...options, '-r', String(dpi), path, join(folder, 'page'))
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => pictureOf(readFileSync(join(folder, name))))
  })

/** Netpbm P5: `P5 width height 255` and a byte a pixel. */
const pictureOf = (file: Buffer): Picture => {
  const [, width = 0, height = 0] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))?.map(Number) ?? []
  const start = file.length - width * height
  return { width, height, at: (x, y) => file[start + y * width + x] ?? 255 }
}

/** What a scanner reads in a page's picture, by zbar. */
export const scannedFrom = (pdf: Uint8Array, dpi: number): string[] =>
  withFile(pdf, (path, folder) => {
    run('pdftoppm', '-gray', '-r', String(dpi), '-f', '1', '-l', '1', path, join(folder, 'page'))
    const picture = readdirSync(folder).find((name) => name.endsWith('.pgm')) ?? ''
    return run('zbarimg', '--quiet', '--raw', join(folder, picture)).trim().split('\n')
  })

/** What zbar reads in a part of the first page, in mm, with the kind of code: `CODE-128:6901`, `QR-Code:6901`. */
export const codesWithin = (
  pdf: Uint8Array,
  dpi: number,
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
): string[] =>
  withFile(pdf, (path, folder) => {
    const [left, top, width, height] = [x, y, w, h].map((mm) => String(Math.round((mm * dpi) / 25.4))) as [
      string,
      string,
      string,
      string,
    ]
    const place = ['-x', left, '-y', top, '-W', width, '-H', height]
    run('pdftoppm', '-gray', '-r', String(dpi), '-f', '1', '-l', '1', ...place, path, join(folder, 'label'))
    const picture = readdirSync(folder).find((name) => name.endsWith('.pgm')) ?? ''
    return run('zbarimg', '--quiet', join(folder, picture)).trim().split('\n').toSorted()
  })
