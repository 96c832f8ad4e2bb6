/** Answers by command id: a repeat after a lost reply is answered, not done again. */
import { one, run, sql, type Read, type Write } from '../store/sql.ts'

export type Once = { id: string; operation: string }

/** One person's act of one operation: another's may carry the same command id and is no repeat. */
const keyOf = (once: Once, actor: string): string => `${once.id} ${once.operation} ${actor}`

/**
 * Makes an act's answer known under its command id, in the same transaction.
 * @param given.at milliseconds since 1970, UTC
 */
export const remember = (db: Write, once: Once, actor: string, given: { at: number; answer: unknown }): void => {
  run(
    db,
    sql`insert into local_command (id, operation, actor, answer, at)
      values (${keyOf(once, actor)}, ${once.operation}, ${actor}, ${JSON.stringify(given.answer ?? null)}, ${given.at})`,
  )
}

/** The answer a command id got before. Another person's or operation's id is no repeat and answers nothing. */
export const rememberedAnswer = (db: Read, once: Once, actor: string): { answer: unknown } | undefined => {
  const row = one<{ answer: string }>(db, sql`select answer from local_command where id = ${keyOf(once, actor)}`)
  return row && { answer: JSON.parse(row.answer) as unknown }
}

/** A page repeats a command within minutes, or when a task goes on after a crash; nobody repeats last week's. */
const keptMs = 7 * 86_400_000

/** Forgets what nobody repeats any more, so that the table does not grow for ever; at every opening. */
export const forgetAnswers = (db: Write, now: number): void => {
  run(db, sql`delete from local_command where at < ${now - keptMs}`)
}
