/** From stamps to what is drawn where on each page, in millimetres from the lower left of the page as it is seen. */
import { refuse, type Refusal } from '../../api/fault.ts'
import { besideText, placesOf, type Anchor, type FoundTexts } from './anchors.ts'
import { markBlock, pageNumberText, registrationBlock, type Block, type Planning, type StampFacts } from './blocks.ts'
import { spotOf } from './place.ts'
import { anchorOf, pagesFor, type Corner, type Stamp } from './stamps.ts'

/** A page as its file says: the seen box in user space, turned clockwise, `unit` 72nds of an inch to one of its units. */
export type PageShape = {
  left: number
  bottom: number
  width: number
  height: number
  rotate: 0 | 90 | 180 | 270
  unit: number
}

export type Size = { width: number; height: number }

export type Draw =
  /** A block with its lower left at x, y before it is turned about its centre. */
  | { draw: 'block'; block: number; x: number; y: number; turn: number; clip?: Size & { x: number; y: number } }
  /** One line of text; x, y its baseline's start, size in points. */
  | { draw: 'text'; text: string; x: number; y: number; size: number }

/** Where a stamp came to stand on a page, in mm from its upper left as it is seen; `on` is that page's own size. */
export type StampBox = Size & {
  /** Place of the stamp in what was asked for. */
  stamp: number
  /** 1, 2, 3 … */
  page: number
  x: number
  y: number
  turn: number
  on: Size
}

export type Plan = { blocks: Block[]; pages: Draw[][]; boxes: StampBox[] }

const mmPerPoint = 25.4 / 72
const numberSize = 9

/** The page's size in mm, as it is seen. */
export const seenSize = ({ width, height, rotate, unit }: PageShape): Size => {
  const [across, up] = rotate % 180 === 0 ? [width, height] : [height, width]
  return { width: across * unit * mmPerPoint, height: up * unit * mmPerPoint }
}

type Place = { corner: Corner; x: number; y: number }

/** Lower left of a thing of a size, at a corner or the middle of a side. */
const placed = (place: Place, page: Size, thing: Size): { x: number; y: number } => {
  const { x, y } = spotOf(place, thing, page)
  return { x, y: page.height - y - thing.height }
}

/** Groups of nearly one size, none larger than `most`: the last is never a sheet alone. */
export const groupsOf = (pages: readonly number[], most: number): number[][] => {
  const count = Math.ceil(pages.length / most)
  return Array.from({ length: count }, (_, index) =>
    pages.slice(Math.round((index * pages.length) / count), Math.round(((index + 1) * pages.length) / count)),
  )
}

type StampOf<N extends Stamp['stamp']> = Extract<Stamp, { stamp: N }>

type Run = { edge: 'left' | 'right'; pages: readonly number[] }

/** Pages whose edges are fanned out together: those of one side of the paper. What is a back has its edge on the other hand. */
const runsOf = ({ edge, sides }: StampOf<'straddle'>, pages: readonly number[]): Run[] => {
  if (sides === 'single') return [{ edge, pages }]
  const fronts: Run = { edge, pages: pages.filter((page) => page % 2 === 0) }
  const backs: Run = { edge: edge === 'right' ? 'left' : 'right', pages: pages.filter((page) => page % 2 === 1) }
  return sides === 'both' ? [fronts, backs] : [fronts]
}

/** How far the seal's centre lies below the upper edges, at which paper of several sizes is knocked even, in mm. */
const centreFromTop = (height: number, sizes: readonly Size[], seal: Size): number => {
  const lowest = Math.min(...sizes.map((size) => size.height))
  const half = seal.height / 2
  return lowest < seal.height ? lowest / 2 : Math.max(half, Math.min(lowest - half, (lowest * height) / 100))
}

/**
 * Each page shows its slice of the seal at its edge: fanned out, the edges make the whole. The first page lies on top,
 * so at the right its slice is the leftmost, and at the left, where the sheets below stick out, the rightmost.
 */
const straddle = (
  height: number,
  { edge, pages }: Run,
  block: number,
  { seal, shapes }: { seal: Size; shapes: readonly PageShape[] },
): [number, Draw][] => {
  const sizes = pages.map((page) => seenSize(shapes[page] ?? noShape))
  const centre = centreFromTop(height, sizes, seal)
  const slice = seal.width / pages.length
  return pages.map((page, index) => {
    const size = sizes[index] ?? { width: 1, height: 1 }
    const y = size.height - centre - seal.height / 2
    const left = edge === 'right' ? size.width - slice : 0
    const part = edge === 'right' ? index : pages.length - 1 - index
    const clip = { x: left, y, width: slice, height: seal.height }
    return [page, { draw: 'block', block, x: left - part * slice, y, turn: 0, clip }]
  })
}

const noShape: PageShape = { left: 0, bottom: 0, width: 1, height: 1, rotate: 0, unit: 1 }

type Drawn = { blocks: Block[]; draws: [number, Draw][] }

/** More would weigh more than the file; hands move stamps on the pages they look at. */
const mostBoxes = 4000

/** Lower left and size of what is drawn, before it is turned. */
export const extentOf = (
  draw: Draw,
  blocks: readonly Block[],
  measure: Planning['measure'],
): Size & { x: number; y: number } => {
  const { x, y } = draw
  if (draw.draw === 'text') return { x, y, width: measure(draw.text, draw.size), height: draw.size * mmPerPoint }
  const { width = 0, height = 0 } = blocks[draw.block] ?? {}
  return draw.clip ?? { x, y, width, height }
}

type Placed = Place & { turn?: number; anchor?: Anchor | undefined }

const drawBlock = (stamp: Placed, block: Block, pages: readonly number[], { at, shapes, found }: Site): Drawn => {
  const draw = (page: number, find: (on: Size) => { x: number; y: number }): [number, Draw][] => {
    const shape = shapes[page]
    return shape ? [[page, { draw: 'block', block: at, ...find(seenSize(shape)), turn: stamp.turn ?? 0 }]] : []
  }
  const { anchor } = stamp
  if (!anchor) return { blocks: [block], draws: pages.flatMap((page) => draw(page, (on) => placed(stamp, on, block))) }
  const size = { width: block.width, height: block.height }
  return {
    blocks: [block],
    draws: placesOf(anchor, pages, found).flatMap(({ page, spot }) =>
      draw(page, (on) => {
        const { x, y } = besideText(anchor, spot, size, on)
        return { x, y: on.height - y - size.height }
      }),
    ),
  }
}

const drawNumbers = (
  stamp: StampOf<'page-number'>,
  pages: readonly number[],
  shapes: readonly PageShape[],
  planning: Planning,
): Drawn => ({
  blocks: [],
  draws: pages.flatMap((page, index) => {
    const shape = shapes[page]
    if (!shape) return []
    const text = pageNumberText(stamp, { index, total: pages.length }, planning.words)
    const size = { width: planning.measure(text, numberSize), height: numberSize * mmPerPoint }
    return [[page, { draw: 'text', text, size: numberSize, ...placed(stamp, seenSize(shape), size) }] as [number, Draw]]
  }),
})

type Site = {
  pages: readonly number[]
  shapes: readonly PageShape[]
  facts: StampFacts
  at: number
  planning: Planning
  found: FoundTexts
}

const drawStamp = (stamp: Stamp, site: Site): Drawn => {
  const { pages, shapes, facts, at, planning } = site
  const { widthMm, heightMm } = facts.seal
  const seal: Block = { block: 'seal', width: widthMm, height: heightMm }
  switch (stamp.stamp) {
    case 'registration':
      return drawBlock(stamp, registrationBlock(facts, stamp.hasCode, planning), pages, site)
    case 'seal':
      return drawBlock(stamp, seal, pages, site)
    case 'mark':
      return drawBlock(stamp, markBlock(stamp, planning.measure), pages, site)
    case 'page-number':
      return drawNumbers(stamp, pages, shapes, planning)
    case 'straddle':
      return {
        blocks: [seal],
        draws: runsOf(stamp, pages).flatMap(({ edge, pages: side }) =>
          groupsOf(side, stamp.group).flatMap((group) =>
            straddle(stamp.height, { edge, pages: group }, at, { seal, shapes }),
          ),
        ),
      }
  }
}

/**
 * Plans every stamp on every page.
 * @param found where the texts stand that stamps are put beside
 * @returns a refusal where a stamp would stand nowhere
 */
export const planStamps = (
  shapes: readonly PageShape[],
  stamps: readonly Stamp[],
  facts: StampFacts,
  planning: Planning,
  found: FoundTexts = new Map(),
): Plan | Refusal => {
  const plan: Plan = { blocks: [], pages: shapes.map(() => []), boxes: [] }
  for (const [index, stamp] of stamps.entries()) {
    const pages = pagesFor(stamp, shapes.length)
    // A seam takes two sheets at least.
    const least = stamp.stamp === 'straddle' ? (runsOf(stamp, pages)[0]?.pages.length ?? 0) > 1 : pages.length > 0
    if (!least) return refuse({ code: 'stamp-no-page', stamp: stamp.stamp, pages: shapes.length })
    const { blocks, draws } = drawStamp(stamp, { pages, shapes, facts, at: plan.blocks.length, planning, found })
    const anchor = anchorOf(stamp)
    if (anchor && draws.length === 0)
      return refuse({ code: 'stamp-no-text', stamp: stamp.stamp, text: anchor.text, pages: pages.length })
    plan.blocks.push(...blocks)
    for (const [page, draw] of draws) {
      plan.pages[page]?.push(draw)
      const shape = shapes[page]
      if (!shape || plan.boxes.length >= mostBoxes) continue
      const on = seenSize(shape)
      const { y, ...box } = extentOf(draw, plan.blocks, planning.measure)
      const turn = draw.draw === 'block' ? draw.turn : 0
      plan.boxes.push({ stamp: index, page: page + 1, ...box, y: on.height - y - box.height, turn, on })
    }
  }
  return plan
}
