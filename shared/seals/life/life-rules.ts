/** Deciding about acts of life: activation, retirement, sealing away, destruction, loss, and the steps that follow. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { onlyChanged } from '../../journal/changed.ts'
import type { Numbered } from '../../office/numbers.ts'
import { partsOfAct } from '../requests/confirming.ts'
import { isElsewhere, movedDraft, refuseAct, sealActs, type SealChange } from './life.ts'
import { namedOf, refuseApprover, refuseLeft, refuseSamePerson, type Standing } from './life-people.ts'
import type { LifeAct, LifeActName } from './life-records.ts'
import type { Named, Seal } from '../records.ts'

/** Where and when an act is entered, and by whom; `at` is office time. */
export type Entered = { by: Named; desk: string; at: string; today: string }

/** What is told of an act; which of it is needed depends on the act. */
export type LifeTold = {
  on?: string | undefined
  reason?: string | undefined
  approver?: Standing | undefined
  receivedBy?: Standing | undefined
  filingNumber?: string | undefined
  registrar?: string | undefined
  impression?: string | undefined
  place?: string | undefined
  keepUntil?: string | undefined
  method?: string | undefined
  witnesses?: readonly Standing[] | undefined
} & Pick<LifeAct, 'police' | 'notice' | 'bank' | 'receipt' | 'remarks'>

/** 停用公章、封存、恢复、销毁须经批准; nobody approves what they enter themselves. */
export const needsApprover = (seal: Pick<Seal, 'type' | 'isHighRisk'>, act: LifeActName): boolean =>
  act === 'sealed-away' ||
  act === 'destroyed' ||
  act === 'resumed' ||
  (act === 'retired' && (seal.type === 'company' || seal.isHighRisk))

/** 监销人 */
const leastWitnesses = 2

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

/** @param lostOn the day of a loss, before which nobody reported it */
const refuseDates = (
  { on, keepUntil, police, notice, bank }: LifeTold,
  today: string,
  lostOn: string | undefined,
): Refusal | undefined => {
  if (on !== undefined && on > today) return invalid('on', 'invalid.future')
  if (keepUntil !== undefined && keepUntil < (on ?? today)) return invalid('keepUntil', 'invalid.too-small')
  for (const [path, step] of Object.entries({ police, notice, bank })) {
    if (step && step.on > today) return invalid(`${path}.on`, 'invalid.future')
    if (step && lostOn !== undefined && step.on < lostOn) return invalid(`${path}.on`, 'invalid.before-loss')
  }
  return undefined
}

const refuseWitnesses = (seal: Seal, witnesses: readonly Standing[], by: Named): Refusal | undefined => {
  const same = refuseSamePerson([
    ['enterer', by],
    ...(seal.custodian && seal.custodian.id !== by.id ? ([['custodian', seal.custodian]] as const) : []),
    ...witnesses.map((witness) => ['destruction-witness', witness] as const),
  ])
  if (same) return same
  return witnesses.length < leastWitnesses
    ? refuse({ code: 'witnesses-too-few', found: witnesses.length, least: leastWitnesses })
    : undefined
}

/** Why an act of life cannot be done as it is told; undefined where it may. */
export const refuseLifeAct = (seal: Seal, act: LifeActName, told: LifeTold, entered: Entered): Refusal | undefined => {
  const { by, desk, today } = entered
  const witnesses = told.witnesses ?? []
  return (
    refuseAct(seal, act, desk) ??
    refuseDates(told, today, act === 'lost' ? (told.on ?? today) : undefined) ??
    (act === 'activated' && (told.impression ?? seal.impression) === undefined
      ? refuse({ code: 'impression-needed', seal: seal.name })
      : undefined) ??
    refuseLeft([told.receivedBy, told.approver, ...witnesses]) ??
    (act === 'destroyed' ? refuseWitnesses(seal, witnesses, by) : undefined) ??
    refuseApprover(told.approver, needsApprover(seal, act), seal.name, [
      ['enterer', by],
      ...witnesses.map((witness) => ['destruction-witness', witness] as const),
    ])
  )
}

/** What of an act the seal itself shows from then on. */
const changeOf = (seal: Seal, act: LifeActName, told: LifeTold, on: string): SealChange => {
  const reason = { statusReason: told.reason }
  switch (act) {
    case 'activated':
      return {
        activatedOn: on,
        custodian: told.receivedBy && namedOf(told.receivedBy),
        filingNumber: told.filingNumber,
        registrar: told.registrar,
        impression: told.impression,
        place: told.place,
      }
    case 'resumed':
      return { activatedOn: seal.activatedOn ?? on, place: told.place }
    case 'retired':
      return { ...reason, retiredOn: on }
    case 'sealed-away':
    case 'found':
      return { ...reason, place: told.place }
    case 'destroyed':
    case 'lost':
      return reason
  }
}

/** The act's own entry and the seal's, to be entered together. */
export const lifeActDrafts = (
  seal: Seal,
  act: LifeActName,
  told: LifeTold,
  entered: Entered,
  fresh: { id: string; numbered: Numbered },
): Draft[] => {
  const { id, numbered } = fresh
  const on = told.on ?? entered.today
  const { code, name } = seal
  const body = {
    ...told,
    numbered,
    number: numbered.number,
    act,
    seal: { id: seal.id, code, name },
    on,
    enteredAt: entered.at,
    by: entered.by,
    desk: entered.desk,
    custodian: seal.custodian,
    from: seal.status,
    status: sealActs[act].to,
    impression: told.impression ?? seal.impression,
    approver: told.approver && namedOf(told.approver),
    receivedBy: told.receivedBy && namedOf(told.receivedBy),
    witnesses: told.witnesses?.map(namedOf),
    asksConfirmation: partsOfAct(told as { witnesses?: Named[]; approver?: Named }).length > 0 ? true : undefined,
  }
  const ref = { type: 'seal_life_act', id, number: numbered.number }
  return [{ kind: `seal.${act}`, subject: id, body: body }, movedDraft(seal, act, ref, changeOf(seal, act, told, on))]
}

export type LaterTold = Pick<LifeAct, 'police' | 'notice' | 'bank' | 'replacement' | 'receipt' | 'remarks'>

const fitting: Readonly<Record<string, readonly (keyof LaterTold)[]>> = {
  lost: ['police', 'notice', 'bank', 'replacement', 'remarks'],
  destroyed: ['receipt', 'remarks'],
}

/** A later step of an act that was entered before: the police receipt, the notice, the bank, the new seal, 缴销回执. */
export const noteStep = (seal: Seal, act: LifeAct, told: LaterTold, entered: Entered): Draft[] | Refusal => {
  const wrong = Object.entries(told).find(
    ([name, value]) => value !== undefined && !(fitting[act.act] ?? ['remarks']).includes(name as keyof LaterTold),
  )
  if (wrong) return refuse({ code: 'step-not-fitting', number: act.number, step: wrong[0] })
  if (act.act !== 'lost' && isElsewhere(seal, entered.desk))
    return refuse({ code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk: entered.desk })
  const dates = refuseDates(told, entered.today, act.act === 'lost' ? act.on : undefined)
  if (isRefusal(dates)) return dates
  if (told.replacement?.id === act.seal.id) return invalid('replacement', 'invalid.self')
  const body = onlyChanged(act, told)
  if (Object.keys(body).length === 0) return invalid('change', 'invalid.required')
  return [{ kind: 'seal.step-noted', subject: act.id, body }]
}
