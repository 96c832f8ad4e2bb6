/** A small corpus of PDFs as the world writes them, made for tests: sound ones of every structure, and broken ones. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type PageSketch = { rotate?: number; crop?: string; media?: string; text?: string; extra?: string }

const pageText = (text: string): string => `0 g 100 300 200 60 re f BT /F1 12 Tf 100 400 Td (${text}) Tj ET`

/** A file with a plain table; objects 1 catalogue, 2 pages, 3 font, then two for each page. */
export const plainFile = (pages: readonly PageSketch[], { catalog = '', more = [] as string[] } = {}): Buffer => {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap(({ rotate, crop, media, text, extra = '' }, index) => {
      const content = pageText(text ?? `PAGE-${index + 1}`)
      const boxes = `${media ? `/MediaBox [${media}]` : ''} ${crop ? `/CropBox [${crop}]` : ''}`
      return [
        `<< /Type /Page /Parent 2 0 R ${boxes} ${rotate === undefined ? '' : `/Rotate ${rotate}`} /Contents ${5 + index * 2} 0 R ${extra} >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
    ...more,
  ]
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return Buffer.from(`${file}${tail}startxref\n${file.length}\n%%EOF\n`, 'latin1')
}

/** The file as qpdf writes it with these options. */
export const throughQpdf = (file: Buffer, ...options: string[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-qpdf-'))
  try {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, file)
    execFileSync('qpdf', [...options, from, to], { stdio: 'ignore' })
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const packed = (file: Buffer): Buffer => throughQpdf(file, '--object-streams=generate')
export const linearized = (file: Buffer): Buffer => throughQpdf(file, '--linearize')
export const encrypted = (file: Buffer, user: string, owner = 'owner'): Buffer =>
  throughQpdf(file, '--encrypt', user, owner, '256', '--')

const replaced = (file: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(file.toString('latin1').replace(from, to), 'latin1')

export const withoutDirectory = (file: Buffer): Buffer => file.subarray(0, file.lastIndexOf('xref\n0 '))
export const misdirected = (file: Buffer): Buffer => replaced(file, /startxref\n\d+/, 'startxref\n77')
export const shifted = (file: Buffer): Buffer => replaced(file, '2 0 obj', '   \n2 0 obj')
export const wrongLengths = (file: Buffer): Buffer => replaced(file, /\/Length \d\d/g, '/Length 07')
export const withJunkBefore = (file: Buffer): Buffer => Buffer.concat([Buffer.from('HTTP junk\r\n'), file])
/** Its only kid is the tree itself. */
export const circular = (file: Buffer): Buffer => replaced(file, /\/Kids \[[^\]]*\]/, '/Kids [2 0 R]')
export const pageless = (): Buffer => plainFile([])

/** A signed field as the structure goes; what a signature is worth is not what stamping asks. */
export const signedFile = (permission?: 1 | 2 | 3): Buffer => {
  const reference =
    permission === undefined
      ? ''
      : `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P ${permission} /V /1.2 >> >>]`
  return plainFile([{}], {
    catalog: `/AcroForm << /SigFlags 3 /Fields [6 0 R] >> ${permission === undefined ? '' : '/Perms << /DocMDP 7 0 R >>'}`,
    more: [
      '<< /FT /Sig /T (S1) /V 7 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>',
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> ${reference} >>`,
    ],
  })
}
