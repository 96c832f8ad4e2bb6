/** Fills an office for the authority rows: people in lines of six, delegations down every line, contracts signed under them. */
import type { OpenOffice } from '../../electron/engine/office/office.ts'
import { uuidv7 } from '../../shared/journal/ids.ts'
import type { Draft } from '../../shared/journal/entry.ts'
import { addDays } from '../../shared/office/dates.ts'

export type Size = { people: number; delegations: number; contracts: number }

/** People of one line stand under each other, so that the last of a line holds what was passed on five times. */
export const lineLength = 6
const perPerson = 4
const today = '2026-11-23'
const types = ['purchase', 'service', 'sales', 'other'] as const
const batch = 4000

export type Filled = {
  /** By place: person `p` holds the delegations `4p` to `4p + 3` and stands at level `p % 6 + 1`. */
  people: string[]
  delegations: string[]
  contracts: string[]
}

export const postOf = (person: number): string => `岗位${person}`
export const nameOf = (person: number): string => `员工${person}`
export const partyOf = (contract: number, size: Size): string =>
  `供应商${contract % Math.ceil(size.contracts / 40)}有限公司`
/** Limits narrow by a tenth down a line, and differ between the four that a person holds. */
export const limitOf = (delegation: number): number =>
  (10 - (Math.floor(delegation / perPerson) % lineLength)) * (1 + (delegation % perPerson)) * 10_000_000
export const amountOf = (contract: number): number => 1_000_000 + (contract % 97) * 100_000
export const typeOf = (place: number): (typeof types)[number] => types[place % types.length] ?? 'other'

/** Ids that are the same in every run, so that a kept office can be asked about again. */
const idOf = (kind: number, place: number): string => {
  const bytes = new Uint8Array(10)
  new DataView(bytes.buffer).setUint32(4, place)
  bytes[0] = kind
  return uuidv7(Date.parse('2026-01-01T00:00:00Z') + place, bytes)
}

const idsOf = (kind: number, count: number): string[] => Array.from({ length: count }, (_, place) => idOf(kind, place))

export const filledOf = (size: Size): Filled => ({
  people: idsOf(1, size.people),
  delegations: idsOf(2, size.delegations),
  contracts: idsOf(3, size.contracts),
})

/** Enters everything in a few large transactions; the chain, the folds and the index are the product's own. */
export const fillOffice = (office: OpenOffice, size: Size, now: number): void => {
  const filled = filledOf(size)
  const drafts = function* (): Generator<Draft> {
    for (let place = 0; place < size.people; place++) yield personDraft(filled, place)
    for (let place = 0; place < size.delegations; place++) yield delegationDraft(filled, place)
    for (let place = 0; place < size.contracts; place++) yield contractDraft(filled, place, size)
  }
  let rest: Draft[] = []
  const flush = (): void => {
    office.journal.transact(now, ({ enter }) => {
      for (const draft of rest) enter(filled.people[0] ?? '', draft)
    })
    rest = []
  }
  for (const draft of drafts()) {
    rest.push(draft)
    if (rest.length === batch) flush()
  }
  flush()
}

const personDraft = ({ people }: Filled, place: number): Draft => ({
  kind: 'person.added',
  subject: people[place] ?? '',
  body: {
    name: nameOf(place),
    staffNo: `B${String(place).padStart(6, '0')}`,
    post: postOf(place),
    employedFrom: '2020-01-01',
    roles: [],
  },
})

const delegationDraft = ({ people, delegations }: Filled, place: number): Draft => {
  const person = Math.floor(place / perPerson) % people.length
  const level = person % lineLength
  const number = `SQ-Z-2026-${String(place).padStart(6, '0')}`
  const isByPost = place % perPerson === 3
  const body = {
    number,
    numbered: { book: 'bench', serial: place + 1, number },
    kind: isByPost ? 'post' : 'standing',
    delegator: level === 0 ? 'office' : (people[person - 1] ?? ''),
    delegatorName: level === 0 ? '' : nameOf(person - 1),
    ...(level === 0 ? {} : { parent: delegations[place - perPerson] ?? '' }),
    ...(isByPost ? { post: postOf(person) } : { delegate: people[person] ?? '', delegateName: nameOf(person) }),
    actions: ['sign', 'seal'],
    contractTypes: place % perPerson === 2 ? [] : [typeOf(place)],
    counterparties: [],
    limit: limitOf(place),
    ...(place % perPerson === 0 ? { aggregateLimit: 5_000_000_000, aggregatePeriod: 'year' } : {}),
    currency: 'CNY',
    validFrom: '2025-01-01',
    validTo: place % 50 === 1 ? '2026-06-30' : '2027-12-31',
    depth: lineLength - 1 - level,
    jointNeeded: 0,
    jointSigners: [],
    excludedTypes: [],
    excludedCounterparties: place % 20 === 6 ? ['供应商1有限公司'] : [],
    originals: 2,
    issuedOn: '2025-01-01',
  }
  return { kind: 'delegation.issued', subject: delegations[place] ?? '', body }
}

/** A signed contract rests on the whole chain it was signed under, as the product enters it. */
const contractDraft = ({ people, delegations, contracts }: Filled, place: number, size: Size): Draft => {
  const granted = place % delegations.length
  const person = Math.floor(granted / perPerson) % people.length
  const above = Array.from({ length: (person % lineLength) + 1 }, (_, step) => delegations[granted - step * perPerson])
  const signatory = { id: people[person] ?? '', name: nameOf(person) }
  const body = {
    number: `HT-Z-${String(place).padStart(7, '0')}`,
    name: `${typeOf(place)}合同${place}`,
    type: typeOf(place),
    direction: 'pay',
    counterparty: partyOf(place, size),
    subject: `标的${place % 7}`,
    amount: amountOf(place),
    currency: 'CNY',
    uncapped: false,
    inBudget: true,
    ownTemplate: true,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    autoRenew: false,
    copies: 2,
    status: 'performing',
    signatory,
    jointSignatories: [],
    signedOn: addDays(today, -(place % 700)),
    grantedBy: above.flatMap((id) => id ?? []).toReversed(),
  }
  return { kind: 'contract.entered', subject: contracts[place] ?? '', body }
}
