/** Counts over any run of uses, voids and corrections: approved = actual + spoiled + left, months add up, numbers stay. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../api/fault.ts'
import type { Entry } from '../../journal/entry.ts'
import { monthAccount, requestAccount } from '../accounts.ts'
import { importedUse } from '../importing.ts'
import type { Named, SealUse } from '../records.ts'
import { leftOf, lineOf } from '../requests/request-rules.ts'
import { useSubject, type StoredUse } from '../subjects.ts'
import { correctUse, voidUse } from './use-rules.ts'

const by: Named = { id: 'p', name: '管' }
const why = { reason: '写错了', by, at: '2026-11-23 10:00' }
const seal = { id: 's', code: 'GZ01', name: '公章' }
const line = lineOf(seal, 20, 1, 0)

const entry = (kind: string, subject: string, body: Entry['body']): Entry => ({
  desk: 'd',
  n: 1,
  at: '2026-11-23T01:00:00.000Z-0000',
  actor: 'p',
  basedOn: [],
  generation: 1,
  hash: 'h',
  kind,
  subject,
  body,
})

const used = (serial: number, actual: number, spoiled: number): StoredUse => {
  const number = `GZ01-2026-${serial.toString().padStart(4, '0')}`
  const body = {
    numbered: { book: 'b', serial, number },
    number,
    seal,
    usedAt: '2026-11-23 09:00',
    category: 'other',
    document: { title: '证明' },
    copies: 1,
    approved: line.approved,
    actual,
    spoiled,
    seam: 0,
    status: 'used',
    request: { id: 'r', number: 'YS-A-2026-0001' },
  }
  const record = useSubject.reduce(undefined, entry('seal.used', `u${serial}`, body))
  if (!record) throw new Error('a first entry makes a record')
  return record
}

const balance = (uses: readonly StoredUse[], account: string): number =>
  uses
    .flatMap((use) => useSubject.contribute?.(use) ?? [])
    .filter((contribution) => contribution.account === account)
    .reduce((sum, { delta }) => sum + delta, 0)

const act = fc.oneof(
  fc.record({ what: fc.constant('use' as const), actual: fc.nat({ max: 6 }), spoiled: fc.nat({ max: 2 }) }),
  fc.record({ what: fc.constant('void' as const), at: fc.nat({ max: 9 }), wasStamped: fc.boolean() }),
  fc.record({ what: fc.constant('correct' as const), at: fc.nat({ max: 9 }), actual: fc.nat({ max: 8 }) }),
)

test('whatever is used, voided and corrected: approved = actual + spoiled + left, and every number stays', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let uses: StoredUse[] = []
      const left = (): number => leftOf(line, balance(uses, requestAccount('r', 's')))
      const change = (at: number, decide: (use: StoredUse) => ReturnType<typeof voidUse>): void => {
        const use = uses[at]
        const drafts = use && decide(use)
        if (!drafts || isRefusal(drafts)) return
        uses = uses.map((other) =>
          drafts.reduce(
            (record, { kind, body }) =>
              other === use ? (useSubject.reduce(record, entry(kind, record.id, body)) ?? record) : record,
            other,
          ),
        )
      }
      for (const next of acts) {
        if (next.what === 'use' && next.actual + next.spoiled > 0 && next.actual + next.spoiled <= left())
          uses.push(used(uses.length + 1, next.actual, next.spoiled))
        if (next.what === 'void') change(next.at, (use) => voidUse(use, why, next.wasStamped))
        if (next.what === 'correct') change(next.at, (use) => correctUse(use, { actual: next.actual }, why, left()))
      }
      const actual = balance(uses, monthAccount('s', '2026-11', 'actual'))
      const spoiled = balance(uses, monthAccount('s', '2026-11', 'spoiled'))
      expect(actual + spoiled + left()).toBe(line.approved)
      expect(uses.map(({ numbered }) => numbered?.serial)).toEqual(uses.map((_, index) => index + 1))
      expect(balance(uses, 'book:b')).toBe(uses.length)
      expect(
        balance(uses, monthAccount('s', '2026-11', 'uses')) + balance(uses, monthAccount('s', '2026-11', 'voided')),
      ).toBe(uses.length)
    }),
  )
})

test('what is void cannot be voided or corrected again, and a void of something unknown makes no record', () => {
  const voided = { ...used(1, 2, 0), status: 'voided' as const }
  expect(voidUse(voided, why, true)).toEqual({ refused: { code: 'use-voided', number: 'GZ01-2026-0001' } })
  expect(correctUse(voided, { copies: 2 }, why, 3)).toEqual({
    refused: { code: 'use-voided', number: 'GZ01-2026-0001' },
  })
  expect(
    useSubject.reduce(
      undefined,
      entry('seal.use-voided', 'x', { status: 'voided', voided: { ...why, wasStamped: true } }),
    ),
  ).toBeUndefined()
})

test('the book opens by number in the order the numbers were given, past 9,999 too', () => {
  const keys = [2, 9999, 10_000, 1, 10_001].map((serial) => [used(serial, 1, 0).numberKey, serial] as const)
  expect(keys.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, serial]) => serial)).toEqual([
    1, 2, 9999, 10_000, 10_001,
  ])
})

test('a line of an old ledger keeps its own number and takes none of ours', () => {
  const draft = importedUse({
    id: 'old',
    seal,
    originalNumber: '2019-37',
    usedOn: '2019-03-04',
    title: '租赁合同',
    copies: 2,
    actual: 2,
    applicant: '张三',
  })
  expect(useSubject.kinds['seal.ledger-imported']?.safeParse(draft.body).error).toBeUndefined()
  const record = useSubject.reduce(undefined, entry(draft.kind, draft.subject, draft.body)) as SealUse
  expect(record).toMatchObject({
    number: '2019-37',
    originalNumber: '2019-37',
    applicant: { name: '张三' },
    status: 'used',
  })
  expect(useSubject.contribute?.(record as StoredUse).some(({ account }) => account.startsWith('book:'))).toBe(false)
})
