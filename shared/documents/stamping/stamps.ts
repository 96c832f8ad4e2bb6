/** The stamps that go onto a PDF, as plain values: what, on which pages, where in millimetres. */
import { z } from 'zod'
import { count, text } from '../../api/fields.ts'
import { anchor } from './anchors.ts'

/** `all`, `first`, `last`, `odd`, `even`, or numbers and ranges: `1-3,7`. */
const pages = () =>
  z.string().regex(/^(all|first|last|odd|even|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?){0,63})$/, {
    error: 'invalid.pages',
  })

export const corners = [
  'top-left',
  'top',
  'top-right',
  'left',
  'centre',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const
export type Corner = (typeof corners)[number]

const mm = (most: number) => z.number({ error: 'invalid.millimetres' }).min(0, { error: 'invalid.negative' }).max(most)

/** Distance of the stamp's own edge from the page's, in mm as the page is seen; a side in the middle has none. */
const place = { corner: z.enum(corners), x: mm(2000).default(10), y: mm(2000).default(10) }

/** Beside a text of the page instead, where one is named; on pages without it nothing stands. */
const spot = { ...place, anchor: anchor.optional() }

/** `except`: pages that are left out of those named, such as blank backs. */
const where = { pages: pages(), except: pages().optional() }

/** Degrees, anticlockwise. */
const turn = z.number({ error: 'invalid.degrees' }).min(-180).max(180).default(0)

/** 登记章 · 印章图样 · 骑缝章 · 标记 · 页码 */
export const stamp = z.discriminatedUnion('stamp', [
  z.object({ stamp: z.literal('registration'), ...where, ...spot, hasCode: z.boolean().default(true) }),
  z.object({ stamp: z.literal('seal'), ...where, ...spot, turn }),
  z.object({
    stamp: z.literal('straddle'),
    ...where,
    edge: z.enum(['left', 'right']).default('right'),
    /** Paper printed on one side; on both, stamped on the fronts alone, or on the backs, too, at their other edge. */
    sides: z.enum(['single', 'fronts', 'both']).default('single'),
    /** Sheets that are fanned out together: more, and a slice is thinner than the ink. */
    group: count(2, 20).default(10),
    /** From the page's top edge to the seal's centre, in hundredths of the page's height. */
    height: count(5, 95).default(50),
  }),
  z.object({
    stamp: z.literal('mark'),
    ...where,
    ...spot,
    text: text(20),
    ink: z.enum(['red', 'grey']).default('red'),
    /** Height of its letters in mm. */
    size: z.number({ error: 'invalid.millimetres' }).min(3).max(60).default(18),
    turn,
  }),
  z.object({
    stamp: z.literal('page-number'),
    ...where,
    ...place,
    /** `plain` 7 · `of` 7 / 12 · `words` 第 7 页 共 12 页 · `bates` HT-000007 */
    style: z.enum(['plain', 'of', 'words', 'bates']).default('words'),
    prefix: z
      .string()
      .max(20, { error: 'invalid.too-long' })
      .regex(/^[^\p{C}]*$/u, { error: 'invalid.control-character' })
      .default(''),
    from: count(1, 9_999_999).default(1),
  }),
])
export type Stamp = z.output<typeof stamp>
export type StampInput = z.input<typeof stamp>
export type StampName = Stamp['stamp']

export const stampList = () =>
  z.array(stamp).min(1, { error: 'invalid.required' }).max(12, { error: 'invalid.too-many' })

/** Whether it shows the picture of a seal, which takes a use that stands. */
export const showsSeal = ({ stamp: name }: Stamp): boolean => name === 'seal' || name === 'straddle'

/** The text that a stamp is put beside; undefined where it stands in a corner or at an edge. */
export const anchorOf = (each: Stamp) => ('anchor' in each ? each.anchor : undefined)

const isIn = (rule: string, page: number, total: number): boolean => {
  if (rule === 'all') return true
  if (rule === 'first') return page === 1
  if (rule === 'last') return page === total
  if (rule === 'odd') return page % 2 === 1
  if (rule === 'even') return page % 2 === 0
  return rule.split(',').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return page >= from && page <= to
  })
}

/** The pages a stamp stands on, from 0, in order. */
export const pagesFor = ({ pages: rule, except }: Pick<Stamp, 'pages' | 'except'>, total: number): number[] =>
  Array.from({ length: total }, (_, index) => index).filter(
    (index) => isIn(rule, index + 1, total) && !(except !== undefined && isIn(except, index + 1, total)),
  )
