/** Which record a budget is, what a change of it holds, and which changes are refused. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { Draft, Entry } from '../../journal/entry.ts'
import { amountsOf, budgetId, supplyBudget, type SupplyBudget } from './budget.ts'
import { decideBudget } from './budget-rules.ts'

const department = { id: '0190a000-0000-7000-8001-000000000001', name: '总务部' }
const facts = {
  before: undefined,
  isDisputed: false,
  closedThrough: undefined,
  by: { id: 'p', name: '林秀英' },
  at: '2026-11-23 09:00',
}
const amounts = fc.array(fc.nat({ max: 100_000 }), { minLength: 12, maxLength: 12 })
const even = Array.from({ length: 12 }, () => 10_000)

const folded = (before: SupplyBudget | undefined, draft: Draft): SupplyBudget | undefined =>
  supplyBudget.reduce(before, { ...draft } as unknown as Entry)

const drafted = (answer: ReturnType<typeof decideBudget>): Draft => {
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer
}

describe('the id of a budget', () => {
  it('is one for each department and year, and an id as all others', () => {
    expect(budgetId(department.id, 2026)).toBe('5ea1b0dd-07ea-7000-8001-000000000001')
    const other = '0190a000-0000-7000-8001-000000000002'
    const ids = [department.id, other].flatMap((id) => [2025, 2026].map((year) => budgetId(id, year)))
    expect(new Set(ids).size).toBe(4)
  })
})

describe('setting a budget', () => {
  it('holds what is wanted after any changes, each of which says only the months that differ', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 6 }), (wanted) => {
        let before: SupplyBudget | undefined
        for (const months of wanted) {
          const answer = decideBudget({ department, year: 2026, amounts: months, reason: '调整' }, { ...facts, before })
          const standing = amountsOf(before)
          if (standing?.join() === months.join()) {
            expect(answer).toEqual({ refused: { code: 'budget-unchanged', department: '总务部', year: 2026 } })
            continue
          }
          const draft = drafted(answer)
          const changed = months.filter((amount, month) => amount !== standing?.[month]).length
          expect(Object.keys(draft.body).filter((key) => key.startsWith('m'))).toHaveLength(changed)
          before = folded(before, draft)
          expect(amountsOf(before)).toEqual(months)
          expect(before).toMatchObject({ department, year: 2026, set: { by: facts.by } })
        }
      }),
    )
  })

  it('asks for a reason where one stands, and takes it back with one', () => {
    const before = folded(undefined, drafted(decideBudget({ department, year: 2026, amounts: even }, facts)))
    const change = { department, year: 2026, amounts: even.map((amount) => amount + 1) }
    expect(decideBudget(change, { ...facts, before })).toMatchObject({
      refused: { code: 'invalid-input', problems: [{ path: 'reason', reason: 'invalid.required' }] },
    })
    const taken = drafted(decideBudget({ ...change, amounts: null, reason: '部门撤并' }, { ...facts, before }))
    const after = folded(before, taken)
    expect(amountsOf(after)).toBeUndefined()
    expect(decideBudget({ ...change, amounts: null, reason: '再次' }, { ...facts, before: after })).toMatchObject({
      refused: { code: 'budget-none' },
    })
    // Set anew it is a first budget again and needs no reason.
    expect(amountsOf(folded(after, drafted(decideBudget(change, { ...facts, before: after }))))).toEqual(change.amounts)
  })

  it('is refused for a year whose December is closed, and for none other', () => {
    const set = (closedThrough: string) =>
      decideBudget({ department, year: 2025, amounts: even }, { ...facts, closedThrough })
    expect(set('2025-12')).toMatchObject({ refused: { code: 'budget-year-closed', year: 2025 } })
    expect(set('2026-03')).toMatchObject({ refused: { code: 'budget-year-closed' } })
    expect(isRefusal(set('2025-11'))).toBe(false)
  })

  it('says all months where two desks differ, so that it settles them', () => {
    const before = folded(undefined, drafted(decideBudget({ department, year: 2026, amounts: even }, facts)))
    const again = decideBudget(
      { department, year: 2026, amounts: even, reason: '以此为准' },
      { ...facts, before, isDisputed: true },
    )
    expect(Object.keys(drafted(again).body).filter((key) => key.startsWith('m'))).toHaveLength(12)
  })
})
