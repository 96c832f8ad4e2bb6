/** Which bands a slip reaches, and in which post somebody must then approve it. */
import { describe, expect, it } from 'vitest'
import { groundsOf, postsOf, type PolicyFields } from './policy.ts'

const line = (amount: number, base: number, more = {}) => ({
  item: { name: '硒鼓' },
  base,
  baseUnit: '支',
  amount,
  ...more,
})
const slip = (...lines: ReturnType<typeof line>[]) => ({
  amount: lines.reduce((sum, each) => sum + each.amount, 0),
  lines,
})
const policy = (more: Partial<PolicyFields>): PolicyFields => ({ bands: [], requests: 'all', ...more })

describe('bands', () => {
  it('weigh the slip and each piece, and of several the highest that is reached counts', () => {
    const bands: PolicyFields['bands'] = [
      { measure: 'slip', from: 1000 },
      { measure: 'slip', from: 5000, post: '财务总监' },
      { measure: 'piece', from: 900, post: '总经理' },
    ]
    expect(groundsOf(slip(line(999, 2)), policy({ bands }))).toEqual([])
    expect(groundsOf(slip(line(1000, 2)), policy({ bands }))).toMatchObject([{ why: 'slip', from: 1000 }])
    const grounds = groundsOf(slip(line(4000, 10), line(1800, 2)), policy({ bands }))
    expect(grounds).toMatchObject([
      { why: 'slip', from: 5000, amount: 5800 },
      { why: 'piece', amount: 900 },
    ])
    expect(postsOf(grounds)).toEqual(['财务总监', '总经理'])
  })

  it('ask for nobody over quota where none is set, and from the share on where one is', () => {
    const over = slip(line(100, 4, { quota: 2, overQuota: 2 }))
    expect(groundsOf(over, policy({}))).toEqual([])
    expect(groundsOf(over, policy({ overQuotaPercent: 100 }))).toEqual([])
    expect(groundsOf(over, policy({ overQuotaPercent: 99 }))).toMatchObject([
      { why: 'over-quota', over: 2, unit: '支' },
    ])
    const rule = { per: 'department', measure: 'amount', limit: 1000, over: 1500 } as const
    expect(groundsOf(slip(line(2500, 1, { quotas: [rule] })), policy({ overQuotaPercent: 100 }))).toMatchObject([
      { why: 'over-quota', over: 1500, quota: 1000, unit: 'CNY' },
    ])
  })
})
