/** Lines of a purchase of which two desks together received more than was asked for, neither knowing of the other's receipt. */
import type { SubjectException } from '../../../../shared/office/exceptions.ts'
import { purchaseRequest } from '../../../../shared/supplies/buying/buying-fold.ts'
import type { Purchase } from '../../../../shared/supplies/buying/buying-records.ts'
import type { Slip } from '../../../../shared/supplies/records.ts'
import { bookType } from '../../../../shared/office/subjects.ts'
import type { Reading } from '../../act.ts'
import { recordOf } from '../../store/derived.ts'
import { all, sql, type Read } from '../../store/sql.ts'
import { purchaseOf, receiptsOf } from './buying-store.ts'

const idLength = 36
const prefix = 'purchase-left:'

type Beyond = { purchase: Purchase; line: number; over: number }

/** An account below zero is a line of which more came; an ended purchase asks for nothing, so nothing is too much. */
const beyond = (db: Read): Beyond[] =>
  all<{ account: string; amount: number }>(
    db,
    sql`select account, amount from balance where account >= ${prefix} and account < 'purchase-left;' and amount < 0`,
  ).flatMap(({ account, amount }) => {
    const purchase = purchaseOf(db, account.slice(prefix.length, prefix.length + idLength))
    const line = Number(account.slice(prefix.length + idLength + 1))
    return purchase?.status === 'approved' || purchase?.status === 'ordered' ? [{ purchase, line, over: -amount }] : []
  })

/** Which desk wrote a slip: the one that its book of numbers belongs to. */
const deskOf = (db: Read, slip: Slip): string => recordOf(db, bookType, slip.numbered.book)?.desk ?? ''

/** What one desk alone received beyond the request it saw while receiving; only what two did is news. */
export const deliveredTwice = ({ db }: Reading): SubjectException[] =>
  beyond(db).flatMap(({ purchase, line, over }): SubjectException[] => {
    const receipts = receiptsOf(db, purchase.id).filter(
      ({ reversedBy, lines }) => reversedBy === undefined && lines.some(({ purchaseLine }) => purchaseLine === line),
    )
    if (new Set(receipts.map((slip) => deskOf(db, slip))).size < 2) return []
    const asked = purchase.lines[line]
    return [
      {
        kind: 'purchase-exceeded',
        subject: purchase.id,
        type: purchaseRequest.name,
        part: String(line),
        on: receipts.at(-1)?.date ?? purchase.date,
        values: {
          number: purchase.numbered.number,
          name: asked?.item.name ?? '',
          over,
          unit: asked?.baseUnit ?? '',
          slips: receipts.map(({ numbered }) => numbered.number),
        },
      },
    ]
  })
