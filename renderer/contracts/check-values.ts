/** What the check page holds while a question is typed, and the question it makes. */
import type { AuthorityAction, ContractType } from '../../shared/contracts/kinds.ts'
import type { Currency } from '../../shared/office/money.ts'
import type { Input } from '../shell/contract.ts'
import type { Chosen } from '../ui/record-picker.tsx'

export type CheckValues = {
  person: Chosen | undefined
  action: AuthorityAction
  contract: Chosen | undefined
  contractType: ContractType | undefined
  counterparty: string
  amount: number | undefined
  currency: Currency
  asOf: string | undefined
  endsOn: string | undefined
  joint: readonly Chosen[]
}

export const noQuestion: CheckValues = {
  person: undefined,
  action: 'sign',
  contract: undefined,
  contractType: undefined,
  counterparty: '',
  amount: undefined,
  currency: 'CNY',
  asOf: undefined,
  endsOn: undefined,
  joint: [],
}

/** Most questions at the counter are about something bought. */
export const usualType: ContractType = 'purchase'

/** A registered contract brings its own facts; what is typed wins over them. */
export const matterOf = (values: CheckValues): Input<'authority.whoMay'> => ({
  action: values.action,
  asOf: values.asOf,
  contract: values.contract?.id,
  contractType: values.contractType ?? (values.contract === undefined ? usualType : undefined),
  counterparty: values.counterparty === '' ? undefined : values.counterparty,
  amount: values.amount,
  currency: values.contract === undefined ? values.currency : undefined,
  endsOn: values.endsOn,
  joint: values.joint.map(({ id }) => id),
})

/** The question about a person, undefined while nobody is named. */
export const questionOf = (values: CheckValues): Input<'authority.check'> | undefined =>
  values.person === undefined ? undefined : { ...matterOf(values), person: values.person.id }
