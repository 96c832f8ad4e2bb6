/**
 * What two desks took back of one slip at the same time: the same pieces returned at both, a slip returned at one and
 * reversed at the other, or reversed at both. All of it stays as it was entered; here it is told, until an entry clears it up.
 */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { returnedAccount } from '../../../../shared/supplies/accounts.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import { slip as slipType } from '../../../../shared/supplies/subjects.ts'
import type { Reading } from '../../act.ts'
import { balanceOf, recordsOf } from '../../store/derived.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { slipOf } from '../store.ts'

/** Issue slips that goods came back of more than once: only such can have got back too much. Read from the indexes alone. */
const returnedOften = (db: Read): string[] =>
  all<{ id: string }>(
    db,
    sql`select original as id from supply_slip where original is not null group by original having count(*) > 1
      union select original as id from supply_slip as back where original is not null
        and exists (select 1 from supply_slip where reverses = back.original)`,
  ).map(({ id }) => id)

/** Slips that more than one slip reverses. */
const reversedOften = (db: Read): string[] =>
  all<{ id: string }>(
    db,
    sql`select reverses as id from supply_slip where reverses is not null group by reverses having count(*) > 1`,
  ).map(({ id }) => id)

const reversing = (db: Read, id: string): Slip[] =>
  recordsOf(db, slipType, sql`where reverses = ${id} order by subject`)

/** Slips that brought back goods of an issue and stand. */
const returning = (db: Read, id: string): Slip[] =>
  recordsOf(db, slipType, sql`where original = ${id} and verb = 'return' order by subject`).filter(
    ({ reversedBy }) => reversedBy === undefined,
  )

const numbersOf = (slips: readonly Slip[]): string[] => slips.map(({ numbered }) => numbered.number)

const told = (slip: Slip): Pick<SubjectException, 'subject' | 'type' | 'on' | 'person'> => ({
  subject: slip.id,
  type: slipType.name,
  on: slip.date,
  person: slip.clerk.id,
})

/** A line at a time: what came back by returns and by the reversals of the slip, above what had gone out. */
const returnedTwice = (db: Read, issue: Slip): SubjectException[] => {
  const [undone, back] = [reversing(db, issue.id), returning(db, issue.id)]
  return issue.lines.flatMap(({ item, base, baseUnit }, line) => {
    // What was reversed more than once is told as that.
    const came = balanceOf(db, returnedAccount(issue.id, line)) + (undone.length > 0 ? base : 0)
    if (came <= base || back.length === 0) return []
    const slips = numbersOf(back.filter(({ lines }) => lines.some(({ of }) => of === line)))
    return {
      kind: 'returned-twice',
      ...told(issue),
      part: String(line),
      values: { number: issue.numbered.number, name: item.name, over: came - base, unit: baseUnit, slips },
    }
  })
}

export const takenBackTwice = ({ db }: Reading): SubjectException[] => [
  ...returnedOften(db).flatMap((id) => {
    const issue = slipOf(db, id)
    return issue ? returnedTwice(db, issue) : []
  }),
  ...reversedOften(db).flatMap((id): SubjectException[] => {
    const slip = slipOf(db, id)
    if (!slip) return []
    const slips = numbersOf(reversing(db, id))
    return [{ kind: 'reversed-twice', ...told(slip), values: { number: slip.numbered.number, slips } }]
  }),
]
