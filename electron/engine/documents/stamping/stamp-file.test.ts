/** Stamped files as outside readers see them, over a corpus of strange ones; and what is refused, never crashed on. */
// Long because: every strange make of file is stamped by one set of tools and looked at by the same readers.
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../../../shared/api/fault.ts'
import { stamp, type StampInput } from '../../../../shared/documents/stamping/stamps.ts'
import { testResources } from '../../testing.ts'
import { openFace } from '../font.ts'
import { checkWithQpdf, infoOf, picturesOf, scannedFrom, textOf, type Picture } from '../outside.ts'
import { stampFile, type StampOrder, type StampedFile } from './stamp-file.ts'
import * as strange from './strange-files.ts'

const face = openFace(join(testResources, 'NotoSansSC_400Regular.ttf'))
const code = 'SB1:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.'
/** A red disc with a green bar in its middle, so that slices have something to lose. */
const disc =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 42"><circle cx="21" cy="21" r="20.5" fill="#ff0000"/><rect x="4" y="19" width="34" height="4" fill="#008000"/></svg>'

const orderOf = (stamps: StampInput[], more: Partial<StampOrder> = {}): StampOrder => ({
  name: 'contract.pdf',
  stamps: stamps.map((each) => stamp.parse(each)),
  facts: {
    office: '示例有限公司',
    number: 'GZ01-2026-0007',
    date: '2026-11-28',
    handler: '赵敏',
    sealName: '公章',
    seal: { widthMm: 42, heightMm: 42 },
    code,
  },
  impression: { mediaType: 'image/svg+xml', data: disc },
  language: 'zh-CN',
  password: undefined,
  acceptsSigned: false,
  ...more,
})

const stamped = async (file: Buffer, stamps: StampInput[], more?: Partial<StampOrder>): Promise<StampedFile> => {
  const answer = await stampFile(file, orderOf(stamps, more), face)
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer
}

const refused = async (file: Buffer, stamps: StampInput[] = [registration], more?: Partial<StampOrder>) => {
  const answer = await stampFile(file, orderOf(stamps, more), face)
  return isRefusal(answer) ? answer.refused : undefined
}

const registration: StampInput = { stamp: 'registration', pages: 'first', corner: 'top-right' }
const numbers: StampInput = { stamp: 'page-number', pages: 'all', corner: 'bottom' }
const three = strange.plainFile([{}, {}, {}])

const sound: [string, Buffer][] = [
  ['a plain table', three],
  ['packed objects and a section stream', strange.packed(three)],
  ['a linearized file', strange.linearized(three)],
  ['junk before the header', strange.withJunkBefore(three)],
  ['wrong lengths of streams', strange.wrongLengths(three)],
]
const rebuilt: [string, Buffer][] = [
  ['no directory at all', strange.withoutDirectory(three)],
  ['a directory elsewhere', strange.misdirected(three)],
  ['objects that moved', strange.shifted(three)],
]

test.each([...sound, ...rebuilt])('%s: stamps are appended, numbers and stamp read back', async (name, file) => {
  const { pdf, pages, wasRebuilt } = await stamped(file, [registration, numbers])
  expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
  expect(pages).toBe(3)
  expect(wasRebuilt).toBe(rebuilt.some(([each]) => each === name))
  if (!name.includes('lengths')) expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
  const text = textOf(pdf)
  expect(text).toHaveLength(3)
  expect(text[0]).toContain('GZ01-2026-0007')
  expect(text[0]).toContain('赵敏')
  expect(text[2]).toContain('PAGE-3')
  expect(text[2]).toContain('第3页共3页')
  expect(text[1]).not.toContain('GZ01-2026-0007')
})

test('a stamped file is stamped again, and each state stays the beginning of the next', async () => {
  for (const file of [three, strange.packed(three)]) {
    const once = await stamped(file, [registration])
    const twice = await stamped(once.pdf, [{ stamp: 'mark', text: '作废', pages: 'all', corner: 'left' }])
    const thrice = await stamped(twice.pdf, [numbers])
    expect(thrice.pdf.subarray(0, twice.pdf.length).equals(twice.pdf)).toBe(true)
    expect(checkWithQpdf(thrice.pdf)).toContain('No syntax or stream encoding errors')
    const [first = ''] = textOf(thrice.pdf)
    for (const part of ['GZ01-2026-0007', '作废', '第1页共3页', 'PAGE-1']) expect(first).toContain(part)
  }
})

test('a scanner reads the code of the registration stamp', async () => {
  const { pdf } = await stamped(three, [registration])
  expect(scannedFrom(pdf, 200)).toContain(code)
})

test('one stamp on a thousand pages adds the same as on ten', async () => {
  const added = async (pages: number): Promise<number> => {
    const file = strange.plainFile(Array.from({ length: pages }, () => ({})))
    return (await stamped(file, [registration])).pdf.length - file.length
  }
  expect(await added(1000)).toBeLessThan((await added(10)) + 200)
})

/** Darkest grey around a place in mm from the top left, at 100 dpi. */
const greyAt = (picture: Picture | undefined, x: number, y: number): number =>
  picture?.at(Math.round((x * 100) / 25.4), Math.round((y * 100) / 25.4)) ?? 255

test('the seal has its true size, and black beneath it stays black', async () => {
  // The black box of the corpus reaches from 35.3 to 105.8 mm from the left, 105.8 to 127 mm from the bottom.
  const seal: StampInput = { stamp: 'seal', pages: 'first', corner: 'bottom-left', x: 90, y: 95 }
  const [page] = picturesOf((await stamped(three, [seal])).pdf, 100)
  const bottom = 842 / (72 / 25.4)
  // Over black: black. Beside it: red, which is grey 76. Outside of 42 mm: white.
  expect(greyAt(page, 100, bottom - 116 - 5)).toBeLessThan(20)
  expect(greyAt(page, 115, bottom - 116 + 8)).toBeGreaterThan(50)
  expect(greyAt(page, 115, bottom - 116 + 8)).toBeLessThan(120)
  expect(greyAt(page, 90 + 42 + 1, bottom - 116)).toBe(255)
  expect(greyAt(page, 90 + 42 - 1.5, bottom - 116)).toBeLessThan(140)
})

test.each([0, 90, 180, 270])('turned by %i, the stamp stands upright where it was asked for', async (rotate) => {
  const file = strange.plainFile([{ rotate, crop: '50 60 545 780' }])
  const { pdf } = await stamped(file, [registration])
  expect(textOf(pdf)[0]).toContain('GZ01-2026-0007')
  expect(scannedFrom(pdf, 200)).toContain(code)
  const [page] = picturesOf(pdf, 100, '-cropbox')
  const width = (page?.width ?? 0) / (100 / 25.4)
  // The line of the stamp's box, and the paper 10 mm beside and above it.
  expect(Math.min(...[10, 10.2, 10.4, 10.6].map((mm) => greyAt(page, width - mm, 15)))).toBeLessThan(200)
  expect(Math.min(...[10, 10.2, 10.4, 10.6].map((mm) => greyAt(page, width - 20, mm)))).toBeLessThan(200)
  expect(greyAt(page, width - 9, 15)).toBe(255)
  expect(greyAt(page, width - 20, 9)).toBe(255)
})

test.each([
  [2, 10],
  [7, 10],
  [21, 20],
])('the slices of %i pages in groups of %i put together make the seal', async (count, group) => {
  const file = strange.plainFile(Array.from({ length: count }, () => ({ text: '', media: '0 0 600 600' })))
  const { pdf } = await stamped(file, [{ stamp: 'straddle', pages: 'all', group, height: 50 }])
  const pictures = picturesOf(pdf, 254)
  const groups = Math.ceil(count / group)
  const first = pictures.slice(0, Math.round(count / groups))
  // 10 pixels a millimetre: the seal is 420 wide, a slice 420 / n.
  const slice = 420 / first.length
  let [wrong, all] = [0, 0]
  for (let row = 0; row < 420; row++) {
    for (let column = 0; column < 420; column++) {
      const page = first[Math.min(first.length - 1, Math.floor(column / slice))]
      if (!page) continue
      const x = Math.round(page.width - slice + (column % slice))
      const y = Math.round(page.height / 2 - 210 + row)
      const isInk = Math.hypot(column + 0.5 - 210, row + 0.5 - 210) < 210
      all++
      if (page.at(Math.min(page.width - 1, x), y) < 200 !== isInk) wrong++
    }
  }
  expect(wrong / all).toBeLessThan(0.03)
})

test.each([0, 90, 270])('a stamp stands beside the text it was asked for, on pages turned by %i', async (rotate) => {
  const at = (y: number): string => `sign here) Tj 0 ${y} Td (Seal: A`
  const file = strange.plainFile([
    { text: 'nothing' },
    { rotate, crop: '20 30 560 800', text: at(-40) },
    { text: at(-80) },
  ])
  const anchored = (which: 'first' | 'last' | 'every', beside: 'over' | 'after' | 'below' = 'over'): StampInput => ({
    stamp: 'mark',
    text: 'X',
    size: 5,
    pages: 'all',
    corner: 'centre',
    anchor: { text: 'Seal:A', which, beside, dx: 1 },
  })
  const boxes = async (stamp: StampInput) => (await stamped(file, [stamp])).boxes
  expect((await boxes(anchored('every'))).map(({ page }) => page)).toEqual([2, 3])
  expect((await boxes(anchored('last'))).map(({ page }) => page)).toEqual([3])
  const [box] = await boxes(anchored('first'))
  if (!box) throw new Error('nothing was found')
  // The text begins 100 points from the left, its line 400 - 40 from the bottom; turned, it runs down or up the page.
  const points = 72 / 25.4
  const [x, y] = [100 + 17, 360 + 4]
  const middle = {
    0: [(x - 20) / points, (800 - y) / points],
    90: [(y - 30) / points, (x - 20) / points],
    270: [(800 - y) / points, (560 - x) / points],
  }[rotate] ?? [0, 0]
  expect(Math.abs(box.x + box.width / 2 - 1 - (middle[0] ?? 0))).toBeLessThan(2)
  expect(Math.abs(box.y + box.height / 2 - (middle[1] ?? 0))).toBeLessThan(2)
  const [after] = await boxes(anchored('first', 'after'))
  expect((after?.x ?? 0) > box.x).toBe(true)
  expect(await refused(file, [{ ...anchored('first'), pages: 'first' }])).toMatchObject({
    code: 'stamp-no-text',
    text: 'Seal:A',
    pages: 1,
  })
})

test('a text of our own Chinese print is found, spaces or not', async () => {
  const title: StampInput = { stamp: 'mark', pages: 'all', corner: 'top', text: '盖 章 处', turn: 0 }
  const { pdf } = await stamped(three, [title])
  const seal: StampInput = { stamp: 'seal', pages: 'all', corner: 'top', anchor: { text: '盖章处' } }
  const { boxes } = await stamped(pdf, [seal])
  const [first] = boxes
  expect(boxes).toHaveLength(1)
  expect(Math.abs((first?.x ?? 0) + 21 - 595 / (72 / 25.4) / 2)).toBeLessThan(4)
})

test('what cannot be stamped is told apart', async () => {
  expect(await refused(Buffer.from('PK\u0003\u0004 no pdf at all'))).toMatchObject({
    code: 'pdf-unfit',
    why: 'not-a-pdf',
  })
  expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'pdf-unfit', why: 'not-a-pdf' })
  expect(await refused(three.subarray(0, 700))).toMatchObject({ code: 'pdf-unfit', why: 'truncated' })
  expect(await refused(strange.pageless())).toMatchObject({ code: 'pdf-unfit', why: 'no-pages' })
  expect(await refused(strange.circular(three))).toMatchObject({ code: 'pdf-unfit', why: 'page-cycle' })
  expect(await refused(three, [{ ...registration, pages: '9' }])).toMatchObject({ code: 'stamp-no-page' })
  expect(await refused(strange.plainFile([{}]), [{ stamp: 'straddle', pages: 'all' }])).toMatchObject({
    code: 'stamp-no-page',
  })
  expect(
    await refused(three, [{ stamp: 'seal', pages: 'all', corner: 'centre' }], { impression: undefined }),
  ).toMatchObject({
    code: 'stamp-no-impression',
  })
  expect(await refused(three, [{ stamp: 'mark', pages: 'all', corner: 'centre', text: '\u{20000}' }])).toMatchObject({
    code: 'missing-glyph',
    codePoint: 'U+20000',
  })
})

test('an addition that breaks off is refused, not stamped as its older state', async () => {
  const { pdf } = await stamped(three, [registration])
  expect(await refused(pdf.subarray(0, three.length + 900))).toMatchObject({ code: 'pdf-unfit', why: 'truncated' })
})

test('an encrypted file asks for its password; the result is not encrypted, and says so', async () => {
  const file = strange.encrypted(three, 'secret')
  expect(await refused(file)).toMatchObject({ code: 'pdf-password', state: 'needed' })
  expect(await refused(file, [registration], { password: 'guess' })).toMatchObject({
    code: 'pdf-password',
    state: 'wrong',
  })
  const opened = await stamped(file, [registration], { password: 'secret' })
  expect(opened.wasEncrypted).toBe(true)
  expect(checkWithQpdf(opened.pdf)).toContain('File is not encrypted')
  expect(textOf(opened.pdf)[0]).toContain('PAGE-1')
  // Locked by its owner only, it opens for everyone to read.
  expect((await stamped(strange.encrypted(three, ''), [registration])).wasEncrypted).toBe(true)
})

test('a signed file is stamped only knowingly, in the way its signatures permit', async () => {
  expect(await refused(strange.signedFile())).toMatchObject({
    code: 'pdf-signed',
    signatures: 1,
    permits: 'annotations',
  })
  expect(await refused(strange.signedFile(3))).toMatchObject({ code: 'pdf-signed', permits: 'annotations' })
  expect(await refused(strange.signedFile(2))).toMatchObject({ code: 'pdf-signed', permits: 'forms' })
  expect(await refused(strange.signedFile(1))).toMatchObject({ code: 'pdf-locked' })
  expect(await refused(strange.signedFile(1), [registration], { acceptsSigned: true })).toMatchObject({
    code: 'pdf-locked',
  })
  const file = strange.signedFile(2)
  const { pdf, asAnnotations } = await stamped(file, [registration], { acceptsSigned: true })
  expect(asAnnotations).toBe(false)
  expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
})

test.each([undefined, 3] as const)(
  'where a signature permits annotations (P=%s) the stamps become such',
  async (level) => {
    const file = strange.signedFile(level)
    const seal: StampInput = { stamp: 'seal', pages: 'all', corner: 'bottom-left', x: 90, y: 95, turn: 30 }
    const { pdf, signatures, asAnnotations } = await stamped(file, [registration, seal], { acceptsSigned: true })
    expect({ signatures, asAnnotations }).toEqual({ signatures: 1, asAnnotations: true })
    expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
    expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
    const added = pdf.subarray(file.length).toString('latin1')
    expect(added.match(/\/Subtype \/Stamp/g)).toHaveLength(2)
    // The page names its own content as before, and nothing but it.
    expect(added).toMatch(/\/Contents 5 0 R/)
    expect(scannedFrom(pdf, 200)).toContain(code)
    const [page] = picturesOf(pdf, 100)
    const bottom = 842 / (72 / 25.4)
    expect(greyAt(page, 100, bottom - 116 - 5)).toBeLessThan(20)
    expect(greyAt(page, 115, bottom - 116 + 8)).toBeGreaterThan(50)
    expect(greyAt(page, 90 + 42 - 1.5, bottom - 116)).toBeLessThan(140)
  },
)

test('a hybrid file, a form with its fields, and a page a thousand levels deep are stamped and live on', async () => {
  const files = [strange.hybrid(), strange.withForm(), strange.deepTree(1000)]
  for (const file of files) {
    const { pdf, wasRebuilt } = await stamped(file, [registration])
    expect(wasRebuilt).toBe(false)
    expect(pdf.subarray(0, file.length).equals(file)).toBe(true)
    // Poppler does not look for a hybrid file's hidden objects; qpdf does.
    const [text = ''] = textOf(strange.throughQpdf(pdf))
    expect(text).toContain('GZ01-2026-0007')
    expect(text).toContain('PAGE-1')
  }
  const { pdf } = await stamped(strange.withForm(), [registration])
  expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
  expect(infoOf(pdf)['Form']).toBe('AcroForm')
  expect(pdf.subarray(strange.withForm().length).toString('latin1')).toMatch(/\/Annots \[ ?6 0 R 7 0 R ?\]/)
})

test('five thousand pages are numbered in moments', async () => {
  const file = strange.plainFile(Array.from({ length: 5000 }, () => ({ text: 'P' })))
  const { pdf, pages } = await stamped(file, [numbers])
  expect(pages).toBe(5000)
  expect(infoOf(pdf)['Pages']).toBe('5000')
  expect(pdf.length).toBeLessThan(file.length * 3)
})

test('a page in larger units bears a stamp in true millimetres', async () => {
  const file = strange.plainFile([{ extra: '/UserUnit 2' }])
  const { boxes, pdf } = await stamped(file, [registration])
  expect(boxes[0]?.on.width).toBeCloseTo((595 * 2) / (72 / 25.4))
  // Poppler shows a unit as one point, so all is half as large: the stamp's edge lies 5 mm from the page's.
  const [page] = picturesOf(pdf, 100)
  const width = (page?.width ?? 0) / (100 / 25.4)
  expect(Math.min(...[4.8, 5, 5.2, 5.4].map((mm) => greyAt(page, width - mm, 8)))).toBeLessThan(200)
})

test.each([
  ['two states left open, a bent page', '0.5 0 0 0.5 9 9 cm q q 2 0 0 2 0 0 cm'],
  ['states put back that were never saved', 'Q Q 3 0 0 3 0 0 cm Q 0 g 10 10 20 20 re f'],
  ['a picture whose bytes look like operators', 'q BI /W 1 /H 1 /BPC 8 /CS /G ID q EI 0.1 0 0 0.1 0 0 cm'],
])('%s: the stamp stands where it was asked for', async (_, operators) => {
  const { pdf } = await stamped(strange.unbalanced(operators), [registration])
  expect(scannedFrom(pdf, 200)).toContain(code)
  const [page] = picturesOf(pdf, 100)
  const width = (page?.width ?? 0) / (100 / 25.4)
  expect(Math.min(...[10, 10.2, 10.4, 10.6].map((mm) => greyAt(page, width - mm, 15)))).toBeLessThan(200)
  expect(greyAt(page, width - 9, 15)).toBe(255)
})

test('what a page put back without saving it is drawn as before', async () => {
  const file = strange.unbalanced('2 0 0 2 0 0 cm Q 0 g 20 20 30 30 re f')
  const places = [
    [16, 270],
    [40, 260],
    [80, 200],
  ] as const
  const greys = (pdf: Buffer): number[] => {
    const [page] = picturesOf(pdf, 100)
    return places.map(([x, y]) => greyAt(page, x, y))
  }
  const { pdf } = await stamped(file, [registration])
  expect(greys(pdf)).toEqual(greys(file))
})

test.each(['rc4-40', 'rc4', 'aes-128'] as const)('a file encrypted by %s opens by its password', async (cipher) => {
  const file = strange.encrypted(three, 'secret', cipher)
  expect(await refused(file, [registration], { password: 'guess' })).toMatchObject({ state: 'wrong' })
  const { pdf, wasEncrypted } = await stamped(file, [registration], { password: 'secret' })
  expect(wasEncrypted).toBe(true)
  expect(textOf(pdf)[0]).toContain('PAGE-1')
})

test('what leads back to itself is stamped or refused, and ends', async () => {
  for (const [name, make] of Object.entries(strange.cycles)) {
    const answer = await stampFile(make(), orderOf([registration]), face)
    if (isRefusal(answer)) expect({ make: name, ...answer.refused }).toMatchObject({ make: name, code: 'pdf-unfit' })
    else expect(textOf(answer.pdf)[0]).toContain('GZ01-2026-0007')
  }
})

test('bytes changed, dropped or repeated anywhere are stamped or refused, never thrown', async () => {
  const files = [three, strange.packed(three)]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.option(fc.nat()),
      async (file, changes, end) => {
        const bytes = Buffer.from(end === null ? file : file.subarray(0, end % file.length))
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
        const answer = await stampFile(bytes, orderOf([registration]), face)
        if (!isRefusal(answer) && !answer.wasEncrypted)
          expect(answer.pdf.subarray(0, bytes.length).equals(bytes)).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})
