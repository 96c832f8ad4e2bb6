/** Packs and barcodes typed as lines: read, refused with the line's number, and written back the same. */
import { describe, expect, it } from 'vitest'
import { barcodesText, packsText, readBarcodes, readPacks } from './item-text.ts'

describe('packs and barcodes as text', () => {
  it('reads a line each, with what one may leave out', () => {
    expect(readPacks('盒=12\n\n箱 144').read).toEqual([
      { unit: '盒', factor: 12 },
      { unit: '箱', factor: 144 },
    ])
    expect(readBarcodes('6901\n6902 盒\n6903 盒 10', '支').read).toEqual([
      { code: '6901', unit: '支', amount: 1 },
      { code: '6902', unit: '盒', amount: 1 },
      { code: '6903', unit: '盒', amount: 10 },
    ])
  })

  it('names the line that is not clear', () => {
    expect(readPacks('盒=12\n箱').bad).toBe(2)
    expect(readPacks('盒=1').bad).toBe(1)
    expect(readBarcodes('6901 盒 x', '支').bad).toBe(1)
    expect(readBarcodes('6901 盒 1 多', '支').bad).toBe(1)
  })

  it('reads what it writes', () => {
    const packs = [{ unit: '盒', factor: 12 }]
    const barcodes = [{ code: 'A-1', unit: '盒', amount: 2 }]
    expect(readPacks(packsText(packs)).read).toEqual(packs)
    expect(readBarcodes(barcodesText(barcodes), '支').read).toEqual(barcodes)
  })
})
