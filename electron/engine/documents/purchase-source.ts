/** The facts of a purchase request, with what was decided and ordered until it is printed. */
import type { PurchaseRequestFacts } from '../../../shared/documents/purchase-facts.ts'
import { approvedAmount, approvedOfPurchase } from '../../../shared/supplies/buying/buying-fold.ts'
import { share } from '../../../shared/supplies/value/costs.ts'
import { stateOfPurchase } from '../../../shared/supplies/buying/buying-rules.ts'
import type { Reading } from '../act.ts'
import { leftOf, purchaseOf } from '../supplies/buying/buying-store.ts'
import type { Source } from './deps.ts'

/** Canonical JSON holds no `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

export const purchaseSource = ({ db }: Reading, office: string, id: string): Source | undefined => {
  const purchase = purchaseOf(db, id)
  if (!purchase) return undefined
  const { numbered, date, requester, purpose, wanted, lines, decisions, ordered, ended } = purchase
  const [decided] = decisions
  const isPart = decided?.approved !== undefined
  const facts: PurchaseRequestFacts = defined({
    form: 'purchase-request' as const,
    office,
    number: numbered.number,
    date,
    requester: requester.name,
    purpose,
    wanted,
    state: stateOfPurchase(purchase, leftOf(db, purchase)),
    lines: lines.map((line, index) =>
      defined({
        code: line.item.code,
        name: line.item.name,
        spec: line.item.spec,
        quantity: line.quantity,
        approved: isPart ? approvedOfPurchase(purchase, index) / (line.base / line.quantity) : undefined,
        unit: line.unit,
        base:
          line.unit === line.baseUnit || approvedOfPurchase(purchase, index) === 0
            ? undefined
            : `${approvedOfPurchase(purchase, index)} ${line.baseUnit}`,
        price: line.price,
        amount:
          line.price === undefined ? undefined : share(line.amount, approvedOfPurchase(purchase, index), line.base),
        supplier: line.supplier,
      }),
    ),
    total: approvedAmount(purchase),
    decided:
      decided && defined({ by: decided.by.name, at: decided.at, decision: decided.decision, opinion: decided.opinion }),
    ordered:
      ordered &&
      defined({ by: ordered.by.name, at: ordered.at, reference: ordered.reference, expected: ordered.expected }),
    ended: ended && defined({ how: ended.how, reason: ended.reason }),
  })
  return { facts, number: numbered.number, title: purpose ?? requester.name, impression: undefined }
}
