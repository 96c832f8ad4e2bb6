/** Which route a request takes: by seal, category and amount, in order, and never past the strictest by leaving something out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { Category, Seal } from '../records.ts'
import { isFor, overlaps, routeFor, setRoute, type ApprovalRoute, type Asking } from './route.ts'

let made = 0
const route = (change: Partial<ApprovalRoute> = {}): ApprovalRoute => ({
  id: `r${(made += 1)}`,
  name: `路线${made}`,
  seals: [],
  sealTypes: [],
  categories: [],
  currency: 'CNY',
  precedence: 10,
  steps: [{ mode: 'any-of', approvers: [{ by: 'post', post: '总经理' }] }],
  isRetired: false,
  ...change,
})
const seal = (id: string, type: Seal['type']) => ({ id, type, code: id, name: id })
const asking = (change: Partial<Asking> = {}): Asking => ({
  category: 'certificate',
  contract: undefined,
  seals: [seal('gz', 'company')],
  ...change,
})

test('by one of its seals, by type, by category; the smallest order first, retired ones never', () => {
  const byType = route({ sealTypes: ['company'], precedence: 20 })
  const bySeal = route({ seals: [seal('gz', 'company')], precedence: 5 })
  const byCategory = route({ categories: ['official'], precedence: 1 })
  const all = [byType, bySeal, byCategory]
  expect(routeFor(all, asking())?.id).toBe(bySeal.id)
  expect(routeFor(all, asking({ category: 'official' }))?.id).toBe(byCategory.id)
  expect(routeFor(all, asking({ seals: [seal('hr', 'hr'), seal('gz2', 'company')] }))?.id).toBe(byType.id)
  expect(routeFor(all, asking({ seals: [seal('hr', 'hr')] }))).toBeUndefined()
  expect(routeFor([{ ...bySeal, isRetired: true }], asking())).toBeUndefined()
})

test('an amount from is included and to is not; unknown or foreign amounts go the strictest way', () => {
  const small = route({ amountTo: 1000 })
  const large = route({ amountFrom: 1000 })
  const of = (contract: Asking['contract']) => routeFor([small, large], asking({ category: 'contract', contract }))?.id
  expect(of({ amount: 999 })).toBe(small.id)
  expect(of({ amount: 1000 })).toBe(large.id)
  expect(of({ amount: 1, currency: 'USD' })).toBe(large.id)
  expect(of({})).toBe(large.id)
  expect(of(undefined)).toBe(large.id)
  expect(routeFor([small, large], asking())).toBeUndefined()
})

test('a foreign amount goes by its rate where one leads there, and the strictest way where none does', () => {
  const small = route({ amountTo: 1000 })
  const large = route({ amountFrom: 1000 })
  const dollars = route({ amountFrom: 100, currency: 'USD', precedence: 1 })
  const convert: Asking['convert'] = (amount, from, to) =>
    from === 'USD' && to === 'CNY' ? amount * 7 : from === 'CNY' && to === 'USD' ? Math.ceil(amount / 7) : undefined
  const of = (amount: number, currency: string, routes = [small, large]) =>
    routeFor(routes, asking({ category: 'contract', contract: { amount, currency }, convert }))?.id
  expect(of(142, 'USD')).toBe(small.id)
  expect(of(143, 'USD')).toBe(large.id)
  expect(of(1, 'EUR')).toBe(large.id)
  expect(of(693, 'CNY', [dollars, small])).toBe(small.id)
  expect(of(694, 'CNY', [dollars, small])).toBe(dollars.id)
})

test('two routes that could want one request overlap: whatever both apply to, they are told to', () => {
  const types: Seal['type'][] = ['company', 'contract', 'hr']
  const categories: Category[] = ['contract', 'official']
  const some = fc.record({
    seals: fc.subarray(types.map((type) => seal(`s-${type}`, type))),
    sealTypes: fc.subarray(types),
    categories: fc.subarray(categories),
    amountFrom: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    amountTo: fc.option(fc.integer({ min: 6, max: 9 }), { nil: undefined }),
    currency: fc.constantFrom('CNY', 'USD'),
  })
  const ask = fc.record({
    category: fc.constantFrom(...categories),
    contract: fc.option(fc.record({ amount: fc.nat({ max: 10 }), currency: fc.constantFrom('CNY', 'USD') }), {
      nil: undefined,
    }),
    seals: fc.constantFrom(...types).map((type) => [seal(`s-${type}`, type)]),
  })
  fc.assert(
    fc.property(some, some, ask, (one, other, asked) => {
      const [a, b] = [route(one), route(other)]
      if (isFor(a, asked) && isFor(b, asked)) expect(overlaps(a, b)).toBe(true)
      expect(overlaps(a, b)).toBe(overlaps(b, a))
    }),
  )
})

test('the same order is refused only where both could apply', () => {
  const known = route({ sealTypes: ['company'], categories: ['official'] })
  const faultOf = (change: Partial<ApprovalRoute>): string => {
    const drafts = setRoute(route(change), [known])
    return isRefusal(drafts) ? drafts.refused.code : 'entered'
  }
  expect(faultOf({ sealTypes: ['company'] })).toBe('route-overlaps')
  expect(faultOf({ sealTypes: ['company'], precedence: 11 })).toBe('entered')
  expect(faultOf({ sealTypes: ['hr'] })).toBe('entered')
  expect(faultOf({ sealTypes: ['company'], categories: ['contract'] })).toBe('entered')
  expect(faultOf({ steps: [{ mode: 'all-of', approvers: [] }] })).toBe('invalid-input')
})
