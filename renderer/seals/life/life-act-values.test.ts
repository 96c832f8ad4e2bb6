/** The steps after a loss as the sheet asks for them: each on its own day, and nothing that was typed is dropped. */
import { expect, test } from 'vitest'
import { startOf, stepsOf, type ActValues } from './life-act-values.ts'

const seal = { name: '公章', filingNumber: undefined, custodian: undefined } as unknown as Parameters<typeof startOf>[0]
const typed = (more: Partial<ActValues>) => stepsOf({ ...startOf(seal), ...more }, '2026-11-28')

test('police report, notice and bank keep their own days and numbers', () => {
  expect(
    typed({
      on: '2026-11-20',
      policeReceipt: '沪公 001',
      policeOn: '2026-11-21',
      newspaper: '解放日报',
      page: 'A7',
      noticeReceipt: 'JF-18',
      noticeOn: '2026-11-24',
      bank: '工商银行',
      bankReceipt: 'YH-3',
    }),
  ).toEqual({
    police: { receipt: '沪公 001', on: '2026-11-21', station: undefined },
    notice: { newspaper: '解放日报', on: '2026-11-24', page: 'A7', receipt: 'JF-18' },
    // Without a day it is today, not the day of the loss.
    bank: { name: '工商银行', on: '2026-11-28', receipt: 'YH-3' },
  })
})

test('a step of which only a part was typed is told, so that what is missing is asked for', () => {
  expect(typed({ station: '花桥派出所' }).police).toMatchObject({ receipt: '', station: '花桥派出所' })
  expect(typed({ noticeOn: '2026-11-24' }).notice).toMatchObject({ newspaper: '' })
  expect(typed({ bankReceipt: 'YH-3' }).bank).toMatchObject({ name: '' })
  expect(typed({})).toEqual({ police: undefined, notice: undefined, bank: undefined })
})
