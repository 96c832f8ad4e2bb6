/** 印章启用登记表, 停用/封存/销毁登记表 and 挂失登记表. */
import type { GridRow } from '../grid.ts'
import type { Form, Press } from '../layout.ts'
import type { SealActivationFacts, SealDisposalFacts, SealLossFacts } from '../life-facts.ts'
import { lifeSheet, type Signer } from '../life-sheet.ts'

type Act = SealActivationFacts | SealDisposalFacts | SealLossFacts

const lifeWord =
  ({ words }: Press) =>
  (key: string): string =>
    words(`seals.life.${key}`)

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

/** What every act says first: what, from when, from which state to which, and why. */
const actRows = (facts: Act, press: Press): GridRow[] => {
  const word = lifeWord(press)
  const { words } = press
  const change = `${words(`seals.status.${facts.from}`)} → ${words(`seals.status.${facts.status}`)}`
  return [
    two(word('act'), words(`seals.act.${facts.act}`), word('on'), facts.on),
    two(word('change'), change, words('seals.part.custodian'), facts.custodian),
    one(word('reason'), facts.reason, 16),
  ]
}

const part = ({ words }: Press, name: string): string => words(`seals.part.${name}`)

export const sealActivationForm: Form<SealActivationFacts> = (facts, press) => {
  const word = lifeWord(press)
  const rows: GridRow[] = [
    ...actRows(facts, press),
    two(word('received-by'), facts.receivedBy ?? facts.custodian, word('place'), facts.place),
    two(press.words('seals.cabinet.owner'), facts.seal.owner, word('entered'), `${facts.by}　${facts.at}`),
    one(press.words('seals.cabinet.remarks'), facts.remarks, 16),
  ]
  return lifeSheet(
    {
      office: facts.office,
      title: press.words('documents.title.seal-activation'),
      seal: facts.seal,
      rows,
      signers: [
        [
          [part(press, 'enterer'), facts.by],
          [part(press, 'to'), facts.receivedBy ?? facts.custodian],
          [part(press, 'approver'), facts.approver],
        ],
      ],
      note: press.words('documents.note.life'),
    },
    press,
  )
}

/** 停用 · 封存 · 销毁, each with the rows that it needs. */
export const sealDisposalForm: Form<SealDisposalFacts> = (facts, press) => {
  const word = lifeWord(press)
  const isDestroyed = facts.act === 'destroyed'
  const rows: GridRow[] = [...actRows(facts, press)]
  if (facts.act === 'sealed-away') rows.push(two(word('place'), facts.place, word('keep-until'), facts.keepUntil))
  if (isDestroyed) rows.push(two(word('method'), facts.method, word('receipt'), facts.receipt))
  rows.push(two(part(press, 'approver'), facts.approver, word('entered'), `${facts.by}　${facts.at}`))
  rows.push(one(press.words('seals.cabinet.remarks'), facts.remarks, 16))
  const witnesses = facts.witnesses.map((name, index): Signer => [
    `${part(press, 'destruction-witness')} ${index + 1}`,
    name,
  ])
  const signers: Signer[] = [
    [part(press, 'custodian'), facts.custodian],
    [part(press, 'enterer'), facts.by],
    [part(press, 'approver'), facts.approver],
  ]
  return lifeSheet(
    {
      office: facts.office,
      title: press.words(`documents.title.seal-${facts.act}`),
      seal: facts.seal,
      rows,
      signers: isDestroyed ? [signers, witnesses] : [signers],
      note: press.words('documents.note.life'),
    },
    press,
  )
}

export const sealLossForm: Form<SealLossFacts> = (facts, press) => {
  const word = lifeWord(press)
  const { police, notice, bank } = facts
  const rows: GridRow[] = [
    ...actRows(facts, press),
    one(word(facts.act === 'lost' ? 'lost-at' : 'place'), facts.place),
    two(word('police-receipt'), police?.receipt, word('police-on'), police?.on),
    one(word('station'), police?.station),
    two(word('newspaper'), notice?.newspaper, word('notice-on'), notice?.on),
    two(word('newspaper-page'), notice?.page, word('notice-receipt'), notice?.receipt),
    two(word('bank'), bank?.name, word('bank-on'), bank?.on),
    one(word('bank-receipt'), bank?.receipt),
    two(word('replacement'), facts.replacement, word('entered'), `${facts.by}　${facts.at}`),
    one(press.words('seals.cabinet.remarks'), facts.remarks, 16),
  ]
  return lifeSheet(
    {
      office: facts.office,
      title: press.words(facts.act === 'lost' ? 'documents.title.seal-loss' : 'documents.title.seal-found'),
      seal: facts.seal,
      rows,
      signers: [
        [
          [part(press, 'custodian'), facts.custodian],
          [part(press, 'enterer'), facts.by],
          [part(press, 'approver'), facts.approver],
        ],
      ],
      note: press.words('documents.note.life'),
    },
    press,
  )
}
