/** 物资申领单: asked, approved and issued side by side, with what was decided and what is promised, on A5 landscape. */
import type { Form, Press } from '../layout.ts'
import type { SupplyRequestFacts } from '../slip-facts.ts'
import { layStockSheet, stockColumn, stockInner } from '../stock-sheet.ts'

const centre = { align: 'center' } as const
const right = { align: 'right' } as const

/** `同意 王建国 2026-11-23 14:20（先发一盒）`; the one that stands comes first. */
const opinions = ({ decisions }: SupplyRequestFacts, { words }: Press): string =>
  decisions
    .map(({ by, decision, opinion, at }) =>
      [words(`documents.decision.${decision}`), by, at, opinion && `（${opinion}）`].filter(Boolean).join(' '),
    )
    .join(words('documents.clause-joint'))

export const supplyRequestForm: Form<SupplyRequestFacts> = (facts, press) => {
  const { words } = press
  const column = stockColumn(press)
  const label = (key: string, value: string | undefined): string =>
    value === undefined || value === '' ? '' : `${words(`documents.field.${key}`)} ${value}`
  const who = facts.department === undefined ? facts.recipient : `${facts.recipient}（${facts.department}）`
  const why = [facts.purpose, facts.reason && words('documents.over-quota', { reason: facts.reason })]
  const isDecided = facts.status !== 'pending'
  const approver = facts.decisions.find(({ decision }) => decision === 'approved')?.by
  return layStockSheet(
    {
      office: facts.office,
      title: words('documents.title.supply-request'),
      copies: [undefined],
      particulars: [
        { text: label('for', who), x: 0, w: 70, row: 0 },
        { text: label('issued-at', facts.at), x: 72, w: 46, row: 0 },
        { text: label('needed-by', facts.neededBy), x: 120, w: 34, row: 0 },
        { text: label('promised', facts.promised), x: 154, w: stockInner - 154, row: 0 },
        { text: label('purpose-line', why.filter(Boolean).join(words('documents.clause-joint'))), x: 0, w: 92, row: 1 },
        { text: label('opinions', opinions(facts, press)), x: 94, w: stockInner - 94, row: 1 },
      ],
      columns: [
        column('position', 9, centre),
        column('item', 58),
        column('spec', 38, { size: 8 }),
        column('asked', 20, right),
        column('request-approved', 20, right),
        column('issued', 20, right),
        column('remark', stockInner - 165, { size: 7 }),
      ],
      rows: facts.lines.map((line, index) => [
        String(index + 1),
        `${line.name} ${line.code}`,
        line.spec ?? '',
        line.asked,
        // Not decided yet: the approver's pen fills it.
        isDecided ? line.approved : '',
        isDecided ? line.issued : '',
        line.overQuota === undefined ? '' : words('documents.over-quota-by', line.overQuota),
      ]),
      signers: [
        { duty: 'asked-by', name: facts.requester },
        { duty: 'approver', name: approver },
        { duty: 'issued-by' },
        { duty: 'received-by', name: facts.recipient },
      ],
      note: [
        words('documents.note.supply-request'),
        label('filled-by', facts.slips.join(words('documents.list-joint'))),
      ]
        .filter(Boolean)
        .join(' '),
    },
    press,
  )
}
