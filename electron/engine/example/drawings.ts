/** Files the example keeps with its records, drawn here so that nothing is borrowed: a plan as PDF, a stamped paper as a picture. */
import { crc32, deflateSync } from 'node:zlib'

/** A PDF of one page from its drawing operators, with a table of places that readers want exact. */
const pdfOf = (drawing: string): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + end, 'latin1')
}

const line = (text: string, x: number, y: number, size: number): string =>
  `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`

/** A machine in outline with its measures, as it comes with a contract. */
export const planPdf = (number: string): Buffer =>
  pdfOf(
    [
      '0.8 w 60 60 475 722 re S',
      '1.4 w 150 330 300 220 re S 190 370 220 140 re S',
      '300 440 52 0 m 0 0 m S',
      ...[220, 380].map((x) => `${x} 400 24 24 re S`),
      '0.4 w 150 300 m 450 300 l S 150 294 m 150 306 l S 450 294 m 450 306 l S',
      line('420 mm', 280, 284, 11),
      line('GENERAL PLAN 1:5', 80, 740, 16),
      line(`Contract ${number}`, 80, 716, 11),
      line('SAMPLE - NOT FOR PRODUCTION', 80, 76, 9),
    ].join('\n'),
  )

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const [width, height] = [360, 500]

/** The colour of a place on a sheet: lines of writing, and a ring in red where it was stamped. */
const colourAt = (x: number, y: number): [number, number, number] => {
  const [dx, dy] = [x - 250, y - 380]
  const away = Math.hypot(dx, dy)
  if (away > 58 && away < 64) return [196, 40, 36]
  const isLine = y % 26 < 3 && y > 70 && y < 420 && x > 40 && x < 320 - ((y * 7) % 60)
  return isLine ? [110, 112, 118] : [248, 247, 243]
}

/** A picture of a stamped paper, as a telephone or scanner gives it. */
export const paperPng = (): Buffer => {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) Buffer.from(colourAt(x, y)).copy(rows, y * (width * 3 + 1) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
