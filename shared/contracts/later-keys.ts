/**
 * What an entry says something about, and what a judgement rested on, as keys that meet: `person:`, `post:`, `contract:`,
 * `delegation:`, `aggregate:` (a delegation whose aggregate limit was asked) and `rate:`. Both sides are told from what was
 * written alone, so that it does not matter which of the two came first.
 */
import type { Verdict } from '../office/verdict.ts'
import { addDays } from '../office/dates.ts'

type Body = Readonly<Record<string, unknown>>

/** What later entries take from the record they are about; nothing where it is not here yet. */
export type FactRecord = {
  delegate?: string | undefined
  post?: string | undefined
  person?: string | undefined
  grantedBy?: readonly string[] | undefined
  signedOn?: string | undefined
  currency?: string | undefined
  from?: string | undefined
}

/** The kinds of entries that say something of authority. */
export const factKinds = [
  'delegation.issued',
  'delegation.revoked',
  'delegation.amended',
  'delegation.exclusions-lifted',
  'person.changed',
  'interest.declared',
  'interest.withdrawn',
  'contract.changed',
  'contract.moved',
  'rate.entered',
  'rate.withdrawn',
] as const
export type FactKind = (typeof factKinds)[number]

/** Fields of a contract that an authority is judged by. */
const judgedFields = [
  'type',
  'counterparty',
  'creditCode',
  'subject',
  'amount',
  'currency',
  'rate',
  'uncapped',
  'startsOn',
  'endsOn',
]

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const personFrom = (body: Body, day: string): string | undefined => {
  // Who came later than was known was not there from the beginning on.
  if (body['employedFrom'] !== undefined) return ''
  const left = text(body['employedTo'])
  const moved = 'post' in body ? (text(body['postSince']) ?? day) : undefined
  return [left && addDays(left, 1), moved].filter((from) => from !== undefined).toSorted()[0]
}

/**
 * From which day on an entry says something of authority; undefined where it says nothing.
 * @param day the date on which it was entered
 */
export const effectOf = (kind: FactKind, body: Body, record: FactRecord, day: string): string | undefined => {
  switch (kind) {
    case 'delegation.issued':
      return text(body['validFrom'])
    case 'delegation.revoked':
      return text(body['revokedOn'])
    case 'delegation.amended':
      return text(body['amendedFrom'])
    case 'delegation.exclusions-lifted':
      return text(body['exclusionsLiftedOn'])
    case 'interest.declared':
      return text(body['declaredOn'])
    case 'interest.withdrawn':
      return text(body['withdrawnOn'])
    case 'person.changed':
      return personFrom(body, day)
    case 'contract.changed':
      return judgedFields.some((field) => field in body) ? '' : undefined
    case 'contract.moved':
      return text(body['signedOn'])
    case 'rate.entered':
      return text(body['from'])
    case 'rate.withdrawn':
      return record.from
  }
}

const keysNamed = (prefix: string, ids: readonly (string | undefined)[]): string[] =>
  ids.flatMap((id) => (id === undefined ? [] : [`${prefix}:${id}`]))

/** The keys of an entry. */
export const keysOfFact = (kind: FactKind, subject: string, body: Body, record: FactRecord): string[] => {
  switch (kind) {
    case 'delegation.issued':
      return [...keysNamed('person', [text(body['delegate'])]), ...keysNamed('post', [text(body['post'])])]
    case 'delegation.revoked':
    case 'delegation.amended':
    case 'delegation.exclusions-lifted':
      // What it excludes reaches whoever holds it; what it grants reaches whoever rests on it.
      return [
        `delegation:${subject}`,
        ...keysNamed('person', [record.delegate]),
        ...(record.delegate === undefined ? keysNamed('post', [record.post]) : []),
      ]
    case 'interest.declared':
    case 'interest.withdrawn':
      return keysNamed('person', [text(body['person']) ?? record.person])
    case 'person.changed':
      return [`person:${subject}`]
    case 'contract.changed':
      return [`contract:${subject}`, ...keysNamed('aggregate', record.signedOn ? (record.grantedBy ?? []) : [])]
    case 'contract.moved':
      return keysNamed('aggregate', Array.isArray(body['grantedBy']) ? body['grantedBy'].map(text) : [])
    case 'rate.entered':
    case 'rate.withdrawn':
      return keysNamed('rate', [text(body['currency']) ?? record.currency])
  }
}

export type JudgedParts = {
  verdict: Verdict
  contract: string | undefined
  /** Who signed along. */
  joint: readonly string[]
  /** The post the person held on the day. */
  post: string | undefined
  /** Who gave the delegations of the chain. */
  delegators: readonly string[]
}

/** The keys of a judgement: everybody and everything it was decided from. */
export const keysOfJudgement = ({ verdict, contract, joint, post, delegators }: JudgedParts): string[] => {
  const { chain, failed, reasons, rates = [] } = verdict
  const open = [...reasons, ...failed.map(({ reason }) => reason)]
    .filter(({ key }) => key === 'authority.reason.rate-unknown')
    .flatMap(({ values }) => [text(values['currency']), text(values['other'])])
  const currencies = [...rates.map(({ currency }) => currency), ...chain.map(({ currency }) => currency), ...open]
  const tried = [...chain, ...failed].map(({ delegation }) => delegation)
  const keys = [
    ...keysNamed('person', [verdict.person.id, ...joint, ...delegators]),
    ...keysNamed('post', [post]),
    ...keysNamed('contract', [contract]),
    ...keysNamed('delegation', tried),
    ...keysNamed('aggregate', [
      ...chain.filter(({ aggregateLimit }) => aggregateLimit !== undefined).map(({ delegation }) => delegation),
      ...failed.filter(({ reason }) => reason.key === 'authority.reason.aggregate').map(({ delegation }) => delegation),
    ]),
    ...keysNamed(
      'rate',
      currencies.filter((currency) => currency !== 'CNY'),
    ),
  ]
  return [...new Set(keys)]
}
