/** 入库单: what came, from whom, at what price, on A5 landscape in three copies. */
import { figures } from '../../office/money.ts'
import type { Form } from '../layout.ts'
import type { ReceiptSlipFacts } from '../slip-facts.ts'
import { layStockSheet, stockColumn, stockInner } from '../stock-sheet.ts'

const centre = { align: 'center' } as const
const right = { align: 'right' } as const

export const receiptSlipForm: Form<ReceiptSlipFacts> = (facts, press) => {
  const { words } = press
  const column = stockColumn(press)
  const label = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `${words(`documents.field.${key}`)} ${value}`
  return layStockSheet(
    {
      office: facts.office,
      title: words('documents.title.receipt-slip'),
      copies: ['stub', 'accounts', 'store'],
      particulars: [
        { text: label('supplier', facts.supplier), x: 0, w: 90, row: 0 },
        { text: label('issued-at', facts.at), x: 92, w: 50, row: 0 },
        { text: label('purchase', facts.purchase), x: 142, w: stockInner - 142, row: 0 },
        { text: label('reference', facts.reference), x: 0, w: 90, row: 1 },
        { text: label('reason-line', facts.reason), x: 92, w: stockInner - 92, row: 1 },
      ],
      columns: [
        column('position', 9, centre),
        column('item', 52),
        column('spec', 32, { size: 8 }),
        column('unit', 11, centre),
        column('quantity', 15, right),
        column('unit-cost', 19, right),
        column('line-amount', 22, right),
        column('lot', stockInner - 160, { size: 7 }),
      ],
      rows: facts.lines.map((line, index) => [
        String(index + 1),
        `${line.name} ${line.code}`,
        line.spec ?? '',
        line.unit,
        line.quantity,
        figures(line.unitCost),
        figures(line.amount),
        [line.lot, line.expiry].filter(Boolean).join(' '),
      ]),
      total: facts.total,
      signers: [
        { duty: 'delivered-by' },
        { duty: 'checked-by' },
        { duty: 'stored-by', name: facts.clerk },
        { duty: 'accounts' },
      ],
      note: words(facts.reversedBy === undefined ? 'documents.note.slip' : 'documents.note.reversed', {
        number: facts.reversedBy,
      }),
      isVoid: facts.reversedBy !== undefined,
    },
    press,
  )
}
