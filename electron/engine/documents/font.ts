/**
 * The font as the press needs it: which characters it can show, how wide they are, and a subset of it for one PDF.
 *
 * Every code point gets a CID of its own, mapped to its glyph by a CIDToGIDMap. So characters that share a glyph
 * (such as the Kangxi radical ⼀ and 一) still come out of the file as what was written.
 */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import * as fontkit from '@cantoo/fontkit'
import { PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'

type Shape = { glyph: number; /** Advance in thousandths of the size. */ width: number }

export type Face = {
  name: string
  /** The character's shape, or undefined where the font has none. */
  shapeOf: (character: string) => Shape | undefined
  /** Width in mm at a size in points; a character without a shape counts as one em. */
  measure: (text: string, size: number) => number
  font: fontkit.Font
}

const mmPerPoint = 25.4 / 72

/**
 * Opens a font file once; the face may then serve any number of documents.
 * @param path a TrueType font with glyf outlines
 */
export const openFace = (path: string): Face => {
  const font = fontkit.create(readFileSync(path))
  if (!('glyphForCodePoint' in font)) throw new Error('a single font was expected, not a collection')
  const scale = 1000 / font.unitsPerEm
  const shapes = new Map<string, Shape | undefined>()
  const shapeOf = (character: string): Shape | undefined => {
    if (shapes.has(character)) return shapes.get(character)
    const codePoint = character.codePointAt(0) ?? 0
    const glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint) : null
    const shape = glyph === null ? undefined : { glyph: glyph.id, width: glyph.advanceWidth * scale }
    shapes.set(character, shape)
    return shape
  }
  const measure = (text: string, size: number): number => {
    let width = 0
    for (const character of text) width += shapeOf(character)?.width ?? 1000
    return (width / 1000) * size * mmPerPoint
  }
  return { name: font.postscriptName ?? 'Font', shapeOf, measure, font }
}

/** The first character of a text that the face cannot show. */
export const findMissing = (face: Face, text: string): string | undefined => {
  for (const character of text) if (face.shapeOf(character) === undefined) return character
  return undefined
}

export type Subset = {
  /** Two-byte codes in hex for a `Tj` operator. */
  encode: (text: string) => string
  /** Writes what was used into a document and returns the font's reference. */
  embed: (context: PDFContext) => PDFRef
}

type Used = { code: number; character: string; width: number; subsetGlyph: number }

/** Starts an empty subset for one document. */
export const startSubset = (face: Face): Subset => {
  const subset = face.font.createSubset()
  const used = new Map<string, Used>()
  const codes = new Map<string, string>()
  const codeOf = (character: string): string => {
    const known = codes.get(character)
    if (known !== undefined) return known
    const shape = face.shapeOf(character)
    if (!shape) throw new Error(`no glyph for U+${(character.codePointAt(0) ?? 0).toString(16)}`)
    const code = used.size + 1
    used.set(character, { code, character, width: shape.width, subsetGlyph: subset.includeGlyph(shape.glyph) })
    const hex = code.toString(16).padStart(4, '0')
    codes.set(character, hex)
    return hex
  }
  const texts = new Map<string, string>()
  const encode = (text: string): string => {
    let hex = ''
    for (const character of text) hex += codeOf(character)
    return hex
  }
  return {
    // Heads, names and counts come again and again.
    encode: (text) => {
      const known = texts.get(text)
      if (known !== undefined) return known
      const hex = encode(text)
      texts.set(text, hex)
      return hex
    },
    embed: (context) => embedSubset(context, face, subset.encode(), [...used.values()]),
  }
}

const deflated = (context: PDFContext, bytes: Uint8Array, extra: Record<string, number> = {}): PDFRef =>
  context.register(
    PDFRawStream.of(context.obj({ Filter: 'FlateDecode', ...extra }), new Uint8Array(deflateSync(bytes))),
  )

const embedSubset = (context: PDFContext, face: Face, file: Uint8Array, used: readonly Used[]): PDFRef => {
  // Six letters before a plus sign mark a subset (ISO 32000-1, 9.6.4).
  const name = PDFName.of(`SEALBK+${face.name}`)
  const scale = 1000 / face.font.unitsPerEm
  const { bbox, ascent, descent, capHeight, xHeight, italicAngle } = face.font
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [bbox.minX * scale, bbox.minY * scale, bbox.maxX * scale, bbox.maxY * scale],
      ItalicAngle: italicAngle,
      Ascent: ascent * scale,
      Descent: descent * scale,
      CapHeight: (capHeight || ascent) * scale,
      XHeight: (xHeight || 0) * scale,
      StemV: 80,
      FontFile2: deflated(context, file, { Length1: file.length }),
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      CIDToGIDMap: deflated(context, glyphMap(used)),
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, used.map(({ width }) => width)],
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(context, Buffer.from(unicodeMap(used), 'latin1')),
    }),
  )
}

/** Two bytes per CID, from 0: the glyph of the subset. */
const glyphMap = (used: readonly Used[]): Uint8Array => {
  const map = Buffer.alloc((used.length + 1) * 2)
  for (const { code, subsetGlyph } of used) map.writeUInt16BE(subsetGlyph, code * 2)
  return map
}

const hexOf = (character: string): string => PDFHexString.fromText(character).asString().slice(4)

/** CID -> Unicode, in blocks of a hundred as Adobe's technical note 5411 demands. */
const unicodeMap = (used: readonly Used[]): string => {
  const blocks: string[] = []
  for (let from = 0; from < used.length; from += 100) {
    const part = used.slice(from, from + 100)
    const pairs = part.map(({ code, character }) => `<${code.toString(16).padStart(4, '0')}> <${hexOf(character)}>`)
    blocks.push(`${part.length} beginbfchar\n${pairs.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
