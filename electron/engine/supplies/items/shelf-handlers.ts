/** The kept lists of places and groups, and what lies where. */
import type { itemOperations } from '../../../../shared/supplies/items/item-operations.ts'
import type { Handlers } from '../../act.ts'
import { listedAs, namesOf, shelfAt } from './shelf-store.ts'

type ShelfOperations = Pick<typeof itemOperations, 'supplies.names' | 'supplies.listName' | 'supplies.shelf'>

export const shelfHandlers = (): Handlers<ShelfOperations> => ({
  'supplies.names': ({ db }, { list }) => ({ rows: namesOf(db, list) }),
  'supplies.listName': (act, { list, name, note, retired }) => {
    const known = listedAs(act.db, list, name)
    if (!known) {
      const id = act.newId()
      const more = { ...(typeof note === 'string' ? { note } : {}), ...(retired === undefined ? {} : { retired }) }
      act.enter({ kind: `${list}.listed`, subject: id, body: { name, ...more } })
      return { id }
    }
    const isNoted = note !== undefined && note !== (known.note ?? null)
    const isTurned = retired !== undefined && retired !== (known.retired ?? false)
    const body = { ...(isNoted ? { note } : {}), ...(isTurned ? { retired } : {}) }
    if (Object.keys(body).length > 0) act.enter({ kind: `${list}.changed`, subject: known.id, body })
    return { id: known.id }
  },
  'supplies.shelf': ({ db }, { place }) => ({ rows: shelfAt(db, place) }),
})
