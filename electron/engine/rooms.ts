/** The composition root: every room's tables and handlers, and the facts they hand each other. */
import { peopleHandlers } from './people/handlers.ts'
import { personOf } from './people/store.ts'
import { peopleTables } from './people/tables.ts'
import { deskHandlers } from './desk/handlers.ts'
import { kindsOf, type Kinds } from './journal/kinds.ts'
import type { FolderKeeper } from './office/folder.ts'
import { officeHandlers } from './office/handlers.ts'
import { officeTables } from './office/tables.ts'
import type { AnyHandler } from './serve.ts'

export const kinds: Kinds = kindsOf([...officeTables, ...peopleTables])

/** What the rooms need from outside. */
export type RoomParts = { keeper: () => FolderKeeper; resources: string }

/** All handlers by operation name. */
export const roomHandlers = ({ keeper }: RoomParts): Record<string, AnyHandler> => ({
  ...officeHandlers(keeper),
  ...peopleHandlers(() => keeper().isExample()),
  ...deskHandlers({
    nameOf: (db, id) => personOf(db, id)?.name,
    isKnownKind: (kind) => kinds.of(kind) !== undefined,
    today: [],
    slips: [],
  }),
})
