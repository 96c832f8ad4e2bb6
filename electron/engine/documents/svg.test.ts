/** Drawings of seals: shown as they are meant, against an outside reader's pixels, or not at all. */
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { testResources } from '../testing.ts'
import { openFace, startSubset } from './font.ts'
import { embedImpression } from './impression.ts'
import { picturesOf, type Picture } from './outside.ts'
import { pathOperators } from './svg-path.ts'
import { readSvg } from './svg.ts'

const face = openFace(join(testResources, 'NotoSansSC_400Regular.ttf'))
const svg = (content: string, box = '-50 -50 100 100'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${content}</svg>`

/** The drawing on a page of 100 × 100 points, a pixel a point. */
const pictured = async (content: string): Promise<Picture> => {
  const doc = await PDFDocument.create()
  const subset = startSubset(face)
  const { context } = doc
  const embedded = await embedImpression({ mediaType: 'image/svg+xml', data: svg(content) }, { context, face, subset })
  if (!embedded) throw new Error('not drawn')
  const page = doc.addPage([100, 100])
  const operators = PDFRawStream.of(context.obj({}), new Uint8Array(Buffer.from('q 100 0 0 100 0 0 cm /Im1 Do Q')))
  page.node.set(PDFName.of('Contents'), context.register(operators))
  // A font with no glyph at all is no font: one letter stands for those that the drawing does not use.
  subset.encode('A')
  embedded.finish(subset.embed(context))
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Im1: embedded.ref } }))
  const [picture] = picturesOf(await doc.save(), 72)
  if (!picture) throw new Error('no page')
  return picture
}

const isDark = (picture: Picture, x: number, y: number): boolean => picture.at(50 + x, 50 + y) < 128

describe('what is drawn', () => {
  test('a ring is dark on its line and light within and without', async () => {
    const ring = await pictured('<circle r="40" fill="none" stroke="#000" stroke-width="6"/>')
    for (const [x, y] of [
      [40, 0],
      [-40, 0],
      [0, 39],
      [0, -40],
      [28, 28],
    ] as const)
      expect(isDark(ring, x, y)).toBe(true)
    for (const [x, y] of [
      [0, 0],
      [30, 0],
      [48, 0],
      [40, 40],
    ] as const)
      expect(isDark(ring, x, y)).toBe(false)
  })

  test('y points down, and transforms nest', async () => {
    const below = await pictured(
      '<g transform="translate(0 20)"><g transform="rotate(90)"><rect x="5" y="-4" width="20" height="8"/></g></g>',
    )
    expect(isDark(below, 0, 35)).toBe(true)
    expect(isDark(below, 0, -35)).toBe(false)
    expect(isDark(below, 20, 20)).toBe(false)
  })

  test('letters stand upright at their baseline, in the middle where they are to', async () => {
    const letter = await pictured('<text text-anchor="middle" font-size="60" y="20" fill="#000">上</text>')
    // 上 has its long stroke at the foot and nothing at the upper left.
    let [foot, head] = [0, 0]
    for (let x = -30; x < 30; x++) {
      for (let y = 12; y < 22; y++) if (isDark(letter, x, y)) foot += 1
      for (let y = -32; y < -22; y++) if (isDark(letter, x, y)) head += 1
    }
    expect(foot).toBeGreaterThan(head * 3)
  })

  test('arcs of a path are round: a disc of two arcs equals a circle', async () => {
    const disc = await pictured('<path d="M-30 0a30 30 0 0160 0A30 30 0 0 1-30 0z"/>')
    for (let turn = 0; turn < 360; turn += 15) {
      const [x, y] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
      expect(isDark(disc, Math.round(27 * x), Math.round(27 * y))).toBe(true)
      expect(isDark(disc, Math.round(33 * x), Math.round(33 * y))).toBe(false)
    }
  })

  test('opacity lets what lies below shine through', async () => {
    const veiled = await pictured(
      '<rect x="-40" y="-40" width="80" height="80"/><rect x="-20" y="-20" width="40" height="40" fill="#fff" fill-opacity="0.5"/>',
    )
    expect(veiled.at(50, 50)).toBeGreaterThan(100)
    expect(veiled.at(50, 50)).toBeLessThan(160)
    expect(veiled.at(20, 50)).toBeLessThan(30)
  })
})

test.each([
  ['an unknown element', '<textPath>公</textPath>'],
  ['an unknown attribute', '<circle r="4" filter="url(#a)"/>'],
  ['a style', '<circle r="4" style="fill:red"/>'],
  ['an unknown colour', '<circle r="4" fill="url(#g)"/>'],
  ['an unknown transform', '<circle r="4" transform="skewX(20)"/>'],
  ['broken path data', '<path d="M0 0L5"/>'],
  ['a character without a glyph', '<text>\u{20000}</text>'],
  ['a tag left open', '<g><circle r="4"/>'],
  ['a length that is none', '<circle r="4em"/>'],
])('%s makes the drawing unknown rather than wrong', (_, content) => {
  expect(readSvg(svg(content), face, { encode: () => '' })).toBeUndefined()
})

test('path data: relative and smooth commands, repeated pairs, numbers without separators', () => {
  expect(pathOperators('M1 1 2 2 3 3')).toBe('1 1 m\n2 2 l\n3 3 l')
  expect(pathOperators('m1 1l1-1.5.5.5z')).toBe('1 1 m\n2 -0.5 l\n2.5 0 l\nh')
  expect(pathOperators('M0 0h5v-3H1V0')).toBe('0 0 m\n5 0 l\n5 -3 l\n1 -3 l\n1 0 l')
  expect(pathOperators('M0 0C1 1 2 1 3 0S5-1 6 0')).toBe('0 0 m\n1 1 2 1 3 0 c\n4 -1 5 -1 6 0 c')
  for (const wrong of ['L', 'M0', 'M0 0X1', '5 5', 'M0 0A1 1 0 2 0 1 1']) expect(pathOperators(wrong)).toBeUndefined()
})
