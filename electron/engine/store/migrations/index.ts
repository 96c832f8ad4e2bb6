/** The numbered migrations, oldest first; a file's `user_version` is the number of those it has had. */
import { journal } from './0001-journal.ts'
import { answersWithTime } from './0002-answers-with-time.ts'

export const migrations: readonly (readonly string[])[] = [journal, answersWithTime]
