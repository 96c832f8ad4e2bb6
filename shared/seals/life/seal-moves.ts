/** Folding what acts do to a seal, so that two handovers which did not know of each other show two holders. */
import type { Entry } from '../../journal/entry.ts'
import type { Named, Seal } from '../records.ts'
import { overlayAfter } from '../changes.ts'

const fold = overlayAfter('seal.registered')

type Moved = {
  custodian?: Named
  homeDesk?: string
  lastAct?: { id: string; number: string }
  handedFrom?: { custodian?: Named; homeDesk: string }
}

/** Whether a handover gave away what its giver no longer had, to somebody else than who has it. */
const isSideBySide = (before: Seal, { handedFrom, custodian, homeDesk }: Moved): boolean =>
  handedFrom !== undefined &&
  (handedFrom.homeDesk !== before.homeDesk || handedFrom.custodian?.id !== before.custodian?.id) &&
  (homeDesk !== before.homeDesk || custodian?.id !== before.custodian?.id)

const without = (record: Seal & { handedFrom?: unknown }, ...names: string[]): Seal =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name))) as Seal

/** Total: whatever order two desks' entries come in, the row is the same, and neither handover is lost from it. */
export const foldSeal = (before: Seal | undefined, entry: Entry): Seal | undefined => {
  const next = fold<Seal>(before, entry)
  if (!next || entry.kind !== 'seal.state-changed') return next
  const moved = entry.body as Moved
  if (!before || moved.handedFrom === undefined) return without(next, 'handedFrom')
  const held = { ...without(next, 'handedFrom', 'otherHolder'), custodyBy: moved.lastAct?.number }
  if (!isSideBySide(before, moved)) return held
  const { custodian, homeDesk, custodyBy } = before
  return { ...held, otherHolder: { custodian, homeDesk, handover: custodyBy ?? '', on: entry.at.slice(0, 10) } }
}
