/** Where a stamp is dropped and what its fields then say are one place; presets come in the order in which they are meant. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cornerAt, spotOf } from './place.ts'
import { presetsFor, type StampPreset } from './presets.ts'

const a4 = { width: 210, height: 297 }
const seal = { width: 42, height: 42 }

describe('a stamp that is dropped', () => {
  it('is told from the nearest corner, in halves of a millimetre', () => {
    expect(cornerAt({ ...seal, x: 10.2, y: 12.3 }, a4)).toEqual({ corner: 'top-left', x: 10, y: 12.5 })
    expect(cornerAt({ ...seal, x: 140, y: 200 }, a4)).toEqual({ corner: 'bottom-right', x: 28, y: 55 })
  })

  it('falls into the middle where it was dropped near it', () => {
    expect(cornerAt({ ...seal, x: 85, y: 128 }, a4)).toEqual({ corner: 'centre', x: 0, y: 0 })
    expect(cornerAt({ ...seal, x: 84, y: 250 }, a4)).toEqual({ corner: 'bottom', x: 0, y: 5 })
  })

  it('stays on the page', () => {
    expect(cornerAt({ ...seal, x: -20, y: 400 }, a4)).toEqual({ corner: 'bottom-left', x: 0, y: 0 })
  })

  it('stands where it was dropped, up to the pull of the middle', () => {
    const side = fc.double({ min: 5, max: 400, noNaN: true })
    fc.assert(
      fc.property(side, side, side, side, side, side, (x, y, width, height, w, h) => {
        const on = { width: Math.max(w, width), height: Math.max(h, height) }
        const spot = { x: Math.min(x, on.width - width), y: Math.min(y, on.height - height), width, height }
        const back = spotOf(cornerAt(spot, on), spot, on)
        expect(Math.abs(back.x - spot.x)).toBeLessThanOrEqual(2)
        expect(Math.abs(back.y - spot.y)).toBeLessThanOrEqual(2)
      }),
    )
  })
})

it('presets that are meant for this kind of document come first, the closest before the wider', () => {
  const preset = (name: string, of: StampPreset['of'], documentType = 'any', isRetired = false): StampPreset => ({
    id: name,
    name,
    of,
    documentType,
    stamps: [],
    isRetired,
  })
  const all = [
    preset('any', 'any'),
    preset('other register', 'contract', 'purchase'),
    preset('every use', 'seal_use'),
    preset('gone', 'seal_use', 'contract', true),
    preset('this', 'seal_use', 'contract'),
    preset('other type', 'seal_use', 'certificate'),
  ]
  const found = presetsFor(all, { of: 'seal_use', documentType: 'contract' })
  expect(found.map(({ name, isMeant }) => `${name} ${isMeant ? 'meant' : 'other'}`)).toEqual([
    'this meant',
    'every use meant',
    'any meant',
    'other register other',
    'other type other',
  ])
})
