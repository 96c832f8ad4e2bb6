/** Finds our own code on a scanned page: as it lies, then turned a little, since paper is seldom laid in straight. */
import decodeQr from 'qr/decode.js'

export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** Codes of others (an invoice's, a courier's) may stand on the same paper. */
const isOurs = (text: string): boolean => text.startsWith('SB1:')
const mostOthers = 4

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The same page with a box painted white. */
const without = ({ width, height, data }: Pixels, box: Box): Pixels => {
  const left = Math.max(0, Math.floor(box.x))
  const right = Math.min(width, Math.ceil(box.x + box.width))
  const bottom = Math.min(height, Math.ceil(box.y + box.height))
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y++)
    data.fill(255, (y * width + left) * 4, (y * width + right) * 4)
  return { width, height, data }
}

/** Milliseconds for one look, so that a page full of print does not hold the window up; what is handed in elsewhere wins. */
const patience = 400

const decode = (pixels: Pixels, timeLimit: number): { text: string; box: Box | undefined } | undefined => {
  let box: Box | undefined
  try {
    const text = decodeQr(pixels, {
      effort: 8,
      timeLimit,
      pointsOnDetect: (points) => {
        box = points.boundingBox
      },
    })
    return { text, box }
  } catch {
    // The library throws where it finds none, which is the usual case.
    return undefined
  }
}

const oursOn = (page: Pixels, timeLimit: number): string | undefined => {
  let pixels = page
  for (let others = 0; others <= mostOthers; others++) {
    const found = decode(pixels, timeLimit)
    if (found === undefined || isOurs(found.text)) return found?.text
    if (found.box === undefined) return undefined
    pixels = without({ ...pixels, data: pixels === page ? page.data.slice() : pixels.data }, found.box)
  }
  return undefined
}

/** Turned about its middle, between the pixels; what comes in from outside is white. */
const turned =
  (degrees: number) =>
  ({ width, height, data }: Pixels): Pixels => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    const result = new Uint8ClampedArray(data.length).fill(255)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [dx, dy] = [x - width / 2, y - height / 2]
        const [fromX, fromY] = [dx * cos + dy * sin + width / 2, dy * cos - dx * sin + height / 2]
        const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
        if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
        const [right, low] = [fromX - left, fromY - top]
        const at = (top * width + left) * 4
        const below = at + width * 4
        const upper = (data[at + 1] ?? 0) * (1 - right) + (data[at + 5] ?? 0) * right
        const lower = (data[below + 1] ?? 0) * (1 - right) + (data[below + 5] ?? 0) * right
        const grey = upper * (1 - low) + lower * low
        result.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3)
      }
    return { width, height, data: result }
  }

/** The library finds codes up to 9° askew at 150 dpi by itself; turned by 8° and 4°, paper that slipped is found, too. */
const attempts: readonly ((page: Pixels) => Pixels)[] = [(page) => page, turned(8), turned(-8), turned(4), turned(-4)]

/**
 * The text of our code on this page, or undefined.
 * @param pause lets the window breathe between two attempts
 * @param timeLimit milliseconds of the wall clock for one look; on a slow machine a short one finds less
 */
export const ownCode = async (
  page: Pixels,
  pause: () => Promise<void>,
  timeLimit = patience,
): Promise<string | undefined> => {
  for (const attempt of attempts) {
    const text = oursOn(attempt(page), timeLimit)
    if (text !== undefined) return text
    await pause()
  }
  return undefined
}
