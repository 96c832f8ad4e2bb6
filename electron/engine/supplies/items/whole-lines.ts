/** Lines in whole quantities before a slip is decided, whichever act they are for. */
import { isRefusal, type Refusal } from '../../../../shared/api/fault.ts'
import { inWholeUnits } from '../../../../shared/supplies/items/whole-units.ts'
import type { Reading } from '../../act.ts'
import { itemOf } from '../store.ts'

type Line = Parameters<typeof inWholeUnits>[1][number]

/** Goes on with the lines as they are entered; nothing is read where all are whole. */
export const whole = <I extends { lines: readonly Line[] }, A>(
  { db }: Reading,
  input: I,
  goOn: (input: I) => A | Refusal,
): A | Refusal => {
  const lines = inWholeUnits<I['lines'][number]>((id) => itemOf(db, id), input.lines)
  return isRefusal(lines) ? lines : goOn({ ...input, lines })
}
