/** Handover 交接: offered by who keeps the seal, accepted or declined by who is to keep it; never withdrawn (architecture §3). */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { Numbered } from '../../office/numbers.ts'
import { mayAct, movedDraft, refuseAct } from './life.ts'
import { namedOf, refuseLeft, refuseSamePerson, type Standing } from './life-people.ts'
import type { Handover } from './life-records.ts'
import type { Entered } from './life-rules.ts'
import type { Named, Seal } from '../records.ts'

export type OfferTold = {
  to: Standing
  toDesk: string
  witness: Standing
  reason: string
  registers: string[]
  temporaryUntil?: string | undefined
}

/** Who gives it away: the custodian, or whoever enters it where the seal has none. */
const giverOf = (seal: Seal, by: Named): Named => seal.custodian ?? by

/**
 * Only who keeps a seal offers it, or the co-custodian in their stead: someone has to when a custodian falls ill.
 * @param desks letters of the office's desks
 */
export const refuseOffer = (
  seal: Seal,
  told: OfferTold,
  entered: Entered,
  desks: readonly string[],
): Refusal | undefined => {
  const { by, desk, today } = entered
  const from = giverOf(seal, by)
  const refused = refuseAct(seal, 'offered', desk)
  if (refused) return refused
  if (by.id !== from.id && by.id !== seal.coCustodian?.id)
    return refuse({ code: 'handover-not-custodian', seal: seal.name, custodian: from.name })
  if (told.to.id === from.id) return refuse({ code: 'handover-to-oneself', person: from.name })
  if (!desks.includes(told.toDesk)) return refuse({ code: 'desk-unknown', desk: told.toDesk })
  if (told.temporaryUntil !== undefined && told.temporaryUntil < today)
    return refuse({ code: 'invalid-input', problems: [{ path: 'temporaryUntil', reason: 'invalid.past' }] })
  return (
    refuseSamePerson([
      ['from', from],
      ['to', told.to],
      ['handover-witness', told.witness],
    ]) ??
    refuseLeft([told.to, told.witness]) ??
    // Who keeps a seal seals with it and enters it; nobody else could.
    (told.to.mayUse ? undefined : refuse({ code: 'receiver-may-not-use', person: told.to.name }))
  )
}

export const offerDrafts = (
  seal: Seal,
  told: OfferTold,
  entered: Entered,
  { id, numbered }: { id: string; numbered: Numbered },
): Draft[] => {
  const { code, name } = seal
  const body = {
    numbered,
    number: numbered.number,
    seal: { id: seal.id, code, name },
    from: namedOf(giverOf(seal, entered.by)),
    to: namedOf(told.to),
    fromDesk: seal.homeDesk,
    toDesk: told.toDesk,
    witness: namedOf(told.witness),
    reason: told.reason,
    registers: told.registers,
    temporaryUntil: told.temporaryUntil,
    offeredAt: entered.at,
    offeredBy: entered.by,
    status: 'offered',
    asksConfirmation: true,
  }
  const change = { statusReason: `${body.from.name} → ${body.to.name}` }
  return [
    { kind: 'seal.handover-offered', subject: id, body: body },
    movedDraft(seal, 'offered', { type: 'seal_handover', id, number: numbered.number }, change),
  ]
}

/** An answer is given by the receiver, once; accepted only at the desk the seal goes to, since there it then lies. */
const refuseAnswer = (handover: Handover, entered: Entered, isAccepted: boolean): Refusal | undefined => {
  const { number, status, to, toDesk } = handover
  if (status !== 'offered') return refuse({ code: 'handover-answered', number, status })
  if (to.id !== entered.by.id) return refuse({ code: 'handover-not-yours', number, to: to.name })
  if (isAccepted && toDesk !== entered.desk)
    return refuse({ code: 'handover-elsewhere', number, toDesk, desk: entered.desk })
  return undefined
}

const refOf = ({ id, number }: Handover) => ({ type: 'seal_handover', id, number })

const answerOf = (status: 'accepted' | 'declined', entered: Entered) => ({
  status,
  answeredAt: entered.at,
  answeredBy: entered.by,
  answeredDesk: entered.desk,
})

/** Custody and the right to use and number it move together. */
export const acceptHandover = (
  seal: Seal,
  handover: Handover,
  entered: Entered,
  told: { place?: string | undefined },
): Draft[] | Refusal => {
  const refused = refuseAnswer(handover, entered, true) ?? refuseAct(seal, 'accepted', entered.desk)
  if (refused) return refused
  const { from, fromDesk, to, toDesk } = handover
  const handedFrom = { custodian: seal.custodian && from, homeDesk: fromDesk }
  return [
    {
      kind: 'seal.handover-accepted',
      subject: handover.id,
      body: { ...answerOf('accepted', entered), place: told.place },
    },
    movedDraft(seal, 'accepted', refOf(handover), {
      custodian: to,
      homeDesk: toDesk,
      place: told.place,
      handedFrom,
    }),
  ]
}

export const declineHandover = (
  seal: Seal,
  handover: Handover,
  entered: Entered,
  reason: string,
): Draft[] | Refusal => {
  const refused = refuseAnswer(handover, entered, false)
  if (refused) return refused
  const body = { ...answerOf('declined', entered), answerReason: reason }
  const declined: Draft = { kind: 'seal.handover-declined', subject: handover.id, body }
  // Another act may have moved the seal meanwhile, which then stands.
  return mayAct(seal, 'declined') ? [declined, movedDraft(seal, 'declined', refOf(handover))] : [declined]
}

/** A seal that is lost on the way ends its handover without an answer. */
export const endHandover = (handover: Handover, reason: string): Draft => ({
  kind: 'seal.handover-ended',
  subject: handover.id,
  body: { status: 'ended', answerReason: reason },
})
