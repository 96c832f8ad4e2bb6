/** That the recipient signed: a picture from the screen, kept as an attachment of the slip, or the paper. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { SlipSignature, Slip } from '../../../../shared/supplies/records.ts'
import type { Act } from '../../act.ts'
import type { SupplyDeps } from '../deps.ts'
import { slipOf } from '../store.ts'

type Signed = { id: string; on: SlipSignature['on']; attachment?: string | undefined }

/** Signed once; a paper signature may be followed by none. Faults: slip-signed, not-found, slip-reversed. */
export const signSlip = (deps: SupplyDeps, act: Act, { id, on, attachment }: Signed): { slip: Slip } | Refusal => {
  const slip = slipOf(act.db, id)
  if (!slip) return refuse({ code: 'not-found', what: 'supply_slip', id })
  const { number } = slip.numbered
  if (slip.signature) return refuse({ code: 'slip-signed', number })
  if (slip.reversedBy) return refuse({ code: 'slip-reversed', number, by: slip.reversedBy.number })
  const isThere = attachment !== undefined && deps.isAttachedTo(act, attachment, id)
  if (on === 'screen' && !isThere) return refuse({ code: 'not-found', what: 'attachment', id: attachment ?? '' })
  const by = { id: act.actor.person, name: act.actor.name }
  const at = localTime(act.now, act.zone)
  const signature = { on, at, by, ...(on === 'screen' ? { attachment } : {}) }
  act.enter({ kind: 'slip.signed', subject: id, body: { signature } })
  return { slip: slipOf(act.db, id) ?? slip }
}
