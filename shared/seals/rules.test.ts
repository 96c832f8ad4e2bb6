/** What stops a use: default deny, ceilings, duties, home desk. */
// Long because: every rule about a use is tried on the same request, contract and stamp.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict, VerdictResult } from '../office/verdict.ts'
import { stopsOf, usedDraft, type ContractFacts, type Stamp, type UseFacts } from './rules.ts'
import { lineOf } from './requests/request-rules.ts'
import { useSubject } from './subjects.ts'
import type { Category, Named, Seal, SealRequest } from './records.ts'

const person = (name: string): Named => ({ id: `id-${name}`, name })
const seal: Seal = {
  id: 'seal-1',
  code: 'GZ01',
  name: '公章',
  type: 'company',
  kind: 'physical',
  shape: 'round',
  widthMm: 42,
  heightMm: 42,
  homeDesk: 'A',
  isHighRisk: false,
  status: 'in-use',
}
const verdictOf = (result: VerdictResult): Verdict => ({
  result,
  asOf: '2026-11-23',
  person: person('签'),
  reasons: [],
  chain: [],
  failed: [],
})
const contract: ContractFacts = {
  id: 'c',
  number: 'HT-1',
  name: '采购合同',
  type: 'purchase',
  currency: 'CNY',
  amount: 100,
  joint: [],
}
const line = lineOf(seal, 2, 2, 1)
const request = (change: Partial<SealRequest> = {}): SealRequest => ({
  id: 'request-1',
  numbered: { book: 'b', serial: 1, number: 'YS-A-2026-0001' },
  number: 'YS-A-2026-0001',
  submittedAt: '2026-11-20 09:00',
  applicant: person('申'),
  lines: [line],
  category: 'certificate',
  mode: 'here',
  document: { title: '在职证明' },
  copies: 2,
  isLegalReviewed: false,
  isUrgent: false,
  useBy: '2026-12-31',
  approvals: [{ person: person('批'), decision: 'approved', at: '2026-11-20 10:00' }],
  status: 'approved',
  ...change,
})
const stamp = (change: Partial<Stamp> = {}): Stamp => ({
  seal,
  line,
  approved: 6,
  left: 6,
  actual: 6,
  spoiled: 0,
  seam: 2,
  ...change,
})
const facts = (change: Partial<UseFacts> = {}): UseFacts => ({
  today: '2026-11-23',
  desk: 'A',
  sealer: person('盖'),
  handler: person('申'),
  request: request(),
  contract: undefined,
  signatory: undefined,
  verdict: undefined,
  stamps: [stamp()],
  isBlank: false,
  sha256: undefined,
  ...change,
})
const codes = (change: Partial<UseFacts>): string[] => stopsOf(facts(change)).map(({ code }) => code)

test('an approved request for a certificate goes ahead without a verdict', () => {
  expect(codes({})).toEqual([])
})

test('neither request nor contract: nothing is sealed', () => {
  expect(codes({ request: undefined })).toContain('request-needed')
})

test.each(['needs-joint', 'outside', 'unknown'] as const)(
  'a verdict %s refuses at the counter and on an approved request',
  (result) => {
    expect(
      codes({ request: undefined, contract, verdict: verdictOf(result), stamps: [stamp({ line: undefined })] }),
    ).toEqual(['not-authorized'])
    expect(codes({ verdict: verdictOf(result) })).toEqual(['not-authorized'])
  },
)

test('nothing is sealed on a contract that is over, whatever the verdict', () => {
  expect(codes({ contract: { ...contract, isOver: true }, verdict: verdictOf('permitted') })).toEqual([
    'contract-not-open',
  ])
})

test('a contract of which no verdict was asked is refused, never waved through', () => {
  expect(codes({ contract })).toEqual(['request-needed'])
  expect(codes({ request: request({ category: 'contract' }) })).toEqual(['request-needed'])
})

test('a blank document stops before anything else', () => {
  expect(codes({ isBlank: true, verdict: verdictOf('outside') })[0]).toBe('blank-document')
})

test('a request on which everything was made carries no more', () => {
  expect(codes({ request: request({ status: 'done' }) })).toEqual(['request-done'])
})

test.each(['pending', 'rejected', 'withdrawn'] as const)('a request that is %s carries no use', (status) => {
  expect(codes({ request: request({ status }) })).toEqual(['request-not-approved'])
})

test('an approval lapses after its last day, not on it', () => {
  expect(codes({ today: '2026-12-31' })).toEqual([])
  expect(codes({ today: '2027-01-01' })).toEqual(['approval-lapsed'])
})

test('a physical seal is used at its own desk only; an image anywhere', () => {
  expect(codes({ desk: 'B' })).toEqual(['seal-elsewhere'])
  expect(codes({ desk: 'B', stamps: [stamp({ seal: { ...seal, kind: 'image' } })] })).toEqual([])
})

test.each(['being-made', 'out', 'in-handover', 'retired', 'sealed-away', 'destroyed', 'lost'] as const)(
  'a seal that is %s is not used',
  (status) => {
    expect(codes({ stamps: [stamp({ seal: { ...seal, status } })] })).toEqual(['seal-not-in-use'])
  },
)

test('a file other than the approved one is refused', () => {
  const bound = request({ document: { title: '在职证明', sha256: 'a'.repeat(64) } })
  expect(codes({ request: bound, sha256: 'b'.repeat(64) })).toEqual(['document-differs'])
  expect(codes({ request: bound, sha256: 'a'.repeat(64) })).toEqual([])
})

test('high-risk: any two duties in one hand are refused', () => {
  const risky = [stamp({ seal: { ...seal, isHighRisk: true } })]
  expect(codes({ stamps: risky })).toEqual([])
  expect(codes({ stamps: risky, sealer: person('申') })).toEqual(['duties-not-separated'])
  expect(codes({ stamps: risky, sealer: person('批') })).toEqual(['duties-not-separated'])
  const counter = { request: undefined, contract, verdict: verdictOf('permitted'), stamps: risky }
  expect(codes({ ...counter, signatory: person('签') })).toEqual([])
  expect(codes({ ...counter, signatory: person('盖') })).toEqual(['duties-not-separated'])
  expect(codes({ ...counter, signatory: person('签'), sealer: person('申') })).toEqual(['duties-not-separated'])
})

test('approved is a ceiling: a use goes ahead exactly where actual and spoiled fit into what is left', () => {
  const small = fc.nat({ max: 12 })
  fc.assert(
    fc.property(small, small, small, small, (left, actual, spoiled, seam) => {
      const stops = codes({ stamps: [stamp({ approved: 12, left, actual, spoiled, seam, spoiledReason: '盖坏' })] })
      const fits = actual + spoiled > 0 && actual + spoiled <= left && seam <= actual
      return fits === (stops.length === 0)
    }),
  )
})

test('what was spoiled needs a reason, and what was not needs none', () => {
  expect(codes({ stamps: [stamp({ actual: 5, spoiled: 1 })] })).toEqual(['spoiled-reason-needed'])
  expect(codes({ stamps: [stamp({ actual: 5, spoiled: 1, spoiledReason: '盖歪' })] })).toEqual([])
})

test('high-risk: proxies, every approver and those stood in for count as holding their duty', () => {
  const risky = [stamp({ seal: { ...seal, isHighRisk: true } })]
  expect(codes({ stamps: risky, request: request({ proxy: person('盖') }) })).toEqual(['duties-not-separated'])
  const at = '2026-11-20 10:00'
  const first = { person: person('盖'), decision: 'approved', at, step: 0 } as const
  const last = { person: person('批'), decision: 'approved', at, step: 1 } as const
  expect(codes({ stamps: risky, request: request({ approvals: [first, last] }) })).toEqual(['duties-not-separated'])
  const instead = { ...last, standsFor: person('盖') }
  expect(codes({ stamps: risky, request: request({ approvals: [instead] }) })).toEqual(['duties-not-separated'])
  const twice = { ...last, step: 2 }
  expect(codes({ stamps: risky, request: request({ approvals: [last, twice] }) })).toEqual([])
})

test('no permitting verdict and no plain approval: over every combination, nothing is sealed', () => {
  const categories: Category[] = ['contract', 'agreement', 'certificate', 'official']
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom<VerdictResult>('permitted', 'needs-joint', 'outside', 'unknown'), { nil: undefined }),
      fc.option(fc.constantFrom<SealRequest['status']>('pending', 'approved', 'rejected', 'withdrawn'), {
        nil: undefined,
      }),
      fc.constantFrom(...categories),
      fc.boolean(),
      (result, status, category, hasContract) => {
        const given = status && request({ status, category })
        const allowed = codes({
          request: given,
          contract: hasContract ? contract : undefined,
          verdict: result && verdictOf(result),
          stamps: [stamp(given ? {} : { line: undefined })],
        })
        const isBinding = hasContract || category === 'contract' || category === 'agreement'
        const mayGo =
          (result === undefined || result === 'permitted') &&
          (status === undefined
            ? hasContract && result === 'permitted'
            : status === 'approved' && (!isBinding || result === 'permitted'))
        return mayGo === (allowed.length === 0)
      },
    ),
  )
})

test('the entry carries who, on what, and the verdict of its moment, and meets its schema', () => {
  const permitted = verdictOf('permitted')
  const about = facts({ contract, verdict: permitted, signatory: person('签') })
  const told = { usedAt: '2026-11-23 09:00', copies: 2, category: 'contract', document: { title: '采购合同' } } as const
  const draft = usedDraft('use-1', { book: 'b', serial: 7, number: 'GZ01-2026-0007' }, stamp(), about, told)
  expect(useSubject.kinds['seal.used']?.safeParse(draft.body).success).toBe(true)
  expect(draft.body).toMatchObject({
    number: 'GZ01-2026-0007',
    verdict: permitted,
    applicant: person('申'),
    approver: person('批'),
    sealer: person('盖'),
    approved: 6,
  })
})

test('the entry names everyone who approved, and for whom, where the last one alone does not say all', () => {
  const told = { usedAt: '2026-11-23 09:00', copies: 2, category: 'other', document: { title: '公函' } } as const
  const numbered = { book: 'b', serial: 8, number: 'GZ01-2026-0008' }
  const bodyOn = (approvals: SealRequest['approvals']) =>
    usedDraft('use-2', numbered, stamp(), facts({ request: request({ approvals }) }), told).body
  const by = (name: string, more: Partial<SealRequest['approvals'][number]> = {}) => ({
    person: person(name),
    decision: 'approved' as const,
    at: '2026-11-20 10:00',
    ...more,
  })
  expect(bodyOn([by('批'), by('批', { step: 1 })])).toMatchObject({ approver: person('批'), approvedBy: undefined })
  expect(bodyOn([by('甲'), by('代', { step: 1, standsFor: person('乙') })])).toMatchObject({
    approver: person('代'),
    approvedBy: [{ person: person('甲') }, { person: person('代'), standsFor: person('乙') }],
  })
  const body = bodyOn([by('代', { standsFor: person('乙') })])
  expect(body['approvedBy']).toHaveLength(1)
  expect(useSubject.kinds['seal.used']?.safeParse(body).success).toBe(true)
})
