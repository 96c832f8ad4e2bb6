/** Open exceptions for the desk's list of today, and the whole register for an export. */
import { words } from '../../../shared/api/words.ts'
import { exceptionKinds, type ExceptionRegister, type ExceptionState } from '../../../shared/office/exceptions.ts'
import { fill } from '../../../shared/office/words.ts'
import { exceptionText } from '../../../shared/exceptions/text.ts'
import type { ExceptionLine } from '../../../shared/tables/exports/exceptions.ts'
import type { Reading } from '../act.ts'
import type { TodayGroup } from '../desk/handlers.ts'
import { one, sql } from '../store/sql.ts'
import { portionSize, type Source } from '../tables/sources.ts'
import type { ExceptionDeps } from './deps.ts'
import { shown, sourcedOf } from './handlers.ts'
import { answersOf, countsOf, exceptionsPage, keyOf } from './store.ts'

const mostShown = 10

/** Exceptions that nobody has explained yet, newest first. */
export const exceptionsToday =
  (deps: ExceptionDeps) =>
  (reading: Reading): TodayGroup[] => {
    const sourced = sourcedOf(reading, deps, false)
    const rows = exceptionsPage(reading.db, sourced, { state: 'open' }, mostShown)
    const count = rows.length < mostShown ? rows.length : countsOf(reading.db, sourced, {}).open
    const isReading = deps.sources.some(({ isWhole }) => isWhole?.(reading.db) === false)
    const word = words[reading.language]
    return [
      {
        key: 'exceptions-open',
        count,
        ...(isReading ? { isReading } : {}),
        rows: rows.map((row) => {
          const { id, kind, values, on } = shown(reading, deps, row)
          return {
            subject: id,
            type: 'exception',
            title: exceptionText((key, filling) => fill(reading.language, word[key], filling), { kind, values }),
            detail: [word[`exception.kind.${kind}`], on].join(' · '),
          }
        }),
      },
    ]
  }

const registerIn = (text: string | undefined): ExceptionRegister | undefined =>
  text !== undefined && text in exceptionKinds ? (text as ExceptionRegister) : undefined

/** The register in portions, in the order and with the filter of its page. */
export const exceptionList = (deps: ExceptionDeps): Source<ExceptionLine> => ({
  most: (db) => one<{ count: number }>(db, sql`select count(*) as count from exception`)?.count ?? 0,
  page: (db, after, filter, reading) => {
    const { kind, person, from, to, state, register } = filter
    const rows = exceptionsPage(
      db,
      sourcedOf(reading, deps),
      {
        kind,
        person,
        from,
        to,
        register: registerIn(register),
        state: state as ExceptionState | undefined,
        after: after?.key === null ? undefined : after?.key.toString(),
      },
      portionSize,
    )
    const last = rows.length === portionSize ? rows.at(-1) : undefined
    return {
      records: rows.map((row) => ({ ...shown(reading, deps, row), answers: answersOf(db, row.id) })),
      next: last && { key: keyOf(last), row: 0 },
    }
  },
})
