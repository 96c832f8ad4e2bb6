/** The chain above a delegation, from the office down, and whether each step of it was permitted. */
import { isEmployed, isHeldBy, readingsOf, refusal, unknown, type AuthorityFacts, type Failure } from './check-facts.ts'
import { officeItself, type Delegation } from './delegation.ts'

export type Chain = { links: Delegation[]; failures: Failure[] }

/** A chain longer than this is not looked at further; depth is at most nine, so no sound chain is. */
export const longestChain = 16

/**
 * Climbs from a delegation to the office. `links` has the office's own delegation first; `failures` says where a step is
 * missing, was not permitted (depth), or was made by someone who did not hold what they passed on, or has left.
 * @param on the as-of date, on which delegators must still be employed
 */
export const climb = (leaf: Delegation, facts: AuthorityFacts, on: string): Chain => {
  const links = [leaf]
  const failures: Failure[] = []
  let link = leaf
  while (link.delegator !== officeItself) {
    const parent = link.parent === undefined ? undefined : facts.above(link.parent)
    if (!parent) {
      failures.push(refusal('parent-missing', { number: link.number }))
      break
    }
    if (links.some(({ id }) => id === parent.id) || links.length >= longestChain) {
      failures.push(refusal('circular', { number: link.number }))
      break
    }
    failures.push(...stepFailures(link, parent, facts, on))
    // The leaf lies at level 0, its parent at 1: a delegation reaches as many levels down as its depth says.
    const depth = Math.min(...readingsOf(parent, facts).map((reading) => reading.depth))
    if (depth < links.length) failures.push(refusal('depth', { number: parent.number }))
    links.unshift(parent)
    link = parent
  }
  return { links, failures }
}

const stepFailures = (link: Delegation, parent: Delegation, facts: AuthorityFacts, on: string): Failure[] => {
  const { number } = link
  const readings = facts.versions(link)
  // Where desks differ about who gave it, no chain is known to stand above it.
  if (readings.some(({ delegator, parent: above }) => delegator !== link.delegator || above !== link.parent))
    return [unknown('disputed', { number })]
  const delegator = facts.people(link.delegator)
  if (!delegator) return [unknown('person-unknown', {})]
  // Nobody passes on what they did not hold when they did so, nor keeps up what they hold no more.
  const lacking = [link.issuedOn, on].find((date) =>
    readingsOf(parent, facts).some((reading) => !isHeldBy(reading, delegator, date)),
  )
  if (lacking !== undefined)
    return [refusal('parent-not-held', { number, name: delegator.name, parent: parent.number, date: lacking })]
  if (!isEmployed(delegator, on)) return [refusal('delegator-left', { number, name: delegator.name, date: on })]
  return []
}
