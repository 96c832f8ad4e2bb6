/**
 * 出入库流水: every movement as a line of one table, so that reports, the closing of a month and a recount sum it without
 * opening slips. A transfer is two lines, a merge two of two items; quantities in the base unit, amounts in minor units.
 */
import type { LineTable, LineValue } from '../journal/subject.ts'
import type { Slip, SlipLine } from './records.ts'
import type { SlipVerb } from './verbs.ts'

const columns = {
  /** Business date; a year, a month and what lies behind a date are ranges of the table. */
  date: 'TEXT',
  slip: 'TEXT',
  /** The slip's line, two for each, since some move twice; behind them what of differences falls on departments. */
  line: 'INTEGER',
  /** Of a reversing slip the verb that it undoes. */
  verb: 'TEXT',
  item: 'TEXT',
  location: 'TEXT',
  /** Into the stock above zero, out of it below. */
  quantity: 'INTEGER',
  amount: 'INTEGER',
  /** What it counts as consumption: an issue, less what comes back, and differences on what was used up. */
  used: 'INTEGER',
  person: 'TEXT',
  department: 'TEXT',
  /** The month of the slip that a return or reversal takes back; else its own. */
  month: 'TEXT',
} as const

type Moved = {
  item: string
  location: string
  quantity: number
  amount: number
  used: number
  /** Where it is not that of the slip's recipient. */
  department?: string
}

/** What a line moves, before the sign of a reversal: one or two movements. */
const movesOf = (line: SlipLine, verb: SlipVerb): Moved[] => {
  const { base, amount, location, to, into, difference } = line
  const item = line.item.id
  const out = { item, location, quantity: -base, amount: -amount, used: 0 }
  const incoming = { item, location, quantity: base, amount, used: 0 }
  switch (verb) {
    case 'receipt':
    case 'gain':
      return [incoming]
    case 'return':
      return [{ ...incoming, used: -amount }]
    case 'issue':
      return [{ ...out, used: amount }]
    case 'scrap':
    case 'loss':
      return [out]
    case 'transfer':
      return into === undefined
        ? [
            { ...out, amount: 0 },
            { ...incoming, amount: 0, location: to ?? location },
          ]
        : [out, { ...incoming, item: into.id }]
    case 'revalue':
      return [{ ...incoming, quantity: 0, used: (difference?.used ?? 0) - attributedOf(line) }]
    case 'reverse':
      return []
  }
}

const attributedOf = ({ difference }: SlipLine): number =>
  (difference?.departments ?? []).reduce((sum, { used }) => sum + used, 0)

/** What of a difference falls on a department: nothing moves, it is only used. */
const sharesOf = ({ item, location, difference }: SlipLine, verb: SlipVerb): Moved[] =>
  verb === 'revalue'
    ? (difference?.departments ?? []).map(({ id, used }) => ({
        item: item.id,
        location,
        quantity: 0,
        amount: 0,
        used,
        department: id,
      }))
    : []

const linesOf = (slip: Slip): LineValue[][] => {
  const sign = slip.verb === 'reverse' ? -1 : 1
  const verb = slip.reverses?.verb ?? slip.verb
  const person = slip.recipient?.id ?? null
  const recipients = slip.recipient?.department?.id ?? null
  const row = ({ item, location, quantity, amount, used, department }: Moved, line: number): LineValue[] => [
    slip.date,
    slip.id,
    line,
    verb,
    item,
    location,
    // Not a negative zero, which SQLite would store as zero and a comparison would tell apart.
    quantity * sign + 0,
    amount * sign + 0,
    used * sign + 0,
    person,
    department ?? recipients,
    slip.month,
  ]
  const moves = slip.lines.flatMap((line, index) =>
    movesOf(line, verb).map((moved, part) => row(moved, index * 2 + part)),
  )
  // Behind all that moves: a line may fall on any number of departments.
  const shares = slip.lines
    .flatMap((line) => sharesOf(line, verb))
    .map((share, place) => row(share, slip.lines.length * 2 + place))
  return [...moves, ...shares]
}

export const movementLines: LineTable<Slip> = {
  name: 'stock_movement',
  columns,
  key: ['date', 'slip', 'line'],
  of: linesOf,
}
