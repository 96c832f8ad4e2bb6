/**
 * Drawn impressions of the example's seals: rings, stars and letters of our own, each crossed by a band that says 样章
 * (specimen). They look like a seal on a page and could never pass for a real one.
 */

const red = '#c8102e'

type Drawing = { widthMm: number; heightMm: number; title: string; bottom: string }

const round = (value: number): string => (Math.round(value * 100) / 100).toString()

const glyph = (text: string, x: number, y: number, size: number, turn = 0, narrow = 1): string => {
  const scaled = narrow === 1 ? '' : ` scale(${narrow} 1)`
  return `<text transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)})${scaled}" text-anchor="middle" font-family="serif" font-weight="bold" font-size="${round(size)}" fill="${red}">${text}</text>`
}

/** Letters along the upper arc, feet to the middle. */
const arc = (text: string, rx: number, ry: number, size: number, spread: number): string => {
  const letters = [...text]
  return letters
    .map((letter, index) => {
      const angle = letters.length === 1 ? 0 : -spread / 2 + (spread * index) / (letters.length - 1)
      const radians = (angle * Math.PI) / 180
      return glyph(letter, rx * Math.sin(radians), -ry * Math.cos(radians), size, angle, 0.75)
    })
    .join('')
}

const star = (radius: number): string => {
  const points = Array.from({ length: 10 }, (_, index) => {
    const length = index % 2 === 0 ? radius : radius * 0.382
    const radians = (index * 36 * Math.PI) / 180
    return `${round(length * Math.sin(radians))} ${round(-length * Math.cos(radians))}`
  })
  return `<path d="M${points.join('L')}Z" fill="${red}"/>`
}

const specimen = (width: number, size: number): string =>
  `<g transform="rotate(-18)"><rect x="${round(-width / 2)}" y="${round(-size * 0.7)}" width="${round(width)}" height="${round(size * 1.35)}" fill="#ffffff" fill-opacity="0.85" stroke="${red}" stroke-width="0.3"/>${glyph('样章 · 无效', 0, size * 0.33, size)}</g>`

const page = ({ widthMm: w, heightMm: h }: Drawing, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}mm" height="${h}mm" viewBox="${round(-w / 2)} ${round(-h / 2)} ${w} ${h}">${content}</svg>`

/** A round or oval seal: the company's name on the arc, a star, what the seal is for below. */
const curved = (drawing: Drawing): string => {
  const { widthMm: w, heightMm: h, title, bottom } = drawing
  const size = Math.min(w, h) / 8.5
  const ring = `<ellipse rx="${round(w / 2 - 0.7)}" ry="${round(h / 2 - 0.7)}" fill="none" stroke="${red}" stroke-width="1.1"/>`
  const name = arc(title, w / 2 - size * 1.4, h / 2 - size * 1.4, size, 230)
  const middle = w === h ? star(h * 0.13) : ''
  const below = bottom === '' ? '' : glyph(bottom, 0, h * 0.31, size * 0.85, 0, 0.85)
  return page(drawing, ring + name + middle + below + specimen(w * 0.62, size * 0.8))
}

/** A square or rectangular seal: a frame and rows of letters. */
const framed = (drawing: Drawing): string => {
  const { widthMm: w, heightMm: h, title, bottom } = drawing
  const frame = `<rect x="${round(-w / 2 + 0.5)}" y="${round(-h / 2 + 0.5)}" width="${round(w - 1)}" height="${round(h - 1)}" fill="none" stroke="${red}" stroke-width="0.9"/>`
  // A square name seal has its four letters two by two.
  const half = [...title].length / 2
  const rows = w === h ? [title.slice(0, half), title.slice(half)] : [title, bottom].filter((row) => row !== '')
  const size = Math.min(h / (rows.length * 1.7), (w * 0.85) / Math.max(...rows.map((row) => [...row].length)))
  const texts = rows.map((row, index) =>
    glyph(row, 0, (index - (rows.length - 1) / 2) * size * 1.5 + size * 0.35, size),
  )
  return page(drawing, frame + texts.join('') + specimen(Math.min(w * 0.8, h * 1.1), Math.min(h * 0.13, size * 0.8)))
}

/** @returns the drawing as SVG, true to size in millimetres */
export const drawImpression = (shape: 'round' | 'oval' | 'square' | 'rectangle', drawing: Drawing): string =>
  shape === 'round' || shape === 'oval' ? curved(drawing) : framed(drawing)
