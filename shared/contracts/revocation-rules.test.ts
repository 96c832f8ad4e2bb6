/** Who is told of a revocation, and what one step enters. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delegation } from './delegation.ts'
import type { RevocationNotice } from './revocation.ts'
import { decideAcknowledgement, decideRevoking, toBeTold, type Reached } from './revocation-rules.ts'

const person = fc.constantFrom('a', 'b', 'c', 'd').map((id) => ({ id, name: id.toUpperCase() }))
const concern = (type: string) =>
  fc.integer({ min: 0, max: 9 }).map((n) => ({ type, id: `${type}${n}`, number: `N${n}`, title: '' }))

const reached: fc.Arbitrary<Reached> = fc.record({
  delegation: fc
    .tuple(concern('delegation'), fc.array(person, { maxLength: 2 }))
    .map(([one, holders]) => ({ ...one, holders })),
  passedOn: fc.array(
    fc.tuple(concern('delegation'), fc.array(person, { maxLength: 2 })).map(([one, holders]) => ({ ...one, holders })),
    { maxLength: 4 },
  ),
  contracts: fc.array(
    fc
      .tuple(concern('contract'), person, fc.option(person, { nil: undefined }))
      .map(([one, handler, custodian]) => ({ ...one, handler, custodian })),
    { maxLength: 4 },
  ),
  requests: fc.array(
    fc.tuple(concern('seal_request'), person).map(([one, applicant]) => ({ ...one, applicant })),
    { maxLength: 4 },
  ),
})

describe('who is told', () => {
  it('is everyone named by anything that falls, each once, and nobody else', () => {
    fc.assert(
      fc.property(reached, (given) => {
        const named = new Set([
          ...given.delegation.holders.map(({ id }) => id),
          ...given.passedOn.flatMap(({ holders }) => holders.map(({ id }) => id)),
          ...given.contracts.flatMap(({ handler, custodian }) => [handler, custodian].flatMap((one) => one?.id ?? [])),
          ...given.requests.flatMap(({ applicant }) => applicant?.id ?? []),
        ])
        const told = toBeTold(given)
        expect(told.map(({ person: { id } }) => id).toSorted()).toEqual([...named].toSorted())
        for (const { as, concerns } of told) {
          expect(new Set(as).size).toBe(as.length)
          expect(new Set(concerns.map(({ id }) => id)).size).toBe(concerns.length)
          expect(concerns.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('does not depend on the order in which records come, but for the order of telling', () => {
    fc.assert(
      fc.property(reached, (given) => {
        const plain = (one: Reached) =>
          toBeTold(one)
            .map(({ person: { id }, as, concerns }) =>
              [id, ...as.toSorted(), ...concerns.map((each) => each.id).toSorted()].join(' '),
            )
            .toSorted()
        const turned = {
          ...given,
          passedOn: given.passedOn.toReversed(),
          contracts: given.contracts.toReversed(),
          requests: given.requests.toReversed(),
        }
        expect(plain(turned)).toEqual(plain(given))
      }),
    )
  })
})

const delegation = { id: 'd', number: 'SQ-1', validFrom: '2026-01-01', validTo: '2026-12-31' } as Delegation
const by = { id: 'z', name: 'Z' }
const step = { reason: '换岗', by, today: '2026-11-23', newId: () => 'n', on: '2026-11-23' }

describe('the one step', () => {
  it('enters the revocation and a notice for each, and nothing where it is refused', () => {
    const told = [{ person: by, as: ['delegate' as const], concerns: [] }]
    const drafts = decideRevoking(delegation, { ...step, told })
    expect(Array.isArray(drafts) && drafts.map(({ kind }) => kind)).toEqual([
      'delegation.revoked',
      'revocation.notified',
    ])
    expect(decideRevoking({ ...delegation, revokedOn: '2026-05-01' }, { ...step, told })).toMatchObject({
      refused: { code: 'delegation-revoked' },
    })
    expect(decideRevoking(delegation, { ...step, told, on: '2027-01-01' })).toMatchObject({
      refused: { code: 'invalid-input', problems: [{ path: 'on' }] },
    })
  })

  it('lets nobody but the addressee, or who may delegate, sign for a notice', () => {
    const notice = { id: 'n', person: { id: 'a', name: 'A' } } as RevocationNotice
    const sign = (id: string, mayDelegate: boolean) =>
      decideAcknowledgement(notice, { person: { id, name: id }, mayDelegate, today: '2026-11-23' })
    expect(sign('a', false)).toMatchObject([{ body: { method: 'self' } }])
    expect(sign('b', true)).toMatchObject([{ body: { method: 'paper' } }])
    expect(sign('b', false)).toMatchObject({ refused: { code: 'not-permitted' } })
  })
})
