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
/** `rc4-40`, `rc4` of 128 bits, `aes-128`, or as it is done today. */
export type Cipher = 'rc4-40' | 'rc4' | 'aes-128' | 'aes-256'
const ciphers: Readonly<Record<Cipher, string[]>> = {
  'rc4-40': ['40'],
  rc4: ['128', '--use-aes=n'],
  'aes-128': ['128', '--use-aes=y'],
  'aes-256': ['256'],
}
export const encrypted = (file: Buffer, user: string, cipher: Cipher = 'aes-256', owner = 'owner'): Buffer =>
  throughQpdf(file, '--allow-weak-crypto', '--encrypt', user, owner, ...ciphers[cipher], '--')

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

const inLatin = (text: string): Buffer => Buffer.from(text, 'latin1')

/**
 * A file for old readers and new ones (ISO 32000-1, 7.5.8.4): its table gives the font up, which lies in an object stream
 * that only the stream beside the table names.
 */
export const hybrid = (): Buffer => {
  const plain = plainFile([{}, {}]).toString('latin1')
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  const [body = '', table = ''] = plain.replace(`3 0 obj\n${font}\nendobj\n`, '').split('xref\n0 ')
  const packedAt = body.length
  const packedObject = `20 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${4 + font.length} >>\nstream\n3 0 ${font}\nendstream\nendobj\n`
  const streamAt = packedAt + packedObject.length
  const row = Buffer.from([2, 0, 20, 0])
  const stream = `21 0 obj\n<< /Type /XRef /W [1 2 1] /Index [3 1] /Size 22 /Root 1 0 R /Length ${row.length} >>\nstream\n`
  const rows = table.split('\n').length
  const places = Array.from({ length: 22 }, (_, number) => {
    const at = number === 20 ? packedAt : number === 21 ? streamAt : body.indexOf(`\n${number} 0 obj\n`) + 1
    return number === 0 || at <= 0 || rows === 0
      ? '0000000000 65535 f \n'
      : `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = streamAt + stream.length + row.length + '\nendstream\nendobj\n'.length
  const tail = `xref\n0 22\n${places.join('')}trailer\n<< /Size 22 /Root 1 0 R /XRefStm ${streamAt} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([inLatin(body + packedObject + stream), row, inLatin(`\nendstream\nendobj\n${tail}`)])
}

/** A form with a filled field, and a link: both have to live on. */
export const withForm = (): Buffer =>
  plainFile([{ extra: '/Annots [6 0 R 7 0 R]' }], {
    catalog: '/AcroForm << /Fields [6 0 R] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 3 0 R >> >> >>',
    more: [
      '<< /FT /Tx /T (party) /V (Hengyuan Ltd) /Type /Annot /Subtype /Widget /Rect [100 500 300 520] /F 4 >>',
      '<< /Type /Annot /Subtype /Link /Rect [100 460 200 480] /A << /S /URI /URI (mailto:a@example.org) >> >>',
    ],
  })

/** Each level of the page tree holds the next one alone; a page lies at its end. */
export const deepTree = (levels: number): Buffer => {
  const more = Array.from({ length: levels }, (_, level) => {
    const kid = level === levels - 1 ? 4 : 7 + level
    return `<< /Type /Pages /Count 1 /Parent ${level === 0 ? 2 : 5 + level} 0 R /Kids [${kid} 0 R] >>`
  })
  return replaced(plainFile([{}], { more }), '/Kids [4 0 R]', '/Kids [6 0 R]')
}

/** A page whose own operators leave states open, put back too many, and bend the page before they do. */
export const unbalanced = (operators: string): Buffer =>
  replaced(plainFile([{ text: 'X' }]), /<< \/Length \d+ >>\nstream\n[^]*?\nendstream/, streamOf(operators))

const streamOf = (operators: string): string => `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`

/** Dictionaries that lead back to themselves, where a page's own may stand. */
export const cycles = {
  /** Its newest section says that it itself comes before. */
  sections: (): Buffer => {
    const file = plainFile([{}])
    const at = file.lastIndexOf('xref\n0 ')
    return replaced(file, '/Root 1 0 R >>\nstartxref', `/Root 1 0 R /Prev ${at} >>\nstartxref`)
  },
  /** A reference to a reference to itself. */
  references: (): Buffer => plainFile([{ extra: '/Rotate 6 0 R' }], { more: ['7 0 R', '6 0 R'] }),
  /** A form that draws itself. */
  resources: (): Buffer =>
    plainFile([{ extra: '/Resources 6 0 R' }], {
      more: [
        '<< /Font << /F1 3 0 R >> /XObject << /Fm 7 0 R >> >>',
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R /Length 6 >>\nstream\n/Fm Do\nendstream',
      ],
    }),
  /** A field of the form is its own child. */
  fields: (): Buffer =>
    plainFile([{}], {
      catalog: '/AcroForm << /Fields [6 0 R] >>',
      more: ['<< /T (a) /Kids [6 0 R] >>'],
    }),
} as const
