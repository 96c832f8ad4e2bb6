/**
 * Deciding a revocation: one step that revokes and tells everyone whom it concerns. What was passed on is not revoked by
 * entries of its own: a chain holds only while every link does, so it falls by the check's own rule, on every desk alike.
 */
import { isRefusal, refuse, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { PersonRef } from './contract.ts'
import { decideRevocation } from './delegation-rules.ts'
import type { Delegation } from './delegation.ts'
import { noticeStateOf, type Concern, type RevocationNotice, type ToldAs } from './revocation.ts'

/** What a revocation reaches, with the people each record names. */
export type Reached = {
  delegation: Concern & { holders: PersonRef[] }
  passedOn: readonly (Concern & { holders: PersonRef[] })[]
  contracts: readonly (Concern & { handler?: PersonRef | undefined; custodian?: PersonRef | undefined })[]
  requests: readonly (Concern & { applicant?: PersonRef | undefined })[]
}

export type Told = { person: PersonRef; as: ToldAs[]; concerns: Concern[] }

const plain = ({ type, id, number, title, originals }: Concern): Concern => ({ type, id, number, title, originals })

/** Everyone to be told, each once, with all that concerns them; the delegate first, then in the order met. */
export const toBeTold = ({ delegation, passedOn, contracts, requests }: Reached): Told[] => {
  const told = new Map<string, Told>()
  const tell = (person: PersonRef | undefined, as: ToldAs, concern: Concern): void => {
    if (!person) return
    const one = told.get(person.id) ?? { person, as: [], concerns: [] }
    if (!one.as.includes(as)) one.as.push(as)
    if (!one.concerns.some(({ id }) => id === concern.id)) one.concerns.push(plain(concern))
    told.set(person.id, one)
  }
  for (const holder of delegation.holders) tell(holder, 'delegate', delegation)
  for (const one of passedOn) for (const holder of one.holders) tell(holder, 'sub-delegate', one)
  for (const contract of contracts) {
    tell(contract.handler, 'handler', contract)
    tell(contract.custodian, 'custodian', contract)
  }
  for (const request of requests) tell(request.applicant, 'applicant', request)
  return [...told.values()]
}

export type Revoking = {
  on: string
  reason: string
  liftsExclusions?: boolean | undefined
  told: readonly Told[]
  by: PersonRef
  today: string
  newId: () => string
}

/**
 * The revocation and a notice for each person told, as one act. It may take effect on an earlier day: what was done
 * meanwhile keeps its verdict and shows as judged otherwise.
 */
export const decideRevoking = (record: Delegation, revoking: Revoking): Draft[] | Refusal => {
  const { on, reason, liftsExclusions, told, by, today, newId } = revoking
  if (record.validTo !== undefined && on > record.validTo)
    return refuse({ code: 'invalid-input', problems: [{ path: 'on', reason: 'invalid.after-end' }] })
  const drafts = decideRevocation(record, on, reason, liftsExclusions)
  if (isRefusal(drafts)) return drafts
  const { id: delegation, number } = record
  const common = { delegation, number, revokedOn: on, reason, notifiedOn: today, by }
  return [
    ...drafts,
    ...told.map((one) => ({ kind: 'revocation.notified', subject: newId(), body: { ...common, ...one } })),
  ]
}

/** Notices of an amendment: the letters that are out say more than holds, so they come back or are exchanged. */
export const noticesOfAmendment = (
  { id: delegation, number }: Delegation,
  { on, reason, told, by, today, newId }: Omit<Revoking, 'liftsExclusions'>,
): Draft[] =>
  told.map((one) => ({
    kind: 'amendment.notified',
    subject: newId(),
    body: { delegation, number, revokedOn: on, reason, notifiedOn: today, by, ...one },
  }))

/** Who acts on a notice: the addressee, or somebody who may delegate and had it signed on paper. */
export type Acting = { person: PersonRef; mayDelegate: boolean; today: string }

const refuseStranger = (notice: RevocationNotice, { person, mayDelegate }: Acting): Refusal | undefined =>
  notice.person.id === person.id || mayDelegate
    ? undefined
    : refuse({ code: 'not-permitted', permission: 'contracts.delegate' })

/** Opened by the addressee or handed over; opening it again enters nothing. */
export const decideDelivery = (notice: RevocationNotice, acting: Acting): Draft[] | Refusal =>
  refuseStranger(notice, acting) ??
  (noticeStateOf(notice) === 'sent'
    ? [{ kind: 'revocation.delivered', subject: notice.id, body: { deliveredOn: acting.today } }]
    : [])

/** Signed for: by the addressee here, else on paper or by a proxy who is named. */
export const decideAcknowledgement = (
  notice: RevocationNotice,
  { proxy, ...acting }: Acting & { proxy?: PersonRef | undefined },
): Draft[] | Refusal => {
  const refused = refuseStranger(notice, acting)
  if (refused) return refused
  if (notice.acknowledgedOn !== undefined)
    return refuse({ code: 'notice-acknowledged', name: notice.person.name, on: notice.acknowledgedOn })
  const isSelf = notice.person.id === acting.person.id
  const method = proxy !== undefined ? 'proxy' : isSelf ? 'self' : 'paper'
  const body = { acknowledgedOn: acting.today, method, proxy }
  return [{ kind: 'revocation.acknowledged', subject: notice.id, body }]
}
