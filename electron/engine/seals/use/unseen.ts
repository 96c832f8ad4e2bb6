/** A correction or a void says which state it is about, once there is more than one: else it would undo another's unseen. */
import { refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { Act } from '../../act.ts'
import { entriesOf, foldable } from '../../journal/entries.ts'
import { useOf } from '../store.ts'

/** Who changed it last, and what, where that state is not named. */
export const refuseUnseen = (
  act: Act,
  { id, basedOn }: { id: string; basedOn?: readonly string[] | undefined },
): Refusal | undefined => {
  const use = useOf(act.db, id)
  if (!use) return undefined
  // A void takes neither, whatever was seen.
  if (use.status === 'voided') return refuse({ code: 'use-voided', number: use.number })
  const heads = act.headsOf(id)
  if (basedOn?.toSorted().join() === heads.join()) return undefined
  const entries = entriesOf(act.db, id).map(foldable)
  const last = entries.at(-1)
  if (!last || entries.length === 1) return undefined
  const { by, at, reason } = use.corrected ?? { by: use.archived?.by, at: use.archived?.at, reason: use.archiveNumber }
  const changed = Object.keys(last.body).filter((name) => name !== 'corrected' && name !== 'archived')
  return refuse({
    code: 'use-changed',
    number: use.number,
    by: by?.name ?? '',
    at: at ?? '',
    why: reason ?? '',
    changed,
    heads,
  })
}
