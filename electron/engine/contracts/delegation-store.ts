/** Reading delegations: of a person, upward, downward, by page. */
import type { PersonFacts } from '../../../shared/contracts/check-facts.ts'
import { longestChain } from '../../../shared/contracts/chain.ts'
import type { Delegation } from '../../../shared/contracts/delegation.ts'
import { delegationType } from '../../../shared/contracts/subjects.ts'
import { foldHeads } from '../../../shared/journal/fold.ts'
import { postOn } from '../../../shared/office/posts.ts'
import { entriesOf, foldable } from '../journal/entries.ts'
import { recordOf, recordsOf } from '../store/derived.ts'
import { all, one, raw, sql, type Read, type Sql } from '../store/sql.ts'
import { afterKey, whereAll } from './store.ts'

/** A delegation as it lies here, and whether desks differ about it. */
export type Held = { delegation: Delegation; isDisputed: boolean }

type Row = { record: string; sides: number }
const heldOf = ({ record, sides }: Row): Held => ({
  delegation: JSON.parse(record) as Delegation,
  isDisputed: sides > 1,
})

// A person rarely holds more than a dozen; the bound only keeps a strange register from stalling the desk.
const mostHeld = 300

const select = sql`select record, json_array_length(heads) as sides from delegation`

/** Delegations to a person, or to the post held on the date; those in force then come first where there are too many. */
export const delegationsHeldBy = (db: Read, person: PersonFacts, asOf: string): Held[] => {
  const post = postOn(person, asOf)
  const personal = few(db, sql`${select} where delegate = ${person.id}`, asOf)
  const byPost = post === undefined ? [] : few(db, sql`${select} where post = ${post} and delegate is null`, asOf)
  return [...personal, ...byPost].map(heldOf)
}

/** Sorting costs more than reading, so it is done only for whoever holds more than the bound. */
const few = (db: Read, query: Sql, asOf: string): Row[] => {
  // A bound limit has SQLite prepare the statement anew at every run, so it is spelled out.
  const rows = all<Row>(db, sql`${query} limit ${raw(String(mostHeld + 1))}`)
  if (rows.length <= mostHeld) return rows
  const isLiving = sql`(revokedOn is null or revokedOn > ${asOf}) and (validTo is null or validTo >= ${asOf})`
  return all<Row>(db, sql`${query} order by ${isLiving} desc, number desc limit ${mostHeld}`)
}

/** One delegation as it lies here. */
export const delegationAbove = (db: Read, id: string): Held | undefined => {
  const row = one<Row>(db, sql`${select} where subject = ${id}`)
  return row && heldOf(row)
}

/** How a delegation reads at each of its heads: what every desk knew when it entered its last. */
export const versionsOf = (db: Read, id: string): Delegation[] =>
  foldHeads(delegationType, entriesOf(db, id).map(foldable))

/** Everything above some delegations, by id: one look-up per parent, never the whole register. */
export const delegationsAbove = (db: Read, from: readonly Delegation[]): Map<string, Held> => {
  const above = new Map<string, Held>()
  let level = from
  for (let depth = 0; depth < longestChain && level.length > 0; depth++) {
    const next: Delegation[] = []
    for (const { parent } of level) {
      if (parent === undefined || above.has(parent)) continue
      const found = delegationAbove(db, parent)
      if (!found) continue
      above.set(parent, found)
      next.push(found.delegation)
    }
    level = next
  }
  return above
}

export const delegationOf = (db: Read, id: string): Delegation | undefined => recordOf(db, delegationType, id)

export const delegationsUnder = (db: Read, parent: string): Delegation[] =>
  recordsOf(db, delegationType, sql`where parent = ${parent} order by number limit 500`)

export const delegationsBy = (db: Read, delegator: string, limit: number): Delegation[] =>
  recordsOf(db, delegationType, sql`where delegator = ${delegator} order by number limit ${limit}`)

/** From the same delegator to the same person or post: what a new one could repeat. */
export const delegationsAlike = (
  db: Read,
  { delegator, delegate, post }: Pick<Delegation, 'delegator' | 'delegate' | 'post'>,
): Delegation[] => {
  const holder = delegate === undefined ? sql`post = ${post ?? ''}` : sql`delegate = ${delegate}`
  return recordsOf(db, delegationType, sql`where ${holder} and delegator = ${delegator} and revokedOn is null`)
}

/** Everything below a delegation, level by level; what circles is met once. */
export const allUnder = (db: Read, id: string, most = 500): Delegation[] => {
  const found = new Map<string, Delegation>()
  let level = [id]
  for (let depth = 0; depth < longestChain && level.length > 0 && found.size < most; depth++) {
    const next = level
      .flatMap((parent) => delegationsUnder(db, parent))
      .filter((one) => !found.has(one.id) && one.id !== id)
    for (const one of next) found.set(one.id, one)
    level = next.map((one) => one.id)
  }
  return [...found.values()]
}

/** The SQL of each state on a date, in step with `stateOf`. */
const stateCondition = (state: string, on: string): Sql => {
  const living = sql`(revokedOn is null or revokedOn > ${on})`
  if (state === 'revoked') return sql`revokedOn <= ${on}`
  if (state === 'future') return sql`${living} and validFrom > ${on}`
  if (state === 'ended') return sql`${living} and validFrom <= ${on} and validTo < ${on}`
  return sql`${living} and validFrom <= ${on} and (validTo is null or validTo >= ${on})`
}

export type DelegationFilter = {
  delegate?: string | undefined
  delegator?: string | undefined
  state?: string | undefined
}

/** @param today the date on which states are told */
export const delegationsPage = (
  db: Read,
  after: string | undefined,
  limit: number,
  filter: DelegationFilter,
  today: string,
): Delegation[] => {
  const { delegate, delegator, state } = filter
  const where = whereAll([
    delegate === undefined ? undefined : sql`delegate = ${delegate}`,
    delegator === undefined ? undefined : sql`delegator = ${delegator}`,
    state === undefined ? undefined : stateCondition(state, today),
    afterKey(after),
  ])
  return recordsOf(db, delegationType, sql`${where} order by number desc, subject desc limit ${limit}`)
}

export const delegationsEnding = (db: Read, today: string, until: string): Delegation[] =>
  recordsOf(
    db,
    delegationType,
    sql`where validTo >= ${today} and validTo <= ${until} and (revokedOn is null or revokedOn > ${today}) order by validTo limit 200`,
  )

/** Delegations in force that name the action, the lowest sufficient limit first: whom to ask next is the nearest. */
export const delegationsFor = (
  db: Read,
  asked: { action: string; asOf: string; amount: number | undefined; currency: string },
  most: number,
): Delegation[] => {
  const enough =
    asked.amount === undefined
      ? sql`1`
      : sql`(cap is null or cap >= ${asked.amount} or record ->> '$.currency' <> ${asked.currency})`
  return recordsOf(
    db,
    delegationType,
    sql`where ${stateCondition('in-force', asked.asOf)} and ${enough}
      and exists (select 1 from json_each(record, '$.actions') where value = ${asked.action})
      order by cap is null, cap, number limit ${most}`,
  )
}
