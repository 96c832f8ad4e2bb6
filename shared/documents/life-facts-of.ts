/** Facts of a seal's life from its records; names as they were at the act. Pure. */
import type { Handover, LifeAct, Outing } from '../seals/life/life-records.ts'
import { confirmationOf, type ConfirmedPart } from '../seals/requests/confirming.ts'
import type { Named, Seal } from '../seals/records.ts'
import { formOfAct } from './life-forms.ts'
import type {
  SealActivationFacts,
  SealDisposalFacts,
  SealHandoverFacts,
  SealLossFacts,
  SealOutingFacts,
  SheetSeal,
} from './life-facts.ts'

/** Canonical JSON holds no `undefined`, and facts read back from a file must equal those that were made. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T

export type SheetPart = {
  office: string
  seal: Seal
  /** SHA-256 of the impression image. */
  impression: string | undefined
}

/** The master as it stands, but for what the act itself fixed. */
const sealFacts = ({ seal, impression }: SheetPart, act?: LifeAct): SheetSeal =>
  defined({
    code: seal.code,
    name: seal.name,
    type: seal.type,
    impression,
    width: seal.widthMm,
    height: seal.heightMm,
    shape: seal.shape,
    material: seal.material,
    inscription: seal.inscription,
    filingNumber: act?.filingNumber ?? seal.filingNumber,
    registrar: act?.registrar ?? seal.registrar,
    owner: seal.owner,
    engravedOn: seal.engravedOn,
    activatedOn: seal.activatedOn,
  })

/** The name, and when its bearer confirmed it in person. */
const signed = (record: LifeAct | Handover | Outing, part: ConfirmedPart, person: Named): string =>
  [person.name, confirmationOf(record.confirmations, { part, person })?.at].filter(Boolean).join(' ')

const stated = (part: SheetPart, act: LifeAct) => ({
  office: part.office,
  number: act.number,
  at: act.enteredAt,
  by: act.by.name,
  desk: act.desk,
  seal: sealFacts(part, act),
  act: act.act,
  on: act.on,
  from: act.from,
  status: act.status,
  custodian: act.custodian?.name,
  reason: act.reason,
  approver: act.approver && signed(act, 'approver', act.approver),
  place: act.place,
  remarks: act.remarks,
})

export const lifeActFactsOf = (
  part: SheetPart,
  act: LifeAct,
): SealActivationFacts | SealDisposalFacts | SealLossFacts => {
  const facts = stated(part, act)
  const form = formOfAct(act.act)
  if (form === 'seal-activation') return defined({ form, ...facts, receivedBy: act.receivedBy?.name })
  if (form === 'seal-loss') {
    const replacement = act.replacement && `${act.replacement.name}（${act.replacement.code}）`
    const { police, notice, bank } = act
    return defined({
      form,
      ...facts,
      police: police && defined(police),
      notice: notice && defined(notice),
      bank: bank && defined(bank),
      replacement,
    })
  }
  const witnesses = (act.witnesses ?? []).map((person) => signed(act, 'destruction-witness', person))
  const { keepUntil, method, receipt } = act
  return defined({ form: 'seal-disposal', ...facts, keepUntil, method, witnesses, receipt })
}

export const handoverFactsOf = (part: SheetPart, handover: Handover): SealHandoverFacts =>
  defined({
    form: 'seal-handover',
    office: part.office,
    number: handover.number,
    at: handover.offeredAt,
    by: handover.offeredBy.name,
    desk: handover.fromDesk,
    seal: sealFacts(part),
    from: handover.from.name,
    to: handover.to.name,
    witness: signed(handover, 'handover-witness', handover.witness),
    fromDesk: handover.fromDesk,
    toDesk: handover.toDesk,
    reason: handover.reason,
    registers: handover.registers,
    temporaryUntil: handover.temporaryUntil,
    status: handover.status,
    answeredAt: handover.answeredAt,
    answerReason: handover.answerReason,
    place: handover.place,
  })

export const outingFactsOf = (part: SheetPart, outing: Outing): SealOutingFacts =>
  defined({
    form: 'seal-outing',
    office: part.office,
    number: outing.number,
    at: outing.enteredAt,
    by: outing.by.name,
    desk: outing.desk,
    seal: sealFacts(part),
    custodian: outing.custodian?.name,
    taker: signed(outing, 'taker', outing.taker),
    escort: signed(outing, 'escort', outing.escort),
    approver: outing.approver && signed(outing, 'approver', outing.approver),
    address: outing.address,
    reason: outing.reason,
    documents: outing.documents,
    request: outing.request?.number,
    plannedOutAt: outing.plannedOutAt,
    dueBackAt: outing.dueBackAt,
    status: outing.status,
    outAt: outing.outAt,
    backAt: outing.backAt,
    returnedTo: outing.returnedTo && signed(outing, 'checker', outing.returnedTo),
    isIntact: outing.isIntact,
    condition: outing.condition,
  })
