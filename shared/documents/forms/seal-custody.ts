/** 印章交接登记表 with 移交/接收/监交, and 印章外带审批单 with its return check. */
import type { GridRow } from '../grid.ts'
import type { Form, Press } from '../layout.ts'
import type { SealHandoverFacts, SealOutingFacts } from '../life-facts.ts'
import { lifeSheet } from '../life-sheet.ts'

const one = (label: string, value: string | undefined, height = 9): GridRow => ({
  height,
  pairs: [[label, value ?? '']],
})
const two = (label: string, value: string | undefined, other: string, second: string | undefined): GridRow => ({
  pairs: [
    [label, value ?? ''],
    [other, second ?? ''],
  ],
})

const part = ({ words }: Press, name: string): string => words(`seals.part.${name}`)

export const sealHandoverForm: Form<SealHandoverFacts> = (facts, press) => {
  const { words } = press
  const word = (key: string): string => words(`seals.out.${key}`)
  const rows: GridRow[] = [
    two(part(press, 'from'), facts.from, word('from-desk'), facts.fromDesk),
    two(part(press, 'to'), facts.to, word('to-desk'), facts.toDesk),
    two(part(press, 'handover-witness'), facts.witness, word('offered-at'), facts.at),
    one(word('reason'), facts.reason, 14),
    one(word('registers'), facts.registers.join(press.words('documents.list-joint')), 12),
    two(word('temporary-until'), facts.temporaryUntil, word('place'), facts.place),
    two(word('state'), words(`seals.handover-status.${facts.status}`), word('answered-at'), facts.answeredAt),
  ]
  if (facts.answerReason !== undefined) rows.push(one(word('answer-reason'), facts.answerReason))
  return lifeSheet(
    {
      office: facts.office,
      title: words('documents.title.seal-handover'),
      seal: facts.seal,
      rows,
      signers: [
        [
          [part(press, 'from'), facts.from],
          [part(press, 'to'), facts.to],
          [part(press, 'handover-witness'), facts.witness],
        ],
      ],
      note: words('documents.note.life'),
      isVoid: facts.status === 'declined' || facts.status === 'ended',
    },
    press,
  )
}

const conditionOf = ({ isIntact, condition }: SealOutingFacts, { words }: Press): string => {
  if (isIntact === undefined) return ''
  const whole = words(isIntact ? 'seals.out.intact-yes' : 'seals.out.intact-no')
  return condition === undefined ? whole : `${whole}：${condition}`
}

export const sealOutingForm: Form<SealOutingFacts> = (facts, press) => {
  const { words } = press
  const word = (key: string): string => words(`seals.out.${key}`)
  const rows: GridRow[] = [
    two(part(press, 'taker'), facts.taker, part(press, 'escort'), facts.escort),
    one(word('address'), facts.address),
    one(word('reason'), facts.reason, 14),
    one(word('documents'), facts.documents.join(press.words('documents.list-joint')), 16),
    two(word('request'), facts.request, part(press, 'approver'), facts.approver),
    two(word('planned-out'), facts.plannedOutAt, word('due-back'), facts.dueBackAt),
    two(word('out-at'), facts.outAt, word('back-at'), facts.backAt),
    two(part(press, 'checker'), facts.returnedTo, word('condition'), conditionOf(facts, press)),
  ]
  return lifeSheet(
    {
      office: facts.office,
      title: words('documents.title.seal-outing'),
      seal: facts.seal,
      rows,
      signers: [
        [
          [part(press, 'taker'), facts.taker],
          [part(press, 'escort'), facts.escort],
          [part(press, 'approver'), facts.approver],
        ],
        [
          [part(press, 'custodian'), facts.custodian],
          [part(press, 'checker'), facts.returnedTo],
        ],
      ],
      note: words('documents.note.life'),
      isVoid: facts.status === 'cancelled',
    },
    press,
  )
}
