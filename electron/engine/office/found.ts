/** Founding an office in an empty file: desk key, derived tables, and the first entries. */
import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../../shared/journal/ids.ts'
import { dateAt } from '../../../shared/office/dates.ts'
import { makeDeskKey } from '../journal/desk-key.ts'
import { createJournal } from '../journal/journal.ts'
import type { Kinds } from '../journal/kinds.ts'
import { makeDerived } from '../store/open.ts'
import { run, sql, type Write } from '../store/sql.ts'
import type { Clock, Random } from './office.ts'

export type Founding = {
  name: string
  creditCode?: string | undefined
  deskLetter: string
  deskName: string
  example: boolean
  administrator: { name: string; staffNo: string }
  /** What else stands or falls with the founding: the administrator's password, the mark of an unfinished example. */
  alongside?: ((db: Write, administrator: string) => void) | undefined
}

export type FoundingParts = { db: Write; kinds: Kinds; clock: Clock; random?: Random; zone?: string }

/**
 * Enters the office, its first desk and its first administrator, whose subject ids it returns.
 * Everything or nothing: the desk key is made in a transaction of its own first, and is useless without the rest.
 */
export const foundOffice = (
  { db, kinds, clock, random = randomBytes, zone = 'Asia/Shanghai' }: FoundingParts,
  founding: Founding,
): { office: string; administrator: string } => {
  const now = clock.now()
  const newId = (): string => uuidv7(now, random(10))
  const [office, administrator] = [newId(), newId()]
  const deskKey = db.transaction(() => {
    db.exec(`DELETE FROM local_secret WHERE name = 'desk-key'`)
    makeDerived(db, kinds.tables)
    return makeDeskKey(db, random)
  })()
  const journal = createJournal({ db, kinds, office, deskKey, random })
  journal.transact(now, ({ enter }) => {
    enter(administrator, {
      kind: 'office.founded',
      subject: office,
      body: {
        name: founding.name,
        zone,
        foundedOn: dateAt(now, zone),
        example: founding.example,
        ...(founding.creditCode === undefined ? {} : { creditCode: founding.creditCode }),
      },
    })
    enter(administrator, {
      kind: 'desk.admitted',
      subject: newId(),
      body: {
        desk: deskKey.desk,
        letter: founding.deskLetter,
        name: founding.deskName,
        publicKey: deskKey.publicKey.toString('base64'),
      },
    })
    enter(administrator, {
      kind: 'person.added',
      subject: administrator,
      body: { ...founding.administrator, employedFrom: dateAt(now, zone), roles: ['administrator'] },
    })
    run(db, sql`insert into local_setting (name, value) values ('office', ${office})`)
    run(db, sql`insert into local_setting (name, value) values ('example', ${founding.example ? '1' : '0'})`)
    founding.alongside?.(db, administrator)
  })
  return { office, administrator }
}
