/** The life of a seal: from which state it may go where (domain §1). */
import { refuse, type Refusal } from '../api/fault.ts'
import type { Draft } from '../journal/entry.ts'
import type { Seal, SealStatus } from './records.ts'

const living: SealStatus[] = ['in-use', 'out', 'in-handover', 'retired', 'sealed-away']

const next: Record<SealStatus, readonly SealStatus[]> = {
  'being-made': ['in-use'],
  'in-use': ['out', 'in-handover', 'retired'],
  out: ['in-use'],
  'in-handover': ['in-use'],
  retired: ['sealed-away', 'in-use'],
  'sealed-away': ['destroyed', 'in-use'],
  destroyed: [],
  // A lost seal that turns up again is not put back into use: it is kept, and destroyed in its turn.
  lost: ['sealed-away'],
}

export const nextStatuses = (from: SealStatus): SealStatus[] => [
  ...next[from],
  ...(living.includes(from) ? (['lost'] as const) : []),
]

/**
 * @param on the plain date from which it holds
 */
export const setStatus = (seal: Seal, status: SealStatus, reason: string, on: string): Draft[] | Refusal => {
  if (!nextStatuses(seal.status).includes(status))
    return refuse({ code: 'seal-status-not-next', from: seal.status, to: status })
  const dates =
    status === 'in-use' ? { activatedOn: seal.activatedOn ?? on } : status === 'retired' ? { retiredOn: on } : {}
  return [{ kind: 'seal.status-set', subject: seal.id, body: { status, statusReason: reason, ...dates } }]
}
