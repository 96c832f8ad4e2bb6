/** Whether an impression image is inert: a picture and nothing else, so that it may stand on screen and in print. */

/** Bytes; a seal's drawing or scan at true size needs far less. */
export const impressionLimit = 200_000

// No `use`: reuse of reuse doubles at every level, and a small file can keep a page drawing for ever.
const elements = new Set(
  'svg g path circle ellipse rect line polyline polygon text tspan textPath defs title desc clipPath mask linearGradient radialGradient stop'.split(
    ' ',
  ),
)
const namespaces = new Set([
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
])
const tag = /<\/?([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
// The first bytes of every PNG in base64: its signature, then the length and name of the IHDR chunk.
const pngHead = 'iVBORw0KGgoAAAANSUhEU'

/**
 * Why a picture is not taken, as a short technical word, or undefined where it is inert.
 * An SVG is read against a list of what is allowed, since a list of what is forbidden is never complete.
 * @param data SVG as text, PNG as base64
 */
export const whyNotInert = (mediaType: 'image/svg+xml' | 'image/png', data: string): string | undefined =>
  mediaType === 'image/png' ? whyNotPng(data) : whyNotSvg(data)

const whyNotPng = (data: string): string | undefined => {
  if ((data.length / 4) * 3 > impressionLimit + 3) return 'size'
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data) || data.length % 4 !== 0) return 'base64'
  return data.startsWith(pngHead) ? undefined : 'png'
}

const byteLength = (text: string): number => {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

const whyNotSvg = (data: string): string | undefined => {
  if (byteLength(data) > impressionLimit) return 'size'
  const content = data.trim().replace(/^<\?xml [^<>?]*\?>\s*/, '')
  if (!/^<svg[\s>]/.test(content) || !/<\/svg\s*>$/.test(content)) return 'svg'
  let at = 0
  while (at < content.length) {
    const next = content.indexOf('<', at)
    const between = content.slice(at, next < 0 ? content.length : next)
    if (hasUnknownEntity(between)) return 'entity'
    if (next < 0) break
    if (content.startsWith('<!--', next)) {
      const end = content.indexOf('-->', next)
      if (end < 0) return 'comment'
      at = end + 3
      continue
    }
    tag.lastIndex = next
    const found = tag.exec(content)
    if (!found) return content.slice(next, next + 10)
    const why = whyNotElement(found[1] ?? '', found[2] ?? '')
    if (why) return why
    at = tag.lastIndex
  }
  return undefined
}

const hasUnknownEntity = (text: string): boolean =>
  /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/.test(text)

const whyNotElement = (name: string, attributes: string): string | undefined => {
  if (!elements.has(name)) return name
  for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
    const value = double ?? single ?? ''
    // A character reference could spell what the checks below look for, and no drawing needs one here.
    if (value.includes('&')) return `${key}: &`
    if (/^on/i.test(key)) return key
    if (/^xmlns(:|$)/.test(key) && !namespaces.has(value)) return key
    if (/(^|:)href$/i.test(key) && !value.trim().startsWith('#')) return key
    if (/(^|:)(src|base)$/i.test(key)) return key
    if (/url\s*\(\s*(?!['"]?#)/i.test(value) || /@|\\|javascript|expression\s*\(/i.test(value)) return `${key}: url`
  }
  return undefined
}
