/** Labels on their papers: where each lies, that nothing leaves it, and what is printed where not everything fits. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../documents/layout.ts'
import { codesOn, labelIn, layOutLabels, placeOf, type BarsOf } from './label-layout.ts'
import { labelCodes, labelPaperNames, labelPapers, labelsOnPage } from './label-papers.ts'

/** Wide enough to tell: a Chinese character a full em, all else half of one. */
const measure = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.5), 0) * size * (25.4 / 72)
/** As wide as Code 128 is with one symbol for each character: 11 modules each, and start, check, stop. */
const barsOf: BarsOf = (text) =>
  /^[ -~]+$/.test(text) ? Array.from({ length: 6 * (text.length + 2) + 7 }, () => 11 / 6) : undefined
const press = { measure, barsOf }
const label = { name: '晨屿中性笔', spec: '0.5mm 黑', unit: '支', place: 'A区/01-03', code: 'WP0001' }

const edgesOf = (mark: Mark): [number, number, number, number] => {
  if (mark.mark === 'text') return [mark.x, mark.y - mark.size * 0.36, mark.x + measure(mark.text, mark.size), mark.y]
  if (mark.mark === 'qr') return [mark.x, mark.y, mark.x + mark.size, mark.y + mark.size]
  if (mark.mark !== 'bars') throw new Error(`a label has no ${mark.mark}`)
  const width = mark.module * mark.runs.reduce((sum, run) => sum + run, 0)
  return [mark.x, mark.y, mark.x + width, mark.y + mark.h]
}

describe('papers', () => {
  it.each(labelPaperNames)('%s holds its labels side by side inside the page', (name) => {
    const paper = labelPapers[name]
    const last = placeOf(paper, labelsOnPage(paper) - 1)
    expect(last.page).toBe(0)
    expect(last.area.x + last.area.w).toBeLessThanOrEqual(paper.page.width + 0.01)
    expect(last.area.y + last.area.h).toBeLessThanOrEqual(paper.page.height + 0.01)
    expect(paper.stepX).toBeGreaterThanOrEqual(paper.label.width)
    expect(paper.stepY).toBeGreaterThanOrEqual(paper.label.height)
    expect(placeOf(paper, labelsOnPage(paper)).page).toBe(1)
  })

  it('begins a sheet where it was left, and goes on to the next page', () => {
    const job = {
      paper: labelPapers['a4-24'],
      codes: 'qr' as const,
      startAt: 24,
      labels: [label, label],
      isOutlined: true,
    }
    const { pages, paper } = layOutLabels(job, press)
    expect(paper).toEqual({ width: 210, height: 297 })
    expect(pages).toHaveLength(2)
    expect(pages[0]?.[0]).toMatchObject({ mark: 'box', x: 140, y: 259.5, w: 70, h: 37 })
    expect(pages[1]?.[0]).toMatchObject({ mark: 'box', x: 0, y: 0.5 })
  })
})

describe('a label', () => {
  it('never leaves its area, whatever stands on it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'中性笔 AZ09-/'), maxLength: 40 })
    const any = fc.record({
      name: text,
      spec: text,
      unit: text,
      place: text,
      code: fc.stringMatching(/^[A-Z0-9]{1,18}$/),
    })
    fc.assert(
      fc.property(fc.constantFrom(...labelPaperNames), fc.constantFrom(...labelCodes), any, (name, codes, given) => {
        const paper = labelPapers[name]
        const possible = codesOn(paper, codes, given.code, barsOf)
        if (possible === 'none') return
        const area = { x: 10, y: 10, w: paper.label.width, h: paper.label.height }
        for (const mark of labelIn(area, given, possible, press)) {
          const [left, top, right, low] = edgesOf(mark)
          expect(left).toBeGreaterThanOrEqual(area.x)
          expect(top).toBeGreaterThanOrEqual(area.y - 0.01)
          expect(right).toBeLessThanOrEqual(area.x + area.w + 0.01)
          expect(low).toBeLessThanOrEqual(area.y + area.h + 0.01)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('carries the QR code alone where bars do not fit, and none where only bars are wanted', () => {
    const small = labelPapers['a4-65']
    expect(codesOn(small, 'both', 'WP0001', barsOf)).toBe('qr')
    expect(codesOn(small, 'bars', 'X'.repeat(30), barsOf)).toBe('none')
    expect(codesOn(labelPapers['a4-24'], 'both', 'WP0001', barsOf)).toBe('both')
    expect(codesOn(labelPapers['a4-24'], 'both', '笔-1', barsOf)).toBe('qr')
  })
})
