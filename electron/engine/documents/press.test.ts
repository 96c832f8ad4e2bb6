/** The press as outside readers see it: text, pixels, fonts, structure, code; and what it refuses. */
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../../../shared/documents/facts.ts'
import { sampleSupplyReport } from '../../../shared/documents/report-facts.ts'
import { sampleBook, sampleCheck, sampleSlip, sampleUse } from '../../../shared/documents/samples.ts'
import { sampleSealRequest } from '../../../shared/documents/seal-request-facts.ts'
import { sampleMove, sampleReceipt, sampleReturn, sampleSupplyRequest } from '../../../shared/documents/slip-samples.ts'
import type { Language } from '../../../shared/office/words.ts'
import { testResources } from '../testing.ts'
import { codeText, scanCode } from './code.ts'
import { openFace } from './font.ts'
import { checkWithQpdf, fontsOf, infoOf, picturesOf, scannedFrom, textOf } from './outside.ts'
import { openRoom, pressHere, pressInWorker } from './press-line.ts'
import { readProof, signFile } from './proof.ts'
import { layOutDraft, pressOrder } from './render.ts'
import { hashOfFacts, orderOf, type Draft } from './sheet.ts'

const font = join(testResources, 'NotoSansSC_400Regular.ttf')
const face = openFace(font)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const desk = createHash('sha256')
  .update(publicKey.export({ type: 'spki', format: 'der' }))
  .digest('hex')

const signed = (bytes: Uint8Array): Uint8Array => sign(null, bytes, privateKey)
const now = Date.parse('2026-11-23T08:00:00Z')

const draftOf = (facts: Facts, language: Language = 'zh-CN'): Draft => ({
  source: { facts, number: undefined, title: 'title', impression: undefined },
  sheet: {
    version: 1,
    form: facts.form,
    number: 'number' in facts ? facts.number : 'BP-A-2026-0007',
    print: 2,
    printedAt: '2026-11-23 16:00',
    printedBy: '赵敏',
    language,
    desk,
    head: '',
    hash: hashOfFacts(facts),
    facts,
  },
})

const pressed = async (facts: Facts, language?: Language): Promise<Buffer> => {
  const draft = draftOf(facts, language)
  const layout = layOutDraft(draft, face)
  if ('refused' in layout) throw new Error(JSON.stringify(layout.refused))
  const pdf = await pressOrder(orderOf(draft, now, signed), layout, face)
  signFile(pdf, signed)
  return pdf
}

const all: [string, Facts][] = [
  ['seal-use slip', sampleUse],
  ['seal-use request', sampleSealRequest],
  ['book of 31 uses', sampleBook(31)],
  ['book of a month without use', sampleBook(0)],
  ['issue slip', sampleSlip(19)],
  ['receipt slip', sampleReceipt(9)],
  ['return slip', sampleReturn(2)],
  ['transfer slip', sampleMove(3, 'transfer')],
  ['supply request', sampleSupplyRequest(4)],
  ['supply report', sampleSupplyReport(90)],
  ['authority check', sampleCheck(45)],
]

test.each(all)('%s is a sound PDF with one embedded subset font, in both languages', async (_, facts) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const pdf = await pressed(facts, language)
    expect(checkWithQpdf(pdf)).toContain('No syntax or stream encoding errors')
    const fonts = fontsOf(pdf)
    expect(fonts).toHaveLength(1)
    expect(fonts[0]).toMatch(/^SEALBK\+NotoSansSC-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes/)
    expect(infoOf(pdf)['Producer']).toBe('Sealbook')
    expect(pdf.toString('latin1')).toContain(language === 'en' ? '/Lang (en)' : '/Lang (zh-CN)')
  }
})

test('the seal-use slip says on paper what the facts say, in extractable text', async () => {
  const pdf = await pressed(sampleUse)
  const [text = ''] = textOf(pdf)
  for (const part of [
    '用印单',
    sampleUse.number,
    '合同专用章（1）',
    '㛃淑兰',
    '¥486,500.00',
    '可签',
    '第2次打印',
    '第1页/共1页',
  ])
    expect(text).toContain(part)
  expect(infoOf(pdf)).toMatchObject({
    Title: `用印单 ${sampleUse.number}`,
    Pages: '1',
    'Page size': '419.528 x 595.276 pts',
  })
})

test('rare characters and those that share a glyph are shown and come out as written', async () => {
  const title = '㛃𬭚𬱖𬘘𬍛 一⼀ 龙龍 ①②'
  const pdf = await pressed({ ...sampleUse, title })
  expect(textOf(pdf)[0]).toContain(title.replaceAll(' ', ''))
})

test('every character of a page is ink on the paper, not a blank', async () => {
  const dark = async (purpose: string): Promise<number> => {
    const [picture] = picturesOf(await pressed({ ...sampleUse, purpose }), 150)
    let count = 0
    for (let y = 0; y < (picture?.height ?? 0); y++)
      for (let x = 0; x < (picture?.width ?? 0); x++) if ((picture?.at(x, y) ?? 255) < 128) count += 1
    return count
  }
  // The code differs with the facts by a few hundred modules; forty characters of many strokes are far more.
  expect((await dark('鑫'.repeat(40))) - (await dark('一'.repeat(40)))).toBeGreaterThan(3000)
})

test('a character that the font lacks is refused by name before anything is printed', () => {
  expect(layOutDraft(draftOf({ ...sampleUse, handler: '张\u{20000}' }), face)).toEqual({
    refused: {
      code: 'missing-glyph',
      character: '\u{20000}',
      codePoint: 'U+20000',
      text: expect.stringContaining('张\u{20000}'),
    },
  })
})

test('the code on the paper is read by a scanner and carries number, print, hash and the desk’s signature', async () => {
  const [text = ''] = scannedFrom(await pressed(sampleUse), 200)
  expect(text.length).toBeLessThanOrEqual(178)
  const code = scanCode(text)
  expect(code).toMatchObject({
    number: sampleUse.number,
    print: 2,
    form: 'seal-use',
    desk: desk.slice(0, 8),
    hash: hashOfFacts(sampleUse).slice(0, 32),
  })
  expect(verify(null, code?.signed ?? Buffer.of(), publicKey, code?.signature ?? Buffer.of())).toBe(true)
  const forged = scanCode(
    codeText(
      { desk, form: 'seal-use', number: 'HT01-2026-0188', print: 2, hash: hashOfFacts(sampleUse) },
      () => code?.signature ?? Buffer.of(),
    ),
  )
  expect(verify(null, forged?.signed ?? Buffer.of(), publicKey, forged?.signature ?? Buffer.of())).toBe(false)
})

test('any changed, appended or cut byte shows in the proof of the file', async () => {
  const pdf = await pressed(sampleUse)
  const holds = (file: Buffer): boolean => {
    const proof = readProof(file)
    return proof !== undefined && verify(null, proof.signed, publicKey, proof.signature)
  }
  expect(holds(pdf)).toBe(true)
  fc.assert(
    fc.property(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(pdf)
      changed[at] = (changed[at] ?? 0) ^ by
      expect(holds(changed)).toBe(false)
    }),
    { numRuns: 500 },
  )
  expect(holds(Buffer.concat([pdf, Buffer.from('\n%%EOF\n')]))).toBe(false)
  expect(holds(pdf.subarray(0, -1))).toBe(false)
})

test('the book has a binding margin, whole pages of 14 rows, totals on each page and the running ones at the end', async () => {
  const pdf = await pressed(sampleBook(31))
  const pages = textOf(pdf)
  expect(pages).toHaveLength(3)
  expect(infoOf(pdf)['Page size']).toBe('841.89 x 595.276 pts (A4)')
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('登记编号')
    expect(page).toContain('本页合计')
    expect(page).toContain(`第${index + 1}页/共3页`)
  }
  // 149 uses before the month and 30 that count in it; one is void, its impressions spoiled.
  expect(pages[2]).toContain('本年累计用印179笔，作废4笔')
  expect(pages[2]).toContain('以下空白')
  expect(pages[1]).not.toContain('以下空白')
  expect(pages[2]).toContain('结账：2026-11共用印30笔')
  const [picture] = picturesOf(pdf, 72)
  let inMargin = 0
  for (let y = 0; y < (picture?.height ?? 0); y++)
    for (let x = 0; x < 68; x++) if ((picture?.at(x, y) ?? 255) < 200) inMargin += 1
  expect(inMargin).toBe(0)
})

test('the issue slip comes in three named copies with figures and capitals', async () => {
  const pages = textOf(await pressed(sampleSlip(5)))
  expect(pages.map((page) => /第.联(存根|记账|库管)/.exec(page)?.[1])).toEqual(['存根', '记账', '库管'])
  for (const page of pages) {
    expect(page).toContain('人民币肆佰柒拾元整')
    expect(page).toContain('¥470.00')
  }
})

test('the check repeats its table head on the next page and keeps signatures whole', async () => {
  const pages = textOf(await pressed(sampleCheck(45)))
  expect(pages).toHaveLength(2)
  for (const page of pages) expect(page).toContain('不成立的原因')
  expect(pages[1]).toContain('结论仅说明是否在内部授权范围内')
})

test('a long book printed in a worker is the same file, byte for byte, and says how far it is', async () => {
  const draft = draftOf(sampleBook(420))
  const order = orderOf(draft, now, signed)
  const signal = new AbortController().signal
  const steps: [number, number][] = []
  const there = pressInWorker(font, { signal, progress: (done, total) => steps.push([done, total]) })
  const here = pressHere(() => openRoom(font), { signal })
  expect(await there.check(draft)).toEqual({ pages: 30 })
  expect((await there.press(order)).equals(await here.press(order))).toBe(true)
  expect(steps).toEqual([[16, 30]])
  there.close()
})

test('Cancel ends a long print at once', async () => {
  const controller = new AbortController()
  const line = pressInWorker(font, { signal: controller.signal, progress: () => undefined })
  const printing = line.press(orderOf(draftOf(sampleBook(5000)), now, signed))
  setTimeout(() => controller.abort(), 50)
  await expect(printing).rejects.toThrow()
})

test('a character without a glyph is refused from the worker, too', async () => {
  const line = pressInWorker(font, { signal: new AbortController().signal, progress: () => undefined })
  const draft = draftOf({ ...sampleBook(150), custodian: '\u{20000}' })
  expect(await line.check(draft)).toMatchObject({ refused: { code: 'missing-glyph', character: '\u{20000}' } })
  line.close()
})
