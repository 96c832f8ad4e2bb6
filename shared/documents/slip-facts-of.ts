/** Facts of the supplies' slips and requests, reduced to what their forms print. Pure. */
import { localTime } from '../office/dates.ts'
import type { Slip } from '../supplies/records.ts'
import type { SupplyRequest } from '../supplies/counter/request-records.ts'
import type {
  MoveSlipFacts,
  ReceiptSlipFacts,
  ReturnSlipFacts,
  StockLineFacts,
  SupplyRequestFacts,
} from './slip-facts.ts'

/** Canonical JSON holds no `undefined`. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

const lineOf = (line: Slip['lines'][number]): StockLineFacts =>
  defined({
    code: line.item.code,
    name: line.item.name,
    spec: line.item.spec,
    unit: line.unit,
    quantity: String(line.quantity),
    location: line.location,
    to: line.to,
    lot: line.lot,
    expiry: line.expiry,
    unitCost: line.unitCost,
    amount: line.amount,
  })

/** @param signature SHA-256 of its picture */
export type Printed = { office: string; zone: string; signature?: string | undefined }

const headOf = (slip: Slip, { office, zone, signature }: Printed) => ({
  office,
  number: slip.numbered.number,
  at: `${slip.date} ${localTime(slip.enteredAt, zone).slice(11)}`,
  clerk: slip.clerk.name,
  reason: slip.reason,
  lines: slip.lines.map(lineOf),
  total: slip.amount,
  reversedBy: slip.reversedBy?.number,
  signature,
})

export const receiptFactsOf = (slip: Slip, printed: Printed): ReceiptSlipFacts =>
  defined({
    form: 'receipt-slip',
    ...headOf(slip, printed),
    supplier: slip.supplier,
    reference: slip.reference,
    purchase: slip.purchase?.number,
  })

export const returnFactsOf = (slip: Slip, printed: Printed): ReturnSlipFacts =>
  defined({
    form: 'return-slip',
    ...headOf(slip, printed),
    returner: slip.recipient?.name,
    department: slip.recipient?.department?.name,
    original: slip.original?.number,
  })

export const moveFactsOf = (slip: Slip, printed: Printed): MoveSlipFacts =>
  defined({
    form: 'move-slip',
    ...headOf(slip, printed),
    verb: slip.verb,
    party: slip.recipient?.name ?? slip.supplier,
    reverses: slip.reverses?.number,
  })

export type RequestState = { lines: readonly { approved: number; issued: number }[]; slips: readonly string[] }

export const requestFactsOf = (
  request: SupplyRequest,
  { lines, slips }: RequestState,
  { office, zone }: Printed,
): SupplyRequestFacts =>
  defined({
    form: 'supply-request',
    office,
    number: request.numbered.number,
    at: localTime(request.enteredAt, zone),
    requester: request.requester.name,
    recipient: request.recipient.name,
    department: request.recipient.department?.name,
    purpose: request.purpose,
    reason: request.reason,
    neededBy: request.neededBy,
    promised: request.promised?.date,
    status: request.status,
    lines: request.lines.map((line, index) =>
      defined({
        code: line.item.code,
        name: line.item.name,
        spec: line.item.spec,
        asked: `${line.quantity} ${line.unit}`,
        approved: `${lines[index]?.approved ?? 0} ${line.baseUnit}`,
        issued: `${lines[index]?.issued ?? 0} ${line.baseUnit}`,
        overQuota: (line.overQuota ?? 0) > 0 ? { count: line.overQuota ?? 0, unit: line.baseUnit } : undefined,
      }),
    ),
    decisions: request.decisions.map(({ by, decision, opinion, at }) =>
      defined({ by: by.name, decision, opinion, at }),
    ),
    slips: [...slips],
  })
