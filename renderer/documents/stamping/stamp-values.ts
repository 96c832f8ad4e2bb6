/** Stamps as the page holds them: fresh ones of each kind, moved by hand or by arrow keys, and told in one line. */
import { cornerAt, spotOf, type Spot } from '../../../shared/documents/stamping/place.ts'
import type { Size } from '../../../shared/documents/stamping/plan.ts'
import {
  anchorOf,
  stamp as schema,
  type Stamp,
  type StampInput,
  type StampName,
} from '../../../shared/documents/stamping/stamps.ts'
import type { Output } from '../../shell/contract.ts'
import type { Say } from '../../shell/words.tsx'

export type Box = Output<'documents.stampPreview'>['boxes'][number]
export type Choices = Output<'documents.stampChoices'>

export const stampNames = [
  'registration',
  'seal',
  'straddle',
  'mark',
  'page-number',
] as const satisfies readonly StampName[]

const fresh: Readonly<Record<StampName, StampInput>> = {
  registration: { stamp: 'registration', pages: 'first', corner: 'top-right' },
  seal: { stamp: 'seal', pages: 'last', corner: 'bottom-right', x: 30, y: 45 },
  straddle: { stamp: 'straddle', pages: 'all' },
  mark: { stamp: 'mark', pages: 'all', corner: 'centre', text: 'COPY', turn: 30 },
  'page-number': { stamp: 'page-number', pages: 'all', corner: 'bottom' },
}

export const newStamp = (name: StampName): Stamp => schema.parse(fresh[name])

/** What a file begins with where no preset is meant for it. */
export const usualStamps = (): Stamp[] => [newStamp('registration')]

/** How far a stamp was put from its text since the file on screen was made. */
const shifted = (stamp: Stamp, made: StampInput | undefined): { x: number; y: number } | undefined => {
  const anchor = anchorOf(stamp)
  if (!anchor) return undefined
  const before = made && 'anchor' in made ? made.anchor : undefined
  return { x: anchor.dx - (before?.dx ?? 0), y: anchor.dy - (before?.dy ?? 0) }
}

/**
 * The box of a stamp on the page that is looked at, where its fields now put it; a moment later the file says the same.
 * @param made the stamp as the file on screen has it
 */
export const boxNow = (box: Box, stamp: Stamp, made: StampInput | undefined): Spot => {
  const { width, height, on } = box
  if (stamp.stamp === 'straddle') {
    const before = made?.stamp === 'straddle' ? (made.height ?? stamp.height) : stamp.height
    return { width, height, x: box.x, y: box.y + (on.height * (stamp.height - before)) / 100 }
  }
  const by = shifted(stamp, made)
  return by ? { width, height, x: box.x + by.x, y: box.y + by.y } : spotOf(stamp, { width, height }, on)
}

const halves = (mm: number): number => Math.round(mm * 2) / 2

/** The stamp, put where its box was dropped: from where it stood by so much to the right and down, in mm. */
export const dropped = (stamp: Stamp, from: Spot, by: { x: number; y: number }, on: Size): Stamp => {
  if (stamp.stamp === 'straddle') {
    const height = stamp.height + Math.round((by.y / on.height) * 100)
    return { ...stamp, height: Math.max(5, Math.min(95, height)) }
  }
  if (stamp.stamp !== 'page-number' && stamp.anchor) {
    const { dx, dy } = stamp.anchor
    return { ...stamp, anchor: { ...stamp.anchor, dx: halves(dx + by.x), dy: halves(dy + by.y) } }
  }
  return { ...stamp, ...cornerAt({ ...from, x: from.x + by.x, y: from.y + by.y }, on) }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** One millimetre by an arrow key, ten with Shift; undefined for other keys. A seam moves by hundredths of the page. */
export const nudged = (
  stamp: Stamp,
  box: Box,
  made: StampInput | undefined,
  key: string,
  isFar: boolean,
): Stamp | undefined => {
  const step = steps[key]
  if (step === undefined) return undefined
  const [x, y] = step.map((each) => each * (isFar ? 10 : 1)) as [number, number]
  if (stamp.stamp === 'straddle') return { ...stamp, height: Math.max(5, Math.min(95, stamp.height + y)) }
  const from = boxNow(box, stamp, made)
  const next = dropped(stamp, from, { x, y }, box.on)
  // Out of the middle one millimetre must not fall back into it.
  const isStuck = JSON.stringify(next) === JSON.stringify(stamp)
  return isStuck ? dropped(stamp, from, { x: x * 3, y: y * 3 }, box.on) : next
}

/** `登记章 · 首页 · 右上`: enough to tell the stamps of a list apart. */
export const lineOf = (stamp: Stamp, { t, tOf, has }: Say): string => {
  const pages = has(`stamping.pages.${stamp.pages}`)
    ? tOf(`stamping.pages.${stamp.pages}`)
    : t('stamping.pages-named', { pages: stamp.pages })
  const place = stamp.stamp === 'straddle' ? t(`stamping.edge.${stamp.edge}`) : t(`stamping.corner.${stamp.corner}`)
  const beside = anchorOf(stamp)
  const text = stamp.stamp === 'mark' ? [`“${stamp.text}”`] : []
  return [...text, pages, beside ? `“${beside.text}”` : place].join(' · ')
}
