/** Labels as a ruler and a scanner see them: the page in mm, bars of the right width, both codes read back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelPapers } from '../../../../shared/supplies/items/label-papers.ts'
import { checkWithQpdf, codesWithin, infoOf, picturesOf, textOf } from '../../documents/outside.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'
import { newItem } from '../testing.ts'

let office: TestOffice
let clerk: TestDesk & { person: string }
const item = { id: '', code: '', piece: '', box: '' }
const ean = '6901234567892'

beforeAll(async () => {
  office = await openTestOffice()
  clerk = await office.as('clerk')
  Object.assign(item, await newItem({ office, clerk }, { name: '晨屿中性笔' }))
  await clerk.call('supplies.changeItem', {
    id: item.id,
    spec: '0.5mm 黑',
    barcodes: [
      { code: ean, unit: '支', amount: 1 },
      { code: 'CTN-88/12', unit: '盒', amount: 1 },
    ],
  })
})
afterAll(() => office.close())

type Asked = Parameters<typeof clerk.call<'supplies.labels'>>[1]
const print = async (asked: Omit<Asked, 'labels'> & { labels?: Asked['labels'] }) => {
  const answer = await clerk.call('supplies.labels', { labels: [{ item: item.id }], ...asked })
  return { ...answer, bytes: Buffer.from(answer.pdf, 'base64') }
}
const points = (mm: number): number => Math.round((mm * 72) / 25.4)

describe('labels', () => {
  it.each(['a4-24', '50x30', '60x40'] as const)('on %s are true to size, and both codes are read', async (name) => {
    const { bytes, pages, onlyQr } = await print({ paper: name })
    expect(checkWithQpdf(bytes)).toContain('No syntax or stream encoding errors')
    const { page, label, left, top } = labelPapers[name]
    const [width, height] =
      /([\d.]+) x ([\d.]+) pts/
        .exec(infoOf(bytes)['Page size'] ?? '')
        ?.slice(1)
        .map(Number) ?? []
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([points(page.width), points(page.height)])
    expect([pages, onlyQr]).toEqual([1, 0])
    expect(textOf(bytes)[0]).toContain('晨屿中性笔')
    expect(codesWithin(bytes, 300, { x: left, y: top, w: label.width, h: label.height })).toEqual([
      `CODE-128:${ean}`,
      `QR-Code:${ean}`,
    ])
  })

  it('of a pack stand for its barcode, and what they read leads back to it', async () => {
    const { bytes } = await print({ paper: 'a4-21', labels: [{ item: item.id, unit: '盒' }] })
    const { label, left, top } = labelPapers['a4-21']
    const read = codesWithin(bytes, 300, { x: left, y: top, w: label.width, h: label.height })
    expect(read).toEqual(['CODE-128:CTN-88/12', 'QR-Code:CTN-88/12'])
    expect(await clerk.call('supplies.scan', { text: 'CTN-88/12' })).toMatchObject({ unit: '盒', base: 12 })
  })

  it('of a small sheet begin at the n-th place, and carry the QR code where bars have no room', async () => {
    const { bytes, pages, labels, onlyQr } = await print({
      paper: 'a4-65',
      startAt: 7,
      labels: [{ item: item.id, copies: 60 }],
    })
    expect([pages, labels, onlyQr]).toEqual([2, 60, 60])
    const paper = labelPapers['a4-65']
    const at = (column: number, row: number) => ({
      x: paper.left + column * paper.stepX,
      y: paper.top + row * paper.stepY,
      w: paper.label.width,
      h: paper.label.height,
    })
    expect(codesWithin(bytes, 300, at(1, 1))).toEqual([`QR-Code:${ean}`])
    expect(codesWithin(bytes, 300, at(4, 12))).toEqual([`QR-Code:${ean}`])
    const [page] = picturesOf(bytes, 72)
    const dark = (mm: { x: number; y: number; w: number; h: number }): number => {
      let count = 0
      for (let y = points(mm.y) + 1; y < points(mm.y + mm.h); y++)
        for (let x = points(mm.x) + 1; x < points(mm.x + mm.w); x++) if ((page?.at(x, y) ?? 255) < 128) count += 1
      return count
    }
    expect(dark(at(0, 0))).toBe(0)
    expect(dark(at(0, 1))).toBe(0)
    expect(dark(at(1, 1))).toBeGreaterThan(100)
  })

  it('are bars of the very width that was laid out', async () => {
    const { bytes } = await print({ paper: '60x40', codes: 'bars' })
    const dpi = 600
    const [picture] = picturesOf(bytes, dpi)
    const mm = (value: number): number => Math.round((value * dpi) / 25.4)
    const row = mm(30)
    const black = Array.from({ length: picture?.width ?? 0 }, (_, x) => x).filter(
      (x) => (picture?.at(x, row) ?? 255) < 128,
    )
    // 123 modules of 0.375 mm: start, six pairs, a switch, a digit, check and stop.
    expect(((black.at(-1) ?? 0) - (black[0] ?? 0)) / (dpi / 25.4)).toBeCloseTo(123 * 0.375, 0)
  })

  it('are refused with the item where they would mean nothing or not fit', async () => {
    const refused = (asked: Asked) => clerk.refused('supplies.labels', asked)
    const labels = [{ item: item.id }]
    await clerk.call('supplies.changeItem', {
      id: item.id,
      packs: [
        { unit: '盒', factor: 12 },
        { unit: '箱', factor: 288 },
      ],
    })
    expect(await refused({ paper: 'a4-24', labels: [{ item: item.id, unit: '箱' }] })).toMatchObject({
      code: 'label-no-barcode',
      unit: '箱',
    })
    expect(await refused({ paper: 'a4-24', labels: [{ item: item.id, unit: '捆' }] })).toMatchObject({
      code: 'unknown-unit',
    })
    expect(await refused({ paper: 'a4-24', startAt: 25, labels })).toMatchObject({ code: 'invalid-input' })
    await clerk.call('supplies.changeItem', { id: item.id, barcodes: [{ code: 'A-VERY-LONG-CODE-0001', unit: '支' }] })
    expect(await refused({ paper: 'a4-65', codes: 'bars', labels })).toMatchObject({ code: 'label-too-small' })
  })
})
