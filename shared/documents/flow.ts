/** Blocks flow down pages: one that does not fit begins the next page, a heading goes along with what it heads. */
import type { Mark } from './layout.ts'

/** What stays together on a page: its height in mm, and its marks once its top is known. */
export type Block = {
  height: number
  draw: (y: number) => Mark[]
  /** Never alone at the foot of a page. */
  isHeading?: true
  /** The head row that is repeated where this row begins a page. */
  under?: Block
}

export type FlowPlace = {
  /** Where blocks begin and end on a page, mm from the upper edge. */
  top: number
  bottom: number
  /** What stands above the blocks on every page. */
  head: () => Mark[]
}

/** The height that a block needs to begin here: a heading takes what it heads along. */
const needed = (blocks: readonly Block[], index: number): number => {
  const block = blocks[index]
  if (!block) return 0
  return block.height + (block.isHeading ? needed(blocks, index + 1) : 0)
}

/** Sets blocks one below the other onto as many pages as they take. */
export const flow = (blocks: readonly Block[], { top, bottom, head }: FlowPlace): Mark[][] => {
  const pages: Mark[][] = [head()]
  let y = top
  for (const [index, block] of blocks.entries()) {
    if (y > top && y + needed(blocks, index) > bottom) {
      pages.push(head())
      y = top
      if (block.under) {
        pages.at(-1)?.push(...block.under.draw(y))
        y += block.under.height
      }
    }
    pages.at(-1)?.push(...block.draw(y))
    y += block.height
  }
  return pages
}
