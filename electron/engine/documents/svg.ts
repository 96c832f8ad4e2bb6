/**
 * A drawing of a seal as PDF operators: the part of SVG that impressions are drawn with. Whatever is not known here makes
 * the whole drawing undefined, since a seal shown wrongly is worse than one not shown.
 */
import type { Face, Subset } from './font.ts'
import { ellipseOperators, pathOperators } from './svg-path.ts'
import { colour, n, number, transformOperators, unknown, Unknown, type Attributes } from './svg-values.ts'

export type SvgDrawing = {
  /** Left, top, width, height in the drawing's own units. */
  box: readonly [number, number, number, number]
  operators: string
  /** Opacities used, as names of graphics states: `A85` for 0.85. */
  opacities: ReadonlySet<number>
}

type Style = {
  fill: string
  stroke: string
  width: number
  size: number
  anchor: string
  isBold: boolean
  fillOpacity: number
  strokeOpacity: number
}

const known = new Set(
  'x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox xmlns version id transform fill stroke stroke-width fill-opacity stroke-opacity opacity font-size font-family font-weight text-anchor'.split(
    ' ',
  ),
)

const inherit = (style: Style, attributes: Attributes): Style => {
  const opacity = number(attributes, 'opacity', 1)
  return {
    fill: attributes['fill'] ?? style.fill,
    stroke: attributes['stroke'] ?? style.stroke,
    width: number(attributes, 'stroke-width', style.width),
    size: number(attributes, 'font-size', style.size),
    anchor: attributes['text-anchor'] ?? style.anchor,
    isBold: attributes['font-weight'] === undefined ? style.isBold : /bold|[6-9]00/.test(attributes['font-weight']),
    fillOpacity: number(attributes, 'fill-opacity', style.fillOpacity) * opacity,
    strokeOpacity: number(attributes, 'stroke-opacity', style.strokeOpacity) * opacity,
  }
}

const shapePath = (name: string, a: Attributes): string => {
  switch (name) {
    case 'circle':
      return ellipseOperators(number(a, 'cx'), number(a, 'cy'), number(a, 'r'), number(a, 'r'))
    case 'ellipse':
      return ellipseOperators(number(a, 'cx'), number(a, 'cy'), number(a, 'rx'), number(a, 'ry'))
    case 'rect':
      if (a['rx'] !== undefined || a['ry'] !== undefined) return unknown('rounded rect')
      return `${n(number(a, 'x'))} ${n(number(a, 'y'))} ${n(number(a, 'width'))} ${n(number(a, 'height'))} re`
    case 'line':
      return `${n(number(a, 'x1'))} ${n(number(a, 'y1'))} m ${n(number(a, 'x2'))} ${n(number(a, 'y2'))} l`
    case 'polyline':
    case 'polygon':
      return pathOperators(`M${a['points'] ?? ''}${name === 'polygon' ? 'Z' : ''}`) ?? unknown(name)
    case 'path':
      return pathOperators(a['d'] ?? '') ?? unknown('d')
    default:
      return unknown(name)
  }
}

/** What encodes letters for the font. */
export type Typist = Pick<Subset, 'encode'>

type Pen = { face: Face; subset: Typist; opacities: Set<number> }

const opacityState = (pen: Pen, fill: number, stroke: number): string => {
  if (fill === 1 && stroke === 1) return ''
  if (fill !== stroke && fill !== 1 && stroke !== 1) return unknown('two opacities')
  const share = Math.round(Math.min(fill, stroke) * 100)
  pen.opacities.add(share)
  return `/A${share}${fill === stroke ? '' : fill < 1 ? 'f' : 's'} gs`
}

const paint = (style: Style, path: string, pen: Pen): string => {
  const hasFill = style.fill !== 'none'
  const hasStroke = style.stroke !== 'none' && style.width > 0
  if (!hasFill && !hasStroke) return ''
  const colours = [
    hasFill ? `${colour(style.fill)} rg` : '',
    hasStroke ? `${colour(style.stroke)} RG ${n(style.width)} w` : '',
  ]
  const state = opacityState(
    pen,
    hasFill ? style.fillOpacity : style.strokeOpacity,
    hasStroke ? style.strokeOpacity : style.fillOpacity,
  )
  return [state, ...colours, path, hasFill && hasStroke ? 'B' : hasFill ? 'f' : 'S']
    .filter((part) => part !== '')
    .join(' ')
}

const mmPerPoint = 25.4 / 72

const drawText = (style: Style, attributes: Attributes, text: string, pen: Pen): string => {
  const shown = text.trim()
  if (style.stroke !== 'none') unknown('stroked text')
  if (shown === '' || style.fill === 'none') return ''
  for (const character of shown) if (!pen.face.shapeOf(character)) unknown(character)
  const width = pen.face.measure(shown, style.size) / mmPerPoint
  const shift = style.anchor === 'middle' ? width / 2 : style.anchor === 'end' ? width : 0
  const [x, y] = [number(attributes, 'x') - shift, number(attributes, 'y')]
  const ink = colour(style.fill)
  const weight = style.isBold ? `2 Tr ${n(style.size * 0.03)} w ${ink} RG` : '0 Tr'
  const state = opacityState(pen, style.fillOpacity, style.fillOpacity)
  // The drawing's y points down, letters stand up: each text is turned over at its baseline.
  return `${state} BT ${weight} ${ink} rg /F1 ${n(style.size)} Tf 1 0 0 -1 ${n(x)} ${n(y)} Tm <${pen.subset.encode(shown)}> Tj ET`
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal))
      : (entities[name] ?? unknown(name)),
  )

const tag =
  /<(\/?)([\w:-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|([^<]+)/g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const attributesOf = (text: string): Attributes => {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (!known.has(name)) unknown(name)
    found[name] = plain(double ?? single ?? '')
  }
  return found
}

const initial: Style = {
  fill: '#000',
  stroke: 'none',
  width: 1,
  size: 16,
  anchor: 'start',
  isBold: false,
  fillOpacity: 1,
  strokeOpacity: 1,
}

type Open = { name: string; style: Style; attributes: Attributes; text: string }

const boxOf = (attributes: Attributes): [number, number, number, number] => {
  const [left = 0, top = 0, width = 0, height = 0] = attributes['viewBox']?.split(/[\s,]+/).map(Number) ?? [
    0,
    0,
    number(attributes, 'width'),
    number(attributes, 'height'),
  ]
  return width > 0 && height > 0 ? [left, top, width, height] : unknown('viewBox')
}

const read = (svg: string, pen: Pen): SvgDrawing => {
  const stack: Open[] = []
  const operators: string[] = []
  let box: SvgDrawing['box'] = [0, 0, 0, 0]
  const close = (): void => {
    const open = stack.pop() ?? unknown('unbalanced')
    if (open.name === 'text') operators.push(drawText(open.style, open.attributes, plain(open.text), pen))
    operators.push('Q')
  }
  let length = 0
  for (const [whole, slash = '', name = '', rest = '', isEmpty = '', text] of svg.matchAll(tag)) {
    length += whole.length
    const top = stack.at(-1)
    if (text !== undefined && top?.name === 'text') top.text += text
    else if (text !== undefined && text.trim() !== '' && top?.name !== 'title' && top?.name !== 'desc') unknown('text')
    else if (slash === '/') close()
    else if (name !== '') {
      const attributes = attributesOf(rest)
      const style = inherit(top?.style ?? initial, attributes)
      if (top === undefined) box = boxOf(attributes)
      stack.push({ name, style, attributes, text: '' })
      operators.push('q', transformOperators(attributes['transform']))
      if (!['svg', 'g', 'text', 'title', 'desc'].includes(name))
        operators.push(paint(style, shapePath(name, attributes), pen))
      if (isEmpty === '/') close()
    }
  }
  if (stack.length > 0 || length !== svg.length || box[2] === 0) unknown('unbalanced')
  return { box, operators: operators.filter((part) => part !== '').join('\n'), opacities: pen.opacities }
}

/** Reads a drawing; undefined where it holds anything that is not drawn here exactly as it is meant. */
export const readSvg = (svg: string, face: Face, subset: Typist): SvgDrawing | undefined => {
  try {
    return read(svg.trim(), { face, subset, opacities: new Set() })
  } catch (error) {
    if (error instanceof Unknown) return undefined
    throw error
  }
}
