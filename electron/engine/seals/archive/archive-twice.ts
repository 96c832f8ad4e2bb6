/** The source of `archive-number-twice`: archive numbers that were typed, and that two desks gave to different papers. */
import { archiveTypedAccount } from '../../../../shared/seals/accounts.ts'
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import type { Reading } from '../../act.ts'
import { all, sql } from '../../store/sql.ts'
import { usesByArchiveNumber } from './archive-number.ts'

const first = archiveTypedAccount('')
// The colon's next character: a number may begin with any other, Chinese ones sort behind all of ASCII.
const end = `${first.slice(0, -1)};`

/** Every use that carries a typed archive number which another one carries too; both stand. */
export const archiveNumbersTwice = ({ db, today }: Reading): SubjectException[] =>
  all<{ account: string }>(
    db,
    sql`select account from balance where account >= ${first} and account < ${end} and amount > 1 limit 500`,
  ).flatMap(({ account }) => {
    const archiveNumber = account.slice(first.length)
    const uses = usesByArchiveNumber(db, archiveNumber)
    return uses.map((use): SubjectException => ({
      kind: 'archive-number-twice',
      subject: use.id,
      type: 'seal_use',
      on: use.archivedOn ?? today,
      values: {
        number: use.number,
        archiveNumber,
        others: uses.flatMap(({ id, number }) => (id === use.id ? [] : [number])),
      },
      person: use.archived?.by.id,
    }))
  })
