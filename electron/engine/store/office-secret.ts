/** The office's secret for naming files: 32 bytes beside the desk's key, made at the first use. */
import { randomBytes } from 'node:crypto'
import { one, run, sql, type Write } from './sql.ts'

const name = 'file-id-key'

export const fileSecret = (db: Write, random: (bytes: number) => Uint8Array = randomBytes): Uint8Array => {
  const known = one<{ value: Buffer }>(db, sql`select value from local_secret where name = ${name}`)
  if (known) return known.value
  const made = random(32)
  run(db, sql`insert into local_secret (name, value) values (${name}, ${made})`)
  return made
}
