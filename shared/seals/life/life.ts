/** The life of a seal: which act leads from which state to which (domain §1). Nothing leads out of destroyed. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { ActRef } from '../act-ref.ts'
import type { Named, Seal, SealStatus } from '../records.ts'

type Step = { from: readonly SealStatus[]; to: SealStatus }

export const sealActs = {
  activated: { from: ['being-made'], to: 'in-use' },
  'taken-out': { from: ['in-use'], to: 'out' },
  returned: { from: ['out'], to: 'in-use' },
  offered: { from: ['in-use'], to: 'in-handover' },
  accepted: { from: ['in-handover'], to: 'in-use' },
  declined: { from: ['in-handover'], to: 'in-use' },
  retired: { from: ['in-use'], to: 'retired' },
  resumed: { from: ['retired', 'sealed-away'], to: 'in-use' },
  'sealed-away': { from: ['retired'], to: 'sealed-away' },
  destroyed: { from: ['sealed-away'], to: 'destroyed' },
  lost: { from: ['in-use', 'out', 'in-handover', 'retired', 'sealed-away'], to: 'lost' },
  // A lost seal that turns up again is not put back into use: it is kept, and destroyed in its turn.
  found: { from: ['lost'], to: 'sealed-away' },
} as const satisfies Record<string, Step>
export type SealAct = keyof typeof sealActs

const steps: Readonly<Record<SealAct, Step>> = sealActs

export const sealActNames = Object.keys(sealActs) as SealAct[]

/** The acts that a state allows. */
export const actsOf = (status: SealStatus): SealAct[] => sealActNames.filter((act) => steps[act].from.includes(status))

export const mayAct = (seal: Pick<Seal, 'status'>, act: SealAct): boolean => steps[act].from.includes(seal.status)

/** An image-only seal lies nowhere; a physical one is dealt with at the desk it lies at. */
export const isElsewhere = (seal: Pick<Seal, 'kind' | 'homeDesk'>, desk: string): boolean =>
  seal.kind === 'physical' && seal.homeDesk !== desk

/** Acts that may be told at any desk: a loss must not wait, and a handover is answered where the seal arrives. */
const anywhere: readonly SealAct[] = ['lost', 'accepted', 'declined']

/** Why an act cannot be done to a seal at this desk now, or undefined. */
export const refuseAct = (seal: Seal, act: SealAct, desk: string): Refusal | undefined => {
  if (!mayAct(seal, act)) return refuse({ code: 'seal-act-not-allowed', seal: seal.name, act, status: seal.status })
  if (isElsewhere(seal, desk) && !anywhere.includes(act))
    return refuse({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk })
  return undefined
}

/** What an act changes of the seal beside its state; null takes a field away. */
export type SealChange = {
  statusReason?: string | null | undefined
  activatedOn?: string | undefined
  retiredOn?: string | undefined
  filingNumber?: string | undefined
  registrar?: string | undefined
  impression?: string | undefined
  custodian?: Named | undefined
  homeDesk?: string | undefined
  place?: string | undefined
  /** Who gave it away and from which desk, by which two handovers of one seal are told apart from one after the other. */
  handedFrom?: { custodian?: Named | undefined; homeDesk: string } | undefined
}

/** The entry on the seal itself: its state follows the act that moved it. */
export const movedDraft = (seal: Seal, act: SealAct, lastAct: ActRef, change: SealChange = {}): Draft => {
  const status = steps[act].to
  const statusReason = change.statusReason ?? (status === 'in-use' ? null : undefined)
  return { kind: 'seal.state-changed', subject: seal.id, body: { status, lastAct, ...change, statusReason } }
}
