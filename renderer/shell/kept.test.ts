/** What is typed is kept in the moment it is set, not when the page is drawn next: the page may be left before. */
import { beforeEach, expect, it } from 'vitest'
import { forgetKept, keep, keptOr } from './kept.ts'

type Draft = { lines: readonly string[] }
const empty: Draft = { lines: [] }
const add = (line: string) => (before: Draft) => ({ lines: [...before.lines, line] })

beforeEach(forgetKept)

it('has a value at once, though no page was drawn since', () => {
  keep('issue', empty, { lines: ['pen'] })
  expect(keptOr('issue', empty)).toEqual({ lines: ['pen'] })
})

it('lets changes of one moment see each other', () => {
  keep('issue', empty, add('pen'))
  expect(keep('issue', empty, add('pad'))).toEqual({ lines: ['pen', 'pad'] })
  expect(keptOr('issue', empty)).toEqual({ lines: ['pen', 'pad'] })
})

it('begins anew once another person sits down', () => {
  keep('issue', empty, add('pen'))
  forgetKept()
  expect(keptOr('issue', empty)).toBe(empty)
  expect(keep('issue', empty, add('pad'))).toEqual({ lines: ['pad'] })
})
