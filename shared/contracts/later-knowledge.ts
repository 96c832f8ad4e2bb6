/**
 * Later knowledge: what was entered after something was judged, and takes effect on or before the day it was judged for.
 * Pure, and the same whatever the order of arrival: an entry counts as later than a judgement unless the same desk wrote
 * it before.
 */
import type { SubjectException } from '../office/exceptions.ts'
import type { Verdict } from '../office/verdict.ts'

/** Where in which desk's chain something was entered. */
type Place = { desk: string; n: number }

/** Something entered about a person or a contract, and from which day on it says so. */
export type LaterFact = Place & {
  /** The delegation, person, interest or contract it is about, and the number or name it is called by. */
  subject: string
  label: string
  kind: string
  from: string
}

/** A verdict as it was recorded: with a use, or as a check. */
export type Judgement = Place & { id: string; type: 'seal_use' | 'authority_check'; asOf: string }

/** The facts that whoever judged could not have known. */
export const laterThan = (judgement: Judgement, facts: readonly LaterFact[]): LaterFact[] =>
  facts.filter(({ from, desk, n }) => from <= judgement.asOf && (desk !== judgement.desk || n > judgement.n))

const isOfAggregate = ({ reasons }: Verdict): boolean => reasons[0]?.key === 'authority.reason.aggregate'

/**
 * Whether the same question is answered otherwise by what is known today. What an aggregate limit came to is summed up to
 * the act, so it can only have grown by what was entered late; that it looks smaller without what was signed after the
 * day is no news.
 */
export const isOtherwise = (before: Verdict, now: Verdict): boolean => {
  if (before.result === now.result) return false
  if (isOfAggregate(before) && now.result !== 'outside') return false
  // Who stood by as joint signer was not always recorded; then it is no proof that somebody was missing.
  const isJointOnly = before.result === 'permitted' && now.result === 'needs-joint'
  return !(isJointOnly && before.present === undefined)
}

/** The facts that a difference may come from: those the two verdicts name, else all of them. */
const namedBy = (before: Verdict, now: Verdict, facts: readonly LaterFact[]): readonly LaterFact[] => {
  const named = new Set([
    ...[...before.chain, ...now.chain].map(({ delegation }) => delegation),
    ...now.failed
      .filter(({ reason }) => reason.key.startsWith('authority.reason.excluded'))
      .map((one) => one.delegation),
  ])
  const signatures = facts.filter(({ kind }) => kind === 'contract.moved' || kind === 'contract.changed')
  const rates = new Set((now.rates ?? []).map(({ currency, from }) => `${currency} ${from ?? ''}`))
  const others = facts.filter(({ kind, subject, label }) => {
    if (kind === 'contract.moved') return false
    if (kind === 'rate.entered') return rates.has(label)
    return !kind.startsWith('delegation.') || named.has(subject)
  })
  const found = isOfAggregate(now) && signatures.length > 0 ? signatures : others
  return found.length > 0 ? found : facts
}

export type Judged = {
  /** The record the exception stands on: the use, the check, or the contract that was signed on it. */
  subject: string
  type: string
  number: string
  /** Whose act it was. */
  person: string | undefined
  before: Verdict
}

/** The exception, where it would have been judged otherwise; undefined where not. */
export const judgedOtherwise = (
  { subject, type, number, person, before }: Judged,
  now: Verdict,
  facts: readonly LaterFact[],
): SubjectException | undefined => {
  if (!isOtherwise(before, now)) return undefined
  const labels = [...new Set(namedBy(before, now, facts).map(({ label }) => label))].toSorted()
  const what = labels.slice(0, 3)
  return {
    kind: 'judged-otherwise',
    subject,
    type,
    part: number,
    on: before.asOf,
    values: { number, what, name: before.person.name, date: before.asOf, was: before.result, is: now.result },
    person,
  }
}
