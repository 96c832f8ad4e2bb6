/** A contract as it is typed in the form, from and to what the register holds. */
import type { ContractType } from '../../shared/contracts/kinds.ts'
import type { Currency } from '../../shared/office/money.ts'
import type { Input, Output } from '../shell/contract.ts'
import type { Chosen } from '../ui/record-picker.tsx'

type Found = Output<'contracts.get'>
type Direction = Found['contract']['direction']

export type ContractValues = {
  number: string
  name: string
  type: ContractType
  direction: Direction
  counterparty: string
  creditCode: string
  subject: string
  amount: number | undefined
  currency: Currency
  /** As typed: 7.1234. */
  rate: string
  uncapped: boolean
  inBudget: boolean
  ownTemplate: boolean
  startsOn: string | undefined
  endsOn: string | undefined
  autoRenew: boolean
  noticeOn: string | undefined
  parent: Chosen | undefined
  copies: number | undefined
  department: string
  handler: Chosen | undefined
  custodian: Chosen | undefined
  archiveNumber: string
  originalNumber: string
  remarks: string
}

export const noContract: ContractValues = {
  number: '',
  name: '',
  type: 'purchase',
  direction: 'pay',
  counterparty: '',
  creditCode: '',
  subject: '',
  amount: undefined,
  currency: 'CNY',
  rate: '',
  uncapped: false,
  inBudget: true,
  ownTemplate: true,
  startsOn: undefined,
  endsOn: undefined,
  autoRenew: false,
  noticeOn: undefined,
  parent: undefined,
  copies: 2,
  department: '',
  handler: undefined,
  custodian: undefined,
  archiveNumber: '',
  originalNumber: '',
  remarks: '',
}

export const valuesOf = ({ contract, parent }: Found): ContractValues => ({
  ...noContract,
  ...contract,
  creditCode: contract.creditCode ?? '',
  subject: contract.subject ?? '',
  department: contract.department ?? '',
  archiveNumber: contract.archiveNumber ?? '',
  originalNumber: contract.originalNumber ?? '',
  remarks: contract.remarks ?? '',
  rate: contract.rate === undefined ? '' : String(contract.rate / 1_000_000),
  parent: parent && { id: parent.id, name: `${parent.number} ${parent.name}` },
})

/** Millionths of a rate typed with up to six places; undefined where nothing, or no rate, was typed. */
export const rateOf = (typed: string): number | undefined => {
  const found = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(typed.trim())
  return found ? Number(`${found[1] ?? ''}${(found[2] ?? '').padEnd(6, '0')}`) : undefined
}

export const inputOf = (values: ContractValues): Input<'contracts.add'> => {
  const { parent, handler, custodian, rate, copies } = values
  // Only what a clerk fills in: what the record holds besides (status, signatory) is not the form's to send.
  const fields = Object.keys(noContract).map((name) => [name, values[name as keyof ContractValues]] as const)
  return {
    ...(Object.fromEntries(fields) as unknown as ContractValues),
    rate: values.currency === 'CNY' ? undefined : rateOf(rate),
    copies: copies ?? 1,
    parent: parent?.id,
    handler: handler?.id,
    custodian: custodian?.id,
  }
}
