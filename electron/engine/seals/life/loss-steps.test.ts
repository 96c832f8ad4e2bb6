/** The steps after a loss: police, notice and bank each with a number and a day of its own, on screen, on paper, and from before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../documents/outside.ts'
import { openTestOffice, type TestDesk, type TestOffice } from '../../testing.ts'

let office: TestOffice
let custodian: TestDesk & { person: string }
let lost: { id: string }

beforeAll(async () => {
  office = await openTestOffice()
  custodian = await office.as('custodian')
  const seal = (await custodian.call('seals.register', { code: 'GS01', name: '挂失章', type: 'company' })).id
  lost = await custodian.call('seals.reportLost', {
    seal,
    on: '2026-11-16',
    reason: '途中遗失',
    police: { receipt: '沪公受 001', on: '2026-11-17', station: '花桥派出所' },
    notice: { newspaper: '解放日报', on: '2026-11-19', page: 'A7', receipt: 'JF-0018' },
  })
})
afterAll(() => office.close())

const printed = async (): Promise<string> => {
  const { pdf } = await custodian.call('documents.render', { form: 'seal-loss', subject: lost.id })
  return textOf(Buffer.from(pdf, 'base64')).join('')
}

test('each keeps its own day and number, and the form prints them apart', async () => {
  await custodian.call('seals.noteStep', {
    id: lost.id,
    bank: { name: '工商银行', on: '2026-11-20', receipt: 'YH-3' },
  })
  const { act } = await custodian.call('seals.lifeAct', { id: lost.id })
  expect(act).toMatchObject({
    on: '2026-11-16',
    police: { receipt: '沪公受 001', on: '2026-11-17' },
    notice: { on: '2026-11-19', receipt: 'JF-0018' },
    bank: { on: '2026-11-20', receipt: 'YH-3' },
  })
  const text = await printed()
  for (const part of [
    '报案日期2026-11-17',
    '登报日期2026-11-19',
    '登报凭证号JF-0018',
    '通知银行日期2026-11-20',
    '银行回执号YH-3',
  ])
    expect(text).toContain(part)
})

test('an entry from before there were these numbers is read and printed, and its number is noted later', async () => {
  const seal = (await custodian.call('seals.register', { code: 'GS02', name: '旧挂失章', type: 'other' })).id
  lost = await custodian.call('seals.reportLost', {
    seal,
    on: '2026-11-19',
    reason: '搬迁遗失',
    notice: { newspaper: '解放日报', on: '2026-11-20' },
    bank: { name: '工商银行', on: '2026-11-20' },
  })
  expect(await printed()).toContain('解放日报')
  await custodian.call('seals.noteStep', {
    id: lost.id,
    bank: { name: '工商银行', on: '2026-11-20', receipt: 'YH-4' },
  })
  expect((await custodian.call('seals.lifeAct', { id: lost.id })).act).toMatchObject({
    notice: { newspaper: '解放日报' },
    bank: { receipt: 'YH-4' },
  })
})

test('nothing is reported before the day of the loss, whether it is told with the loss or noted later', async () => {
  const seal = (await custodian.call('seals.register', { code: 'GS03', name: '新挂失章', type: 'other' })).id
  const loss = { seal, on: '2026-11-20', reason: '途中遗失' }
  const n = () => office.office().journal.head().n
  const before = n()
  for (const [path, step] of [
    ['police.on', { police: { receipt: '1', on: '2026-11-19' } }],
    ['notice.on', { notice: { newspaper: '解放日报', on: '2026-11-19' } }],
    ['bank.on', { bank: { name: '工商银行', on: '2026-11-19' } }],
  ] as const)
    expect(await custodian.refused('seals.reportLost', { ...loss, ...step })).toEqual({
      code: 'invalid-input',
      problems: [{ path, reason: 'invalid.before-loss' }],
    })
  expect(n()).toBe(before)
  await custodian.call('seals.reportLost', { ...loss, police: { receipt: '1', on: '2026-11-20' } })
})

test('a day to come, and a step without its number or name, is refused by its field', async () => {
  const problem = async (step: object): Promise<unknown> => {
    const reply = await custodian.ask('seals.noteStep', { id: lost.id, ...step })
    return reply.ok ? 'entered' : (reply.fault as { problems?: { path: string }[] }).problems?.map(({ path }) => path)
  }
  expect(await problem({ police: { receipt: '', on: '2026-11-20' } })).toEqual(['police.receipt'])
  expect(await problem({ notice: { newspaper: '解放日报', on: '2027-11-20' } })).toEqual(['notice.on'])
  const early = { receipt: '沪公受 002', on: '2026-11-18' }
  expect(await custodian.refused('seals.noteStep', { id: lost.id, police: early })).toEqual({
    code: 'invalid-input',
    problems: [{ path: 'police.on', reason: 'invalid.before-loss' }],
  })
  expect(await problem({ bank: { name: '', on: '2026-11-20', receipt: 'YH-5' } })).toEqual(['bank.name'])
})
