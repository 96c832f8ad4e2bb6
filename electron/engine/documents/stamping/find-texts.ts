/** Where a text stands on the pages of a PDF, read by pdf.js: what a stamp is put beside, such as 盖章处 or 签字. */
import type { PDFPageProxy } from 'pdfjs-dist'
import { seenSize, type PageShape } from '../../../../shared/documents/stamping/plan.ts'
import type { TextSpot } from '../../../../shared/documents/stamping/anchors.ts'
import { seenToPage } from './lay-on.ts'

type Item = { str: string; transform: number[]; width: number; height: number }

/** One character that is no space, with where it begins and ends along its line, in units of the page. */
type Sign = { sign: string; item: Item; from: number; to: number }

/** A character of Chinese is as wide as the letters are high, one of Latin about half of it: near enough to stand beside. */
const wideness = (sign: string): number => (/[\u1100-\uffef]/u.test(sign) ? 2 : 1)

const signsOf = (item: Item): Sign[] => {
  const all = Array.from(item.str)
  const whole = all.reduce((sum, sign) => sum + wideness(sign), 0)
  let at = 0
  return all.flatMap((sign) => {
    const from = (at / whole) * item.width
    at += wideness(sign)
    return /\s/u.test(sign) ? [] : [{ sign, item, from, to: (at / whole) * item.width }]
  })
}

const inverse = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]) => {
  const det = a * d - b * c
  return (x: number, y: number): [number, number] => [
    (d * (x - e) - c * (y - f)) / det,
    (a * (y - f) - b * (x - e)) / det,
  ]
}

/** The part of a line that a match covers, as the page is seen: mm from its upper left. */
const spotOf = (signs: readonly Sign[], shape: PageShape): TextSpot | undefined => {
  const [first] = signs
  if (!first) return undefined
  const { item } = first
  // A match that goes on in the next line is taken by its beginning.
  const last = signs.findLast((sign) => sign.item === item || sign.item.transform[5] === item.transform[5]) ?? first
  const [a = 1, b = 0, , , e = 0, f = 0] = item.transform
  const length = Math.hypot(a, b) || 1
  const along = [a / length, b / length] as const
  const [lastX = 0, lastY = 0] = last.item.transform.slice(4)
  const start = [e + along[0] * first.from, f + along[1] * first.from] as const
  const end = [lastX + along[0] * last.to, lastY + along[1] * last.to] as const
  const up = [-along[1] * item.height, along[0] * item.height] as const
  const toSeen = inverse(seenToPage(shape))
  const points = [start, end].flatMap(([x, y]) => [toSeen(x, y), toSeen(x + up[0], y + up[1])])
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (![left, right, bottom, top].every(Number.isFinite)) return undefined
  return { x: left, y: seenSize(shape).height - top, width: right - left, height: top - bottom }
}

/** Spaces between its characters are no part of a text: 盖 章 处 is 盖章处. */
const plain = (text: string): string[] => Array.from(text.replaceAll(/\s/gu, ''))

const spotsIn = (items: readonly Item[], text: string, shape: PageShape): TextSpot[] => {
  const wanted = plain(text)
  const signs = items.flatMap(signsOf)
  const spots: TextSpot[] = []
  for (let at = 0; at + wanted.length <= signs.length; at++) {
    if (!wanted.every((sign, index) => signs[at + index]?.sign === sign)) continue
    const spot = spotOf(signs.slice(at, at + wanted.length), shape)
    if (spot) spots.push(spot)
    at += wanted.length - 1
  }
  return spots
}

/** Loaded where a text is looked for: stamping without one does not pay for it. */
const openWithPdfJs = async (bytes: Buffer) => {
  // Found by pdf.js as the worker that is there already, on this thread: ours is a thread of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return getDocument({
    data: new Uint8Array(bytes),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  })
}

const itemsOn = async (page: PDFPageProxy): Promise<Item[]> => {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.flatMap((item) => ('str' in item ? [item as Item] : []))
}

/**
 * Looks for texts on pages.
 * @param wanted texts with the pages, from 0, on which each is looked for
 * @returns for each text its places, page by page
 */
export const findTexts = async (
  bytes: Buffer,
  wanted: ReadonlyMap<string, ReadonlySet<number>>,
  shapes: readonly PageShape[],
): Promise<Map<string, Map<number, TextSpot[]>>> => {
  const found = new Map([...wanted.keys()].map((text) => [text, new Map<number, TextSpot[]>()]))
  const task = await openWithPdfJs(bytes)
  try {
    const pdf = await task.promise
    for (const [index, shape] of shapes.entries()) {
      const texts = [...wanted].filter(([, pages]) => pages.has(index)).map(([text]) => text)
      if (texts.length === 0 || index >= pdf.numPages) continue
      const page = await pdf.getPage(index + 1)
      const items = await itemsOn(page)
      for (const text of texts) found.get(text)?.set(index, spotsIn(items, text, shape))
      page.cleanup()
    }
  } finally {
    await task.destroy()
  }
  return found
}
