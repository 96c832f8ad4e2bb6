/** A promised day that passed with something still to come is marked on the list of requests and on the desk's today. */
import { expect, it } from 'vitest'
import { actAt, done, handlers, openDesk } from '../two-desk-testing.ts'
import { requestsToday } from './requests-today.ts'
import { openRequests, requestRowOf } from './request-store.ts'

const pen = '0190a000-0000-7000-8000-00000000000a'
const li = '0190a000-0000-7000-8000-0000000000f1'

it('is marked from the day after it was promised for, until the rest went out', () => {
  const desk = openDesk('A')
  const { db } = desk.journal
  const fields = { code: 'P', name: '签字笔', category: 'consumable', unit: '支', packs: [], barcodes: [] }
  const body = { ...fields, location: 'A1', exchangeOld: false, active: true }
  actAt(desk, (act) => act.enter({ kind: 'item.added', subject: pen, body }))
  const receive = (quantity: number) =>
    done(
      actAt(desk, (act) =>
        handlers['supplies.receive'](act, { lines: [{ item: pen, quantity, unit: '支', amount: 100 }] }),
      ),
    )
  const line = { item: pen, unit: '支', oldReturned: false }
  receive(2)
  const lines = [{ ...line, quantity: 2, asked: 5 }]
  done(actAt(desk, (act) => handlers['supplies.issue'](act, { recipient: li, promised: '2026-12-01', lines })))
  const [request] = openRequests(db)
  if (!request) throw new Error('no rest was promised')
  const late = (today: string) => requestRowOf({ db, today, language: 'zh-CN' }, request).isLate
  expect([late('2026-12-01'), late('2026-12-02')]).toEqual([false, true])
  const told = (today: string) =>
    actAt(desk, (act) => requestsToday({ ...act, today })).find(({ key }) => key === 'supply-promises')?.rows[0]
  expect(told('2026-12-01')?.isLate).toBeUndefined()
  expect(told('2026-12-02')).toMatchObject({
    isLate: true,
    detail: expect.stringContaining('逾期 2026-12-01') as string,
  })
  receive(3)
  const rest = [{ ...line, quantity: 3, requestLine: 0 }]
  done(actAt(desk, (act) => handlers['supplies.issue'](act, { recipient: li, request: request.id, lines: rest })))
  expect([late('2026-12-02'), told('2026-12-02')]).toEqual([false, undefined])
})
