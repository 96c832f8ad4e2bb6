/** 调拨单, 报损单, and the slips that undo or correct: what left which place, where to and why, in three copies. */
import { figures } from '../../office/money.ts'
import type { Form } from '../layout.ts'
import type { MoveSlipFacts } from '../slip-facts.ts'
import { layStockSheet, stockColumn, stockInner } from '../stock-sheet.ts'

const centre = { align: 'center' } as const
const right = { align: 'right' } as const

export const moveSlipForm: Form<MoveSlipFacts> = (facts, press) => {
  const { words } = press
  const column = stockColumn(press)
  const label = (key: string, value: string | undefined): string =>
    value === undefined ? '' : `${words(`documents.field.${key}`)} ${value}`
  const isMove = facts.lines.some(({ to }) => to !== undefined)
  return layStockSheet(
    {
      office: facts.office,
      title: words(`documents.title.move-${facts.verb}`),
      copies: ['stub', 'accounts', 'store'],
      particulars: [
        { text: label('issued-at', facts.at), x: 0, w: 60, row: 0 },
        { text: label('reverses', facts.reverses), x: 62, w: 60, row: 0 },
        { text: label('party', facts.party), x: 124, w: stockInner - 124, row: 0 },
        { text: label('reason-line', facts.reason), x: 0, w: stockInner, row: 1 },
      ],
      columns: [
        column('position', 9, centre),
        column('item', isMove ? 44 : 46),
        column('spec', isMove ? 24 : 26, { size: 8 }),
        column('unit', 11, centre),
        column('quantity', 14, right),
        column('line-amount', 20, right),
        column(isMove ? 'move-from' : 'location', isMove ? 24 : 34, { size: 7 }),
        ...(isMove ? [column('move-to', 24, { size: 7 })] : []),
        column('lot', stockInner - (isMove ? 170 : 160), { size: 7 }),
      ],
      rows: facts.lines.map((line, index) => [
        String(index + 1),
        `${line.name} ${line.code}`,
        line.spec ?? '',
        line.unit,
        // A difference in value moves no pieces.
        facts.verb === 'revalue' ? '' : line.quantity,
        figures(line.amount),
        facts.verb === 'revalue' ? '' : line.location,
        ...(isMove ? [line.to ?? ''] : []),
        [line.lot, line.expiry].filter(Boolean).join(' '),
      ]),
      total: facts.total,
      signers: [
        { duty: 'moved-by', name: facts.clerk },
        { duty: 'stored-by' },
        { duty: 'approver' },
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
