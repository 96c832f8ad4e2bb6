/** Which slice of a seal each page of a seam bears, at which edge and how high, on paper of several sizes and sides. */
import { expect, test } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { StampFacts } from './blocks.ts'
import { planStamps, type PageShape } from './plan.ts'
import { stamp, type StampInput } from './stamps.ts'

const mm = 72 / 25.4
const page = (width: number, height: number, rotate: PageShape['rotate'] = 0): PageShape => ({
  left: 0,
  bottom: 0,
  width: width * mm,
  height: height * mm,
  rotate,
  unit: 1,
})
const a4 = page(210, 297)
const facts: StampFacts = {
  office: '示例有限公司',
  number: 'GZ01-2026-0007',
  date: '2026-11-28',
  handler: '赵敏',
  sealName: '公章',
  seal: { widthMm: 42, heightMm: 42 },
  code: '',
}
const planning = { words: (key: string) => key, measure: (text: string, size: number) => text.length * size * 0.3 }

const planned = (shapes: readonly PageShape[], input: Partial<StampInput>) => {
  const plan = planStamps(shapes, [stamp.parse({ stamp: 'straddle', pages: 'all', ...input })], facts, planning)
  return isRefusal(plan) ? plan.refused : plan
}

/** Of each page: the edge, which slice of how many, and the seal's centre in mm from the top. */
const slices = (shapes: readonly PageShape[], input: Partial<StampInput> = {}): string[] => {
  const plan = planned(shapes, input)
  if ('code' in plan) throw new Error(plan.code)
  return plan.pages.map((draws, index) =>
    draws
      .map((draw) => {
        if (draw.draw !== 'block' || !draw.clip) return ''
        const box = plan.boxes.find((each) => each.page === index + 1)
        const edge = draw.clip.x < 1 ? 'left' : 'right'
        const part = Math.round((draw.clip.x - draw.x) / draw.clip.width) + 1
        const centre = Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2)
        return `${edge} ${part}/${Math.round(42 / draw.clip.width)} at ${centre}`
      })
      .join(', '),
  )
}

test('the first page lies on top: its slice is the left one at the right edge, the right one at the left', () => {
  expect(slices([a4, a4, a4])).toEqual(['right 1/3 at 149', 'right 2/3 at 149', 'right 3/3 at 149'])
  expect(slices([a4, a4], { edge: 'left' })).toEqual(['left 2/2 at 149', 'left 1/2 at 149'])
})

test('pages left out bear nothing and take no slice', () => {
  expect(slices([a4, a4, a4], { except: '2' })).toEqual(['right 1/2 at 149', '', 'right 2/2 at 149'])
})

test('on paper printed on both sides the fronts make one seal and the backs another, at the other edge', () => {
  const five = [a4, a4, a4, a4, a4]
  expect(slices(five, { sides: 'fronts' })).toEqual([
    'right 1/3 at 149',
    '',
    'right 2/3 at 149',
    '',
    'right 3/3 at 149',
  ])
  expect(slices(five, { sides: 'both' })).toEqual([
    'right 1/3 at 149',
    'left 2/2 at 149',
    'right 2/3 at 149',
    'left 1/2 at 149',
    'right 3/3 at 149',
  ])
})

test('paper of several sizes is knocked even at the top: the seal lies as low on every page', () => {
  const mixed = [a4, page(420, 297), page(297, 210), page(297, 210, 90)]
  expect(slices(mixed, { height: 50 }).map((slice) => slice.split(' at ')[1])).toEqual(['105', '105', '105', '105'])
  // Never over the edge of the lowest.
  expect(slices(mixed, { height: 95 })[0]).toContain('at 189')
})

test('one sheet has no seam', () => {
  expect(planned([a4], {})).toMatchObject({ code: 'stamp-no-page' })
  expect(planned([a4, a4], { sides: 'both' })).toMatchObject({ code: 'stamp-no-page' })
})
