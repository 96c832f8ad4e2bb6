/** Beside which text of the page a stamp is put, such as 盖章处 or 签字, instead of a corner. */
import { z } from 'zod'
import { text } from '../../api/fields.ts'
import { keptOn, type Spot } from './place.ts'
import type { Size } from './plan.ts'

/** Which of the places where the text stands, counted over the pages of the stamp. */
export const whichPlaces = ['every', 'first', 'second', 'last'] as const
/** 压在文字上 · 文字之后 · 文字之下 */
export const besides = ['over', 'after', 'below'] as const

const shift = () => z.number({ error: 'invalid.millimetres' }).min(-500).max(500).default(0)

export const anchor = z.object({
  /** Spaces within it are no part of it: 盖 章 处 is 盖章处. */
  text: text(40),
  which: z.enum(whichPlaces).default('first'),
  beside: z.enum(besides).default('over'),
  /** From there, in mm to the right and downwards. */
  dx: shift(),
  dy: shift(),
})
export type Anchor = z.output<typeof anchor>

/** The place of a text on a page: mm from its upper left as it is seen. */
export type TextSpot = Spot

/** Places of texts as they were found: text, then page from 0. */
export type FoundTexts = ReadonlyMap<string, ReadonlyMap<number, readonly TextSpot[]>>

export type Anchored = { page: number; spot: TextSpot }

/** The places that are meant, in the order of the pages and of the lines on each. */
export const placesOf = ({ text: wanted, which }: Anchor, pages: readonly number[], found: FoundTexts): Anchored[] => {
  const all = pages.flatMap((page) => (found.get(wanted)?.get(page) ?? []).map((spot) => ({ page, spot })))
  if (which === 'every') return all
  const one = which === 'first' ? all[0] : which === 'second' ? all[1] : all.at(-1)
  return one === undefined ? [] : [one]
}

/** A hand's breadth between a text and what is put behind or under it. */
const gap = 1.5

/** Upper left of a stamp beside a text, kept on the page. */
export const besideText = ({ beside, dx, dy }: Anchor, spot: TextSpot, size: Size, on: Size): Spot => {
  const middle = { x: spot.x + (spot.width - size.width) / 2, y: spot.y + (spot.height - size.height) / 2 }
  const at =
    beside === 'over'
      ? middle
      : beside === 'after'
        ? { x: spot.x + spot.width + gap, y: middle.y }
        : { x: spot.x, y: spot.y + spot.height + gap }
  return keptOn({ ...size, x: at.x + dx, y: at.y + dy }, on)
}
