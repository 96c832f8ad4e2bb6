/**
 * Files that are not what they say: each gets a clear fault, none harms the office.
 *
 * Long because: it lists, case by case, what people and programs hand in.
 */
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it, vi } from 'vitest'
import type { Cell } from '../../../shared/tables/cells.ts'
import { limits as office, type Limits } from '../../../shared/tables/targets.ts'
import { readFile } from './read-file.ts'
import { unsoundness } from './sound.ts'
import { csvOf, workbookOf } from './staging.ts'

const small: Limits = { ...office, rows: 50, columns: 10, cells: 400, unpackedBytes: 200_000, fileBytes: 100_000 }

const read = async (bytes: Uint8Array, limits: Limits = office) => {
  const file = await readFile(bytes, 'file', limits)
  return 'refused' in file ? file.refused : file
}
const rowsOf = async (bytes: Uint8Array): Promise<Cell[][] | undefined> => {
  const file = await readFile(bytes, 'file', office)
  if ('refused' in file) throw new Error(`refused: ${JSON.stringify(file.refused)}`)
  return file.sheets[0]?.rows
}
const sheetPath = 'xl/worksheets/sheet1.xml'

/** A workbook whose sheet is exactly this XML. */
const withSheet = async (sheet: string): Promise<Uint8Array> => {
  const parts = unzipSync(await workbookOf([['a']]))
  return zipSync({ ...parts, [sheetPath]: strToU8(sheet) })
}
const sheetOf = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

/** Rewrites the sizes that a zip's directory and its local headers claim. */
const lying = (zip: Uint8Array, size: number): Uint8Array => {
  const bytes = Buffer.from(zip)
  for (let at = 0; at < bytes.length - 46; at++) {
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(size, at + 24)
    if (bytes.readUInt32LE(at) === 0x04034b50) bytes.writeUInt32LE(size, at + 22)
  }
  return bytes
}

describe('zip bombs and giants', () => {
  it('stops a bomb while it unpacks, whatever size its directory claims', async () => {
    const bomb = zipSync(
      { 'xl/workbook.xml': strToU8('<workbook/>'), [sheetPath]: new Uint8Array(120 * 1024 * 1024) },
      { level: 9 },
    )
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    const before = process.memoryUsage().rss
    expect(await read(bomb)).toEqual({ code: 'table-too-large', megabytes: 50 })
    expect(await read(lying(bomb, 1000))).toEqual({ code: 'table-too-large', megabytes: 50 })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('counts all parts together, and refuses too many of them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`xl/part${index}.xml`, new Uint8Array(40_000)]),
    )
    expect(await read(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), ...many }), small)).toMatchObject({
      code: 'table-too-large',
    })
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`p${index}`, new Uint8Array(1)]))
    expect(await read(zipSync(parts, { level: 0 }))).toMatchObject({ code: 'table-damaged' })
  })

  it('refuses a part that two names in the directory point at twice', async () => {
    const once = zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<a/>') }, { level: 0 })
    const bytes = Buffer.from(once)
    for (let at = bytes.indexOf('b.xml'); at >= 0; at = bytes.indexOf('b.xml', at + 1)) bytes.write('a.xml', at)
    expect(await read(bytes)).toMatchObject({ code: 'table-damaged' })
  })

  it.each([
    ['a file over the limit', () => new Uint8Array(100_001).fill(65), 'table-too-large'],
    ['too many lines', () => Buffer.from('a,b\n'.repeat(200)), 'table-too-many-rows'],
    ['too many columns', () => Buffer.from('a,'.repeat(20)), 'table-too-many-columns'],
    ['too many cells', () => Buffer.from(`${'a,'.repeat(9)}\n`.repeat(45)), 'table-too-many-cells'],
  ])('%s', async (_, bytes, code) => {
    expect(await read(bytes(), small)).toMatchObject({ code })
  })

  it.each([
    [
      'one cell in the last row of a sheet',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      'table-too-many-rows',
    ],
    [
      'a row number beyond any sheet',
      '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>',
      'table-too-many-rows',
    ],
    ['a cell in the last column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'table-too-many-columns'],
    ['more rows than allowed', '<row/>'.repeat(100_200), 'table-too-many-rows'],
  ])('%s', async (_, rows, code) => {
    expect(await read(await withSheet(sheetOf(rows)))).toMatchObject({ code })
  })

  it.each([
    ['openings that never close', '<row><c>'.repeat(2_000_000), 'table-damaged'],
    [
      'a text without end',
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${'字'.repeat(5_000_000)}</t></is></c></row>`,
      'table-damaged',
    ],
    ['a nest', `${'<c>'.repeat(1_000_000)}${'</c>'.repeat(1_000_000)}`, 'table-damaged'],
    ['one cell with endless attributes', `<row r="1"><c ${' t="str"'.repeat(1_500_000)}/></row>`, 'table-damaged'],
    ['endless white space in a tag', `<row r="1"><c${' '.repeat(10_000_000)}r="A1"/></row>`, 'table-damaged'],
  ])('%s is refused without being walked', async (_, rows, code) => {
    // The sweep before the parser names it; the parser itself would take minutes to say the same.
    expect(unsoundness(sheetOf(rows))).toBeDefined()
    expect(await read(await withSheet(sheetOf(rows)))).toMatchObject({ code })
  })

  it('takes 100,000 rows', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    )
    expect(await rowsOf(await withSheet(sheetOf(rows.join(''))))).toHaveLength(100_000)
  })

  it('takes them on a machine where every moment is late', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
    )
    const file = await withSheet(sheetOf(rows.join('')))
    let time = Date.now()
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (time += 20))
    try {
      expect(await rowsOf(file)).toHaveLength(30_000)
    } finally {
      clock.mockRestore()
    }
  })

  it('does not expand entities: a document type is refused', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`
    const sheet = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>').replace(
      '<worksheet',
      `${laughs}<worksheet`,
    )
    expect(await read(await withSheet(sheet))).toMatchObject({ code: 'table-damaged' })
  })
})

describe('files that are no tables', () => {
  const ole = (text: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
    ])

  it.each([
    ['nothing', Buffer.alloc(0), { code: 'table-empty' }],
    ['blank lines', Buffer.from('\n\n , \n'), { code: 'table-empty' }],
    ['an old .xls', ole('Workbook'), { code: 'table-not-a-table', found: 'xls' }],
    ['a workbook with a password', ole('EncryptedPackage'), { code: 'table-encrypted' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { code: 'table-not-a-table', found: 'pdf' }],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), { code: 'table-not-a-table', found: 'image' }],
    ['bytes', Buffer.from([1, 2, 0, 4, 5]), { code: 'table-not-a-table', found: 'binary' }],
    ['noise without NUL', Buffer.alloc(4000, 0xff), { code: 'table-not-a-table', found: 'binary' }],
    ['a document', zipSync({ 'word/document.xml': strToU8('<w/>') }), { code: 'table-not-a-table', found: 'docx' }],
    ['a zip', zipSync({ 'readme.txt': strToU8('hello') }), { code: 'table-not-a-table', found: 'zip' }],
    ['an open quotation', Buffer.from('a,"b\nc,d\n'), { code: 'table-damaged' }],
  ])('%s', async (_, bytes, fault) => {
    expect(await read(bytes)).toMatchObject(fault)
  })

  it('a workbook cut off anywhere is damaged, never half read', async () => {
    const whole = await workbookOf([
      ['姓名', '工号'],
      ['张三', '1'],
    ])
    for (let length = 4; length < whole.length; length += 97)
      expect(await read(whole.subarray(0, length))).toMatchObject({ code: 'table-damaged' })
  })

  it('a member packed with a password asks for it', async () => {
    const bytes = Buffer.from(await workbookOf([['a']]))
    for (let at = 0; at < bytes.length - 46; at++)
      if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt16LE(1, at + 8)
    expect(await read(bytes)).toMatchObject({ code: 'table-encrypted' })
  })

  it('a deflated part that ends early is damaged', async () => {
    const packed = deflateRawSync(Buffer.alloc(10_000, 'x'))
    const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(10_000).fill(120) }, { level: 9 }))
    bytes.fill(0xff, 60, 60 + Math.min(10, packed.length))
    expect(await read(bytes)).toMatchObject({ code: 'table-damaged' })
  })

  it('answers whatever bytes come, changed workbooks included', async () => {
    const whole = await workbookOf([
      ['姓名', '工号', '日期'],
      ['张三', 1, new Date(0)],
      ['李四', true, null],
    ])
    const changed = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          changed,
          fc.uint8Array({ maxLength: 3000 }),
          fc.string().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          const file = await readFile(bytes, 'file', small)
          expect('refused' in file ? file.refused.code.startsWith('table-') : file.sheets.length > 0).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('characters', () => {
  const text = '工号,姓名\r\n1,张㛃\r\n2,李𬭚\r\n'
  const expected = [
    ['工号', '姓名'],
    ['1', '张㛃'],
    ['2', '李𬭚'],
  ]

  it.each([
    ['utf-8', iconv.encode(text, 'utf-8'), 'utf-8'],
    ['utf-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['gb18030', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['utf-16 as Excel writes it, with tabs', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'), 'utf-16le'],
    ['utf-16 big-endian', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['semicolons', Buffer.from(text.replaceAll(',', ';')), 'utf-8'],
    ['a named separator', Buffer.from(`sep=|\r\n${text.replaceAll(',', '|')}`), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toMatchObject({ format: 'csv', encoding })
    expect(await rowsOf(bytes)).toEqual(expected)
  })

  it('any text in GB18030 or UTF-8 comes back as it was', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((value) => value.trim() === value && !/[\p{C}\p{Z}'="]/u.test(value))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('utf-8', 'gb18030'),
        async (rows, encoding) => {
          const all = [['姓名', '部门'], ...rows]
          const bytes = iconv.encode(csvOf(all), encoding)
          if (iconv.decode(bytes, encoding) !== csvOf(all)) return
          expect(await rowsOf(bytes)).toEqual(all)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what other programs write', () => {
  it.each([
    [
      'prefixed elements',
      sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')
        .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
      [['1']],
    ],
    [
      'cells and rows without an address',
      sheetOf('<row><c><v>1</v></c><c t="inlineStr"><is><t>二</t></is></c></row><row><c/><c><v>4</v></c></row>'),
      [
        ['1', '二'],
        [null, '4'],
      ],
    ],
    [
      'an error in a cell',
      sheetOf('<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><v>2</v></c></row>'),
      [['#DIV/0!', '2']],
    ],
    [
      'a formula without its result',
      sheetOf('<row r="1"><c r="A1" t="str"><f>B1</f></c><c r="B1"><v>2</v></c></row>'),
      [[null, '2']],
    ],
    [
      'doubles',
      sheetOf(
        '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1.23456789012E11</v></c><c r="C1"><v>1E-3</v></c></row>',
      ),
      [['0.3', '123456789012', '0.001']],
    ],
  ])('%s', async (_, sheet, rows) => {
    expect(await rowsOf(await withSheet(sheet))).toEqual(rows)
  })

  it('dates, times of day, numbers and truth become text', async () => {
    const bytes = await workbookOf([[new Date(Date.UTC(2026, 10, 23)), 12.5, true, ' 文 ', null, 1001]])
    expect(await rowsOf(bytes)).toEqual([['2026-11-23', '12.5', 'TRUE', '文', null, '1001']])
  })
})
