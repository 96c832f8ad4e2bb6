/** Where the ink of an impression lies within its picture: a white edge around it is no part of the seal. */
/** In the picture's own units; y upwards from its lower edge, as pictures are placed. */
export type InkBox = { x: number; y: number; width: number; height: number }

/** Paler than this on all three channels is paper, not ink; scanners and JPEGs leave no pure white. */
const paper = 240
/** Nearly transparent is paper, too. */
const faint = 16

const spread = (from: number, to: number): number => Math.max(0, to - from)

export type Pixels = {
  width: number
  height: number
  /** Three bytes a pixel, row by row from the top. */
  rgb: Uint8Array
  /** One byte a pixel. */
  alpha: Uint8Array | undefined
}

/** Undefined where the picture holds no ink. */
export const inkOfPixels = ({ width, height, rgb, alpha }: Pixels): InkBox | undefined => {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let at = 0; at < width * height; at++) {
    if (alpha && (alpha[at] ?? 255) < faint) continue
    if ((rgb[at * 3] ?? 255) > paper && (rgb[at * 3 + 1] ?? 255) > paper && (rgb[at * 3 + 2] ?? 255) > paper) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return right < 0 ? undefined : { x: left, y: height - 1 - bottom, width: right - left + 1, height: bottom - top + 1 }
}

type Matrix = readonly [number, number, number, number, number, number]
type State = { matrix: Matrix; weight: number; size: number }

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

type Bounds = { left: number; right: number; top: number; bottom: number }

/** Takes in a point of the drawing with what is around it. */
const take = (bounds: Bounds, { matrix }: State, x: number, y: number, around: number): void => {
  const at = [x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]] as const
  const wide = around * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  bounds.left = Math.min(bounds.left, at[0] - wide)
  bounds.right = Math.max(bounds.right, at[0] + wide)
  bounds.top = Math.min(bounds.top, at[1] - wide)
  bounds.bottom = Math.max(bounds.bottom, at[1] + wide)
}

const matrixOf = (values: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.slice(-6)
  return [a, b, c, d, e, f]
}

/**
 * Where operators of ours draw, from the points of their paths (of a curve those that hold it) and the squares of their
 * letters: never less than the ink, at the most a little more.
 * @param operators as `readSvg` answers them; y points down
 */
const boundsOf = (operators: string): Bounds => {
  const bounds: Bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], weight: 1, size: 0 }
  const saved: State[] = []
  let path: [number, number][] = []
  let text: Matrix = [1, 0, 0, 1, 0, 0]
  let values: number[] = []
  let letters = 0
  const paint = (around: number): void => {
    for (const [x, y] of path) take(bounds, state, x, y, around)
    path = []
  }
  const letter = (): void => {
    const inText = { ...state, matrix: times(text, state.matrix) }
    for (const x of [0, letters * state.size])
      for (const y of [-0.25 * state.size, 0.95 * state.size]) take(bounds, inText, x, y, 0)
  }
  const acts: Readonly<Record<string, () => void>> = {
    q: () => void saved.push(state),
    Q: () => {
      state = saved.pop() ?? state
    },
    cm: () => {
      state = { ...state, matrix: times(matrixOf(values), state.matrix) }
    },
    w: () => {
      state = { ...state, weight: values.at(-1) ?? 1 }
    },
    Tf: () => {
      state = { ...state, size: values.at(-1) ?? 0 }
    },
    Tm: () => {
      text = matrixOf(values)
    },
    Tj: letter,
    re: () => {
      const [x = 0, y = 0, w = 0, h = 0] = values.slice(-4)
      path.push([x, y], [x + w, y + h], [x + w, y], [x, y + h])
    },
    f: () => paint(0),
    S: () => paint(state.weight / 2),
    B: () => paint(state.weight / 2),
  }
  const point = (): void => {
    for (let at = 0; at + 1 < values.length; at += 2) path.push([values[at] ?? 0, values[at + 1] ?? 0])
  }
  for (const token of operators.split(/\s+/)) {
    if (/^[-+.\d]/.test(token)) values.push(Number(token))
    else if (token.startsWith('<')) letters = (token.length - 2) / 4
    else if (!token.startsWith('/')) {
      if (['m', 'l', 'c'].includes(token)) point()
      else acts[token]?.()
      values = []
    }
  }
  return bounds
}

/** @param box left, top, width and height of the drawing; what lies beyond it is not shown */
export const inkOfDrawing = (
  operators: string,
  [left, top, width, height]: readonly [number, number, number, number],
): InkBox | undefined => {
  const ink = boundsOf(operators)
  const x = Math.max(left, ink.left)
  const y = Math.max(top, ink.top)
  const [wide, tall] = [spread(x, Math.min(left + width, ink.right)), spread(y, Math.min(top + height, ink.bottom))]
  return wide > 0 && tall > 0 ? { x: x - left, y: top + height - y - tall, width: wide, height: tall } : undefined
}
