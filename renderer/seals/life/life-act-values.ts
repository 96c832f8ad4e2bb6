/** What is typed on the sheet of an act in a seal's life, and what it asks of the engine. */
import type { LifeActName } from '../../../shared/seals/life/life-records.ts'
import type { Input, Output } from '../../shell/contract.ts'
import type { Chosen } from '../../ui/record-picker.tsx'
import type { Picture } from '../use/impression-choice.tsx'

export type Seal = Output<'seals.get'>['seal']

export const operationOf = {
  activated: 'seals.activate',
  retired: 'seals.retire',
  resumed: 'seals.resume',
  'sealed-away': 'seals.sealAway',
  destroyed: 'seals.destroy',
  lost: 'seals.reportLost',
  found: 'seals.reportFound',
} as const satisfies Record<LifeActName, string>
export type LifeOperation = (typeof operationOf)[LifeActName]

export type ActValues = {
  readonly on: string | undefined
  readonly reason: string
  readonly approver: Chosen | undefined
  readonly receivedBy: Chosen | undefined
  readonly filingNumber: string
  readonly place: string
  readonly keepUntil: string | undefined
  readonly method: string
  readonly witnesses: readonly (Chosen | undefined)[]
  readonly receipt: string
  readonly policeReceipt: string
  readonly station: string
  readonly policeOn: string | undefined
  readonly newspaper: string
  readonly page: string
  readonly noticeReceipt: string
  readonly noticeOn: string | undefined
  readonly bank: string
  readonly bankReceipt: string
  readonly bankOn: string | undefined
  readonly replacement: Chosen | undefined
  readonly remarks: string
  readonly impression: Picture | undefined
}

/** What is known is filled in: the filing number, the custodian that the master names. */
export const startOf = (seal: Seal): ActValues => ({
  on: undefined,
  reason: '',
  approver: undefined,
  receivedBy: seal.custodian,
  filingNumber: seal.filingNumber ?? '',
  place: '',
  keepUntil: undefined,
  method: '',
  witnesses: [undefined, undefined],
  receipt: '',
  policeReceipt: '',
  station: '',
  policeOn: undefined,
  newspaper: '',
  page: '',
  noticeReceipt: '',
  noticeOn: undefined,
  bank: '',
  bankReceipt: '',
  bankOn: undefined,
  replacement: undefined,
  remarks: '',
  impression: undefined,
})

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text)

/**
 * Steps after a loss, each on a day of its own, else today. A step is told once one of its fields is filled: what is
 * typed beside a missing number or name is refused there, not dropped.
 */
export const stepsOf = (values: ActValues, today: string) => {
  const { policeOn, noticeOn, bankOn } = values
  const [receipt, station] = [filled(values.policeReceipt), filled(values.station)]
  const [newspaper, page, paid] = [filled(values.newspaper), filled(values.page), filled(values.noticeReceipt)]
  const [bank, told] = [filled(values.bank), filled(values.bankReceipt)]
  const isTold = (...parts: (string | undefined)[]): boolean => parts.some((part) => part !== undefined)
  return {
    police: isTold(receipt, station, policeOn) ? { receipt: receipt ?? '', on: policeOn ?? today, station } : undefined,
    notice: isTold(newspaper, page, paid, noticeOn)
      ? { newspaper: newspaper ?? '', on: noticeOn ?? today, page, receipt: paid }
      : undefined,
    bank: isTold(bank, told, bankOn) ? { name: bank ?? '', on: bankOn ?? today, receipt: told } : undefined,
  }
}

export type LossStep = keyof ReturnType<typeof stepsOf>

/** Steps of a loss that are still to be done. */
export const openSteps = (noted: Readonly<Record<LossStep, unknown>>): LossStep[] =>
  (['police', 'notice', 'bank'] as const).filter((step) => noted[step] === undefined)

type Common = { readonly seal: string; readonly basedOn: string[] }

export const inputOf = (act: LifeActName, values: ActValues, seen: Common, today: string): Input<LifeOperation> => {
  const { on, approver, receivedBy, keepUntil, impression } = values
  const common = { ...seen, on, remarks: filled(values.remarks) }
  const reason = filled(values.reason)
  const [why, place] = [reason ?? '', filled(values.place)]
  switch (act) {
    case 'activated':
      return {
        ...common,
        receivedBy: receivedBy?.id ?? '',
        filingNumber: filled(values.filingNumber),
        place,
        impression,
      }
    case 'retired':
      return { ...common, reason: why, approver: approver?.id }
    case 'resumed':
      return { ...common, reason: why, approver: approver?.id, place }
    case 'sealed-away':
      return { ...common, reason, approver: approver?.id, place: place ?? '', keepUntil }
    case 'destroyed': {
      const witnesses = values.witnesses.flatMap((witness) => (witness ? [witness.id] : []))
      const receipt = filled(values.receipt)
      return { ...common, reason, approver: approver?.id, method: values.method, witnesses, receipt }
    }
    case 'lost':
      return { ...common, reason: why, place, ...stepsOf(values, today) }
    case 'found':
      return { ...common, reason, place: place ?? '' }
  }
}
