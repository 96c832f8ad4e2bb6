/** What is out of order in a seal's life, told by the records themselves; what today's date makes overdue is told by a source. */
import type { DerivedException, SubjectException } from '../../office/exceptions.ts'
import { missingParts, partsOfAct, partsOfHandover, partsOfOuting, unconfirmed } from '../requests/confirming.ts'
import type { Handover, LifeAct, Outing } from './life-records.ts'
import type { Seal } from '../records.ts'

const dayOf = (at: string): string => at.slice(0, 10)

/** Back after it was due, or not whole; and who carried, escorted or checked it and has not said so. */
export const outingExceptions = (outing: Outing): DerivedException[] => {
  const { outAt = '', backAt, dueBackAt, number, taker, seal, by } = outing
  const about = { number, seal: seal.name, on: dayOf(outAt), by: by.id }
  const unsaid = unconfirmed(missingParts(partsOfOuting(outing), outing), about)
  if (backAt === undefined) return unsaid
  const values = { number, seal: seal.name, taker: taker.name, due: dueBackAt, back: backAt }
  const found: DerivedException[] = unsaid
  if (backAt > dueBackAt) found.push({ kind: 'outing-late', on: dayOf(backAt), values, person: taker.id })
  if (outing.isIntact === false) {
    const damage = { ...values, condition: outing.condition ?? '' }
    found.push({ kind: 'seal-damaged', on: dayOf(backAt), values: damage, person: taker.id })
  }
  return found
}

/** Two desks answered one handover, neither knowing of the other. */
export const handoverExceptions = (handover: Handover): DerivedException[] => [
  ...twoAnswers(handover),
  ...unwitnessed(handover),
]

/** It was accepted, and the supervisor has not said so. */
const unwitnessed = (handover: Handover): DerivedException[] => {
  const { status, number, seal, answeredAt, offeredAt, offeredBy } = handover
  if (status !== 'accepted') return []
  const about = { number, seal: seal.name, on: dayOf(answeredAt ?? offeredAt), by: offeredBy.id }
  return unconfirmed(missingParts(partsOfHandover(handover), handover), about)
}

const twoAnswers = ({ answers = [], number, seal, offeredBy }: Handover): DerivedException[] => {
  const last = answers.at(-1)
  if (answers.length < 2 || !last) return []
  const values = { number, seal: seal.name, desks: answers.map(({ answeredDesk }) => answeredDesk) }
  return [{ kind: 'handover-two-answers', on: dayOf(last.answeredAt), values, person: offeredBy.id }]
}

/** Two desks each hold it by a handover of their own. */
export const sealExceptions = ({ otherHolder, code, name, homeDesk, custodian }: Seal): DerivedException[] => {
  if (!otherHolder) return []
  const values = {
    seal: `${code} ${name}`,
    desk: homeDesk,
    holder: custodian?.name ?? '',
    otherDesk: otherHolder.homeDesk,
    other: otherHolder.custodian?.name ?? '',
  }
  return [{ kind: 'seal-two-holders', on: otherHolder.on, values }]
}

/** A loss that was not reported to the police yet, and people named in an act who have not confirmed it. */
export const lifeActExceptions = (record: LifeAct): DerivedException[] => {
  const { act, police, on, number, seal, by } = record
  const missing = missingParts(partsOfAct(record), record)
  const found = unconfirmed(missing, { number, seal: seal.name, on, by: by.id })
  return act === 'lost' && !police
    ? [...found, { kind: 'loss-not-reported', on, values: { number, seal: seal.name }, person: by.id }]
    : found
}

/** Temporary custody that ran out, and the seal is still where it was only lent. */
export const custodyOverException = ({ id, number, seal, from, to, temporaryUntil }: Handover): SubjectException => ({
  kind: 'custody-overdue',
  subject: id,
  type: 'seal_handover',
  on: temporaryUntil ?? '',
  values: { number, seal: seal.name, from: from.name, to: to.name, until: temporaryUntil ?? '' },
  person: to.id,
})

/** A seal that should be back by now. */
export const overdueException = ({ id, dueBackAt, number, seal, taker }: Outing): SubjectException => ({
  kind: 'outing-overdue',
  subject: id,
  type: 'seal_outing',
  on: dayOf(dueBackAt),
  values: { number, seal: seal.name, taker: taker.name, due: dueBackAt },
  person: taker.id,
})
