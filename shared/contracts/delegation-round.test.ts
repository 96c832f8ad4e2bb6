/** Authority never comes back to whoever it came from: not by name, and not by a post they hold today or when it begins. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PersonFacts } from './check-facts.ts'
import { delegationInput, type Delegation } from './delegation.ts'
import { namedInChain, problemsOfDelegation } from './delegation-problems.ts'

const today = '2026-06-01'
const [head, middle, last] = ['1', '2', '3'].map((end) => `01900000-0000-7000-8000-00000000000${end}`) as [
  string,
  string,
  string,
]
const parentId = '01900000-0000-7000-8000-0000000000aa'

/** The office to the head, the head to the middle; what is asked is the middle's to pass on. */
const link = (more: Partial<Delegation>): Delegation =>
  ({
    number: 'SQ',
    actions: ['sign'],
    contractTypes: [],
    counterparties: [],
    currency: 'CNY',
    validFrom: '2026-01-01',
    issuedOn: '2026-01-01',
    depth: 5,
    ...more,
  }) as Delegation
const parent = link({ id: parentId, delegator: head, delegate: middle })
const root = link({ id: 'root', delegator: 'office', delegate: head })

const problems = (people: readonly PersonFacts[], post: string, dates: object = {}): string[] => {
  const of = (id: string) => people.find((person) => person.id === id)
  const input = delegationInput.parse({
    kind: 'post',
    delegator: middle,
    parent: parentId,
    post,
    actions: ['sign'],
    validFrom: today,
    ...dates,
  })
  const inChain = namedInChain([parent, root]).flatMap((id) => of(id) ?? [])
  const above = { delegate: undefined, parent, above: [root], inChain, jointSigners: [] }
  return problemsOfDelegation(input, { delegator: of(middle), ...above, today, rates: () => undefined }).map(
    ({ path, reason, detail }) => [path, reason, detail].filter(Boolean).join(' '),
  )
}
const named = (id: string, more: Partial<PersonFacts> = {}): PersonFacts => ({ id, name: `人${id.slice(-1)}`, ...more })
const chain = (more: Partial<PersonFacts>) => [named(head, more), named(middle), named(last, { post: '主管' })]

it('is refused to a post that somebody higher up in the chain holds, and names them', () => {
  expect(problems(chain({ post: '主管' }), '主管')).toEqual(['post invalid.circular-post 人1'])
  expect(problems(chain({ post: '总监' }), '主管')).toEqual([])
  expect(problems([named(head), named(middle, { post: '主管' })], '主管')).toEqual(['post invalid.self'])
})

it('is refused as well to a post that they take up by the day it begins, and not to one they left with the office', () => {
  const posts = [
    { post: '总监', from: '' },
    { post: '主管', from: '2026-07-01' },
  ]
  expect(problems(chain({ post: '总监', posts }), '主管', { validFrom: '2026-07-01' })).toEqual([
    'post invalid.circular-post 人1',
  ])
  expect(problems(chain({ post: '总监', posts }), '主管', { validFrom: '2026-06-30' })).toEqual([])
  expect(problems(chain({ post: '主管', employedTo: '2026-05-31' }), '主管')).toEqual([])
  // A letter that has ended is judged by the day it began.
  expect(problems(chain({ post: '主管' }), '主管', { validFrom: '2026-03-01', validTo: '2026-03-31' })).toEqual([
    'post invalid.circular-post 人1',
  ])
})

it('goes to a post exactly where nobody of the chain holds it', () => {
  const post = fc.constantFrom('主管', '总监', '经理')
  fc.assert(
    fc.property(post, post, post, post, (asked, ofHead, ofMiddle, ofLast) => {
      const people = [named(head, { post: ofHead }), named(middle, { post: ofMiddle }), named(last, { post: ofLast })]
      expect(problems(people, asked).length === 0).toBe(asked !== ofHead && asked !== ofMiddle)
    }),
  )
})
