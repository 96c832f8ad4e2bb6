/** Faults are worded in both languages with what, why and what to do, and no code shows through. */
import { describe, expect, it } from 'vitest'
import { faultTexts } from './fault-texts.ts'
import { sayIn } from './words.tsx'

const zh = sayIn('zh-CN')
const en = sayIn('en')

describe('a fault on screen', () => {
  it('names the permission that is missing', () => {
    const fault = { code: 'not-permitted', permission: 'seals.use' } as const
    expect(faultTexts(zh, fault).what).toBe('您没有这项权限（用印）。')
    expect(faultTexts(en, fault).what).toContain('use seals')
    expect(faultTexts(en, fault).todo).toContain('administrator')
  })

  it('names fields and reasons of an input that was refused', () => {
    const fault = {
      code: 'invalid-input',
      problems: [{ path: 'lines.2.quantity', reason: 'invalid.too-small' }],
    } as const
    const texts = faultTexts(zh, { ...fault, problems: [...fault.problems] })
    expect(texts.what).toContain('1')
    expect(texts.why).toEqual(['明细 3 数量 · 数值过小'])
  })

  it('calls a field what its form calls it', () => {
    const fault = { code: 'invalid-input' as const, problems: [{ path: 'to', reason: 'invalid.required' }] }
    expect(faultTexts(zh, fault, { to: '接收人' }).why).toEqual(['接收人 · 必填'])
  })

  it('says why a picture is no impression in words', () => {
    const fault = { code: 'impression-not-inert', reason: 'png' } as const
    expect(faultTexts(zh, fault).what).toBe('印模图样不能使用（不是 PNG 图片），未保存。')
    expect(faultTexts(en, fault).what).toContain('not a PNG picture')
  })

  it('leaves no place unfilled', () => {
    const texts = faultTexts(en, { code: 'newer-version', found: 9, known: 3 })
    expect(texts.what).not.toMatch(/[{}]/)
    expect(texts.what).toContain('9')
  })
})
