/** The same book and slip twice: by our press, and drawn by pdfkit with the same font, cell by cell. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import Drawing from 'pdfkit'
import { openFace, type Face } from '../../electron/engine/documents/font.ts'
import { signFile } from '../../electron/engine/documents/proof.ts'
import { layOutDraft, pressOrder } from '../../electron/engine/documents/render.ts'
import { hashOfFacts, orderOf, type Draft } from '../../electron/engine/documents/sheet.ts'
import { testResources } from '../../electron/engine/testing.ts'
import type { Facts, IssueSlipFacts, SealBookFacts } from '../../shared/documents/facts.ts'

const font = join(testResources, 'NotoSansSC_400Regular.ttf')
const mm = 72 / 25.4
const { privateKey } = generateKeyPairSync('ed25519')
const signed = (bytes: Uint8Array): Uint8Array => sign(null, bytes, privateKey)

export const face = (): Face => openFace(font)

const draftOf = (facts: Facts): Draft => ({
  source: { facts, number: undefined, title: 'bench', impression: undefined },
  sheet: {
    version: 1,
    form: facts.form,
    number: 'number' in facts ? facts.number : 'BP-A-2026-0001',
    print: 1,
    printedAt: '2026-11-28 12:00',
    printedBy: '赵敏',
    language: 'zh-CN',
    desk: '0'.repeat(64),
    head: '',
    hash: hashOfFacts(facts),
    facts,
  },
})

/** Laid out, pressed, with its code, its signed facts and the signature over the file. */
export const pressed = async (facts: Facts, by: Face): Promise<Buffer> => {
  const draft = draftOf(facts)
  const layout = layOutDraft(draft, by)
  if ('refused' in layout) throw new Error(JSON.stringify(layout.refused))
  const pdf = await pressOrder(orderOf(draft, Date.parse('2026-11-28T04:00:00Z'), signed), layout, by)
  signFile(pdf, signed)
  return pdf
}

const collected = async (doc: Drawing): Promise<Buffer> => {
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  doc.end()
  await ended
  return Buffer.concat(parts)
}

type Table = { widths: readonly number[]; left: number; top: number; height: number; size: number }

const drawRow = (doc: Drawing, cells: readonly string[], { widths, left, height, size }: Table, y: number): void => {
  let x = left
  doc.fontSize(size)
  for (const [column, width] of widths.entries()) {
    doc.rect(x * mm, y * mm, width * mm, height * mm).stroke()
    const text = cells[column] ?? ''
    if (text !== '')
      doc.text(text, (x + 1) * mm, (y + 2) * mm, { width: (width - 2) * mm, height: (height - 2) * mm, ellipsis: true })
    x += width
  }
}

/** As many rows a page as ours, in the same columns, without what ours has beyond the table. */
export const bookByPdfkit = (book: SealBookFacts): Promise<Buffer> => {
  const doc = new Drawing({ size: 'A4', layout: 'landscape', margin: 0, autoFirstPage: false })
  const widths = [29, 21, 54, 34, 10, 11, 11, 11, 11, 19, 19, 19, 14]
  const table: Table = { widths, left: 25, top: 34, height: 9, size: 8 }
  for (let from = 0; from < book.rows.length; from += 14) {
    doc
      .addPage()
      .font(font)
      .lineWidth(0.5)
      .fontSize(17)
      .text('用印登记簿', 50 * mm, 10 * mm, { lineBreak: false })
    for (const [index, row] of book.rows.slice(from, from + 14).entries())
      drawRow(
        doc,
        [
          row.number,
          row.at.slice(5),
          `${row.title}（${row.documentNumber ?? ''}）`,
          row.counterparty ?? '',
          String(row.copies),
          String(row.approved ?? ''),
          String(row.actual),
          String(row.seam),
          String(row.spoiled),
          row.handler,
          row.approver ?? '',
          row.witness ?? '',
          '',
        ],
        table,
        table.top + index * table.height,
      )
  }
  return collected(doc)
}

export const slipByPdfkit = (slip: IssueSlipFacts): Promise<Buffer> => {
  const doc = new Drawing({ size: 'A5', layout: 'landscape', margin: 0 })
  const table: Table = { widths: [8, 30, 40, 14, 16, 16, 22, 24, 20], left: 10, top: 30, height: 8, size: 9 }
  doc
    .font(font)
    .lineWidth(0.5)
    .fontSize(16)
    .text('物资领用单', 80 * mm, 8 * mm, { lineBreak: false })
  doc.fontSize(9).text(`${slip.number} ${slip.at} ${slip.recipient}`, 10 * mm, 20 * mm, { lineBreak: false })
  for (const [index, line] of slip.lines.entries())
    drawRow(
      doc,
      [
        String(index + 1),
        line.name,
        line.spec ?? '',
        line.unit,
        line.requested ?? '',
        line.issued,
        String((line.unitCost ?? 0) / 100),
        String((line.amount ?? 0) / 100),
        '',
      ],
      table,
      table.top + index * table.height,
    )
  return collected(doc)
}
