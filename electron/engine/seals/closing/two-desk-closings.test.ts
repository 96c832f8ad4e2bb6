/** Closing at one desk while another sealed in the same month: the sheet stands, the late line shows, at every desk alike. */
import { expect, test } from 'vitest'
import { isRefusal } from '../../../../shared/api/fault.ts'
import { totalsOf } from '../../../../shared/documents/forms/seal-book.ts'
import type { Reading } from '../../act.ts'
import { bookSource } from '../../documents/book-source.ts'
import { all, raw, sql } from '../../store/sql.ts'
import { closingOf } from './closing-facts.ts'
import { closingExceptions } from './closing-sources.ts'
import { closingHandlers } from './closings.ts'
import { actAt, openDesk, registerAt, seal, send, type Desk } from '../desks-by-hand.ts'
import { useHandlers } from '../use/uses.ts'

const month = '2026-09'
const reading = ({ journal: { db } }: Desk): Reading => ({ db, today: '2026-11-23' }) as unknown as Reading

/** A use of the month at a desk; an image seal is used wherever it is needed. */
const useAt = (desk: Desk, actual: number): { id: string; number: string } =>
  actAt(desk, 'keeper', (act) => {
    const numbered = act.number('sealUse', `GZ01${desk.letter}`)
    const id = act.newId()
    const body = {
      numbered,
      number: numbered.number,
      seal: { id: seal, code: 'GZ01', name: '公章' },
      usedAt: `${month}-10 10:00`,
      category: 'official',
      document: { title: '公函' },
      copies: actual,
      approved: actual,
      actual,
      spoiled: 0,
      seam: 0,
      sealer: { id: 'keeper', name: '张敏' },
      status: 'used',
    }
    act.enter({ kind: 'seal.used', subject: id, body })
    return { id, number: numbered.number }
  })

const closeAt = (desk: Desk): string => {
  const answer = actAt(desk, 'keeper', (act, deps) =>
    closingHandlers(deps)['seals.close'](act, { seal, period: month }),
  )
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer.id
}

/** One of its impressions was spoiled. */
const correctAt = (desk: Desk, id: string, actual: number, afterClosing: boolean) =>
  actAt(desk, 'keeper', (act, deps) =>
    useHandlers(deps)['seals.useCorrect'](act, {
      id,
      reason: '清点后更正',
      afterClosing,
      change: { actual, spoiled: 1 },
    }),
  )

const book = (desk: Desk) => {
  const facts = bookSource(reading(desk), '测试', seal, month)?.facts
  if (facts?.form !== 'seal-book') throw new Error('no book')
  return facts
}

/** What a desk shows and prints of the closed month. */
const shownAt = (desk: Desk, closing: string) => ({
  sheet: closingOf(desk.journal.db, closing),
  book: book(desk),
  late: closingExceptions(reading(desk)),
  rows: ['seal_use', 'seal_closing', 'balance', 'exception'].map((table) =>
    all(desk.journal.db, sql`select * from ${raw(table)} order by 1`),
  ),
})

test('two journals merged in either order give the same sheet, the same book and the same late line', () => {
  const [a, b, c, d] = [openDesk('A'), openDesk('B'), openDesk('C'), openDesk('D')]
  registerAt(a, { kind: 'image' })
  send(a, b)
  const late = useAt(a, 2)
  const own = useAt(b, 5)
  const closing = closeAt(b)
  const signed = closingOf(b.journal.db, closing)
  expect(signed?.totals).toMatchObject({ uses: 1, actual: 5 })
  expect(closingExceptions(reading(b))).toEqual([])
  // Only desk B knows that the month is closed; A corrects its line without knowing.
  expect(correctAt(b, own.id, 4, false)).toMatchObject({ refused: { code: 'use-in-closed-period' } })
  correctAt(b, own.id, 4, true)
  correctAt(a, late.id, 1, false)
  for (const [from, to] of [
    [a, c],
    [b, c],
    [b, d],
    [a, d],
    [a, b],
    [b, a],
  ] as const)
    send(from, to)
  const shown = shownAt(b, closing)
  expect(shown.sheet).toEqual(signed)
  expect(totalsOf(shown.book.rows)).toEqual(signed?.totals)
  expect(shown.book.rows.map(({ number }) => number)).toEqual([own.number])
  expect(shown.late).toMatchObject([
    { kind: 'arrived-after-closing', subject: late.id, values: { number: late.number, period: month } },
  ])
  const acts = shown.book.closing?.later.map(({ number, act }) => `${number} ${act}`)
  expect(acts?.toSorted()).toEqual(
    [`${late.number} arrived`, `${late.number} corrected`, `${own.number} corrected`].toSorted(),
  )
  for (const desk of [a, c, d]) expect(shownAt(desk, closing)).toEqual(shown)
})
