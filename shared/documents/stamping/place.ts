/** Where hands put a stamp, told as corner and distances: the nearest corner, or the middle where it was dropped near it. */
import type { Size } from './plan.ts'
import type { Corner } from './stamps.ts'

/** Lower left is not asked here: on a screen things are counted from the upper left, in mm. */
export type Spot = Size & { x: number; y: number }

/** mm beside the middle that are still meant as the middle. */
const pull = 2

const rounded = (mm: number): number => Math.max(0, Math.round(mm * 2) / 2)

type Side = { name: string; distance: number }

const sideOf = (from: number, length: number, whole: number, names: readonly [string, string]): Side => {
  const rest = whole - from - length
  if (Math.abs(from - rest) < 2 * pull) return { name: '', distance: 0 }
  return from < rest ? { name: names[0], distance: rounded(from) } : { name: names[1], distance: rounded(rest) }
}

/** Kept on the page: a stamp that hangs over its edge is not printed whole. */
export const keptOn = (spot: Spot, on: Size): Spot => ({
  ...spot,
  x: Math.max(0, Math.min(spot.x, on.width - spot.width)),
  y: Math.max(0, Math.min(spot.y, on.height - spot.height)),
})

export const cornerAt = (spot: Spot, on: Size): { corner: Corner; x: number; y: number } => {
  const { x, y, width, height } = keptOn(spot, on)
  const across = sideOf(x, width, on.width, ['left', 'right'])
  const up = sideOf(y, height, on.height, ['top', 'bottom'])
  const corner = [up.name, across.name].filter((name) => name !== '').join('-') || 'centre'
  return { corner: corner as Corner, x: across.distance, y: up.distance }
}

/** The way back: upper left of a thing of a size at a corner. */
export const spotOf = ({ corner, x, y }: { corner: Corner; x: number; y: number }, size: Size, on: Size): Spot => ({
  ...size,
  x: corner.endsWith('left') ? x : corner.endsWith('right') ? on.width - x - size.width : (on.width - size.width) / 2,
  y: corner.startsWith('top')
    ? y
    : corner.startsWith('bottom')
      ? on.height - y - size.height
      : (on.height - size.height) / 2,
})
