/** Two desks that set one department's budget before they know of each other: one record, the same on both, and one settles it. */
import { expect, it } from 'vitest'
import { findConflicts } from '../../../../shared/journal/fold.ts'
import { amountsOf, budgetId, supplyBudget } from '../../../../shared/supplies/budget/budget.ts'
import { entriesOf, foldable } from '../../journal/entries.ts'
import { exchange, handlers, openDesks, type MemoryDesk } from '../desks-testing.ts'
import { budgetOf } from './budget-store.ts'

const department = '0190a000-0000-7000-8000-0000000000d1'
const year = 2026
const subject = budgetId(department, year)
const even = (amount: number): number[] => Array.from({ length: 12 }, () => amount)

const set = (desk: MemoryDesk, amounts: number[], reason?: string) =>
  desk.act((act) => handlers['supplies.budgetSet'](act, { department, year, amounts, reason }))
const standing = ({ journal }: MemoryDesk) => amountsOf(budgetOf(journal.db, department, year))
const conflicts = ({ journal }: MemoryDesk) =>
  findConflicts(entriesOf(journal.db, subject).map(foldable), supplyBudget.merged).map(({ field }) => field)

it('differs only in the months that were set differently, and the later stands on both until one settles it', () => {
  const [a, b] = openDesks(['A', 'B']) as [MemoryDesk, MemoryDesk]
  set(a, even(100))
  set(b, [...even(100).slice(0, 11), 900])
  exchange(a, b)
  expect(conflicts(a)).toEqual(['m12'])
  expect([standing(a), standing(b)]).toEqual([standing(b), [...even(100).slice(0, 11), 900]])
  set(a, [...even(100).slice(0, 11), 900], '两台电脑同时设定，以此为准')
  exchange(a, b)
  expect(conflicts(b)).toEqual([])
  expect(budgetOf(b.journal.db, department, year)?.reason).toBe('两台电脑同时设定，以此为准')
})

it('takes in changes of different months from both', () => {
  const [a, b] = openDesks(['A', 'B']) as [MemoryDesk, MemoryDesk]
  set(a, even(100))
  exchange(a, b)
  set(a, [500, ...even(100).slice(1)], '春节慰问')
  set(b, [...even(100).slice(0, 11), 900], '年末盘点用品')
  exchange(a, b)
  expect(conflicts(a)).toEqual([])
  expect(standing(a)).toEqual([500, ...even(100).slice(2), 900])
  expect(standing(b)).toEqual(standing(a))
})
