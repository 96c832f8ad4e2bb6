/** Stamps as the page holds them: fresh ones of each kind, moved by hand or by arrow keys, and told in one line. */
import { cornerAt, keptOn, spotOf, type Spot } from '../../../shared/documents/stamping/place.ts'
import type { Size } from '../../../shared/documents/stamping/plan.ts'
import {
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

/** The box of a stamp on the page that is looked at, where its fields now put it; a moment later the file says the same. */
export const boxNow = (box: Box, stamp: Stamp): Spot => {
  const { width, height, on } = box
  if (stamp.stamp === 'straddle') return { width, height, x: box.x, y: (on.height * stamp.height) / 100 - height / 2 }
  return spotOf(stamp, { width, height }, on)
}

/** The stamp, put where its box was dropped. */
export const dropped = (stamp: Stamp, spot: Spot, on: Size): Stamp => {
  if (stamp.stamp !== 'straddle') return { ...stamp, ...cornerAt(spot, on) }
  const height = Math.round(((spot.y + spot.height / 2) / on.height) * 100)
  return { ...stamp, height: Math.max(5, Math.min(95, height)) }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** One millimetre by an arrow key, ten with Shift; undefined for other keys. A seam moves by hundredths of the page. */
export const nudged = (stamp: Stamp, box: Box, key: string, isFar: boolean): Stamp | undefined => {
  const step = steps[key]
  if (step === undefined) return undefined
  const [across, down] = step.map((each) => each * (isFar ? 10 : 1)) as [number, number]
  if (stamp.stamp === 'straddle') return { ...stamp, height: Math.max(5, Math.min(95, stamp.height + down)) }
  const now = boxNow(box, stamp)
  const next = keptOn({ ...now, x: now.x + across, y: now.y + down }, box.on)
  // Out of the middle one millimetre must not fall back into it.
  const { corner, x, y } = cornerAt(next, box.on)
  const isStuck = corner === stamp.corner && x === stamp.x && y === stamp.y
  return {
    ...stamp,
    ...(isStuck ? cornerAt({ ...next, x: next.x + across * 2, y: next.y + down * 2 }, box.on) : { corner, x, y }),
  }
}

/** `登记章 · 首页 · 右上`: enough to tell the stamps of a list apart. */
export const lineOf = (stamp: Stamp, { t, tOf, has }: Say): string => {
  const pages = has(`stamping.pages.${stamp.pages}`)
    ? tOf(`stamping.pages.${stamp.pages}`)
    : t('stamping.pages-named', { pages: stamp.pages })
  const place = stamp.stamp === 'straddle' ? t(`stamping.edge.${stamp.edge}`) : t(`stamping.corner.${stamp.corner}`)
  const text = stamp.stamp === 'mark' ? [`“${stamp.text}”`] : []
  return [...text, pages, place].join(' · ')
}
