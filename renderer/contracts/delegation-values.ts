/** A delegation as it is typed in the form, and what is sent of it. */
import {
  officeItself,
  type AggregatePeriod,
  type AuthorityAction,
  type ContractType,
  type DelegationKind,
} from '../../shared/contracts/kinds.ts'
import type { Currency } from '../../shared/office/money.ts'
import type { Input, Output } from '../shell/contract.ts'
import type { Chosen } from '../ui/record-picker.tsx'

export type DelegationValues = {
  kind: DelegationKind
  parent: Chosen | undefined
  delegator: Chosen | undefined
  delegate: Chosen | undefined
  post: string
  actions: AuthorityAction[]
  contractTypes: ContractType[]
  counterparties: string[]
  contract: Chosen | undefined
  limit: number | undefined
  aggregateLimit: number | undefined
  aggregatePeriod: AggregatePeriod
  currency: Currency
  longestMonths: number | undefined
  validFrom: string | undefined
  validTo: string | undefined
  depth: number | undefined
  jointNeeded: number | undefined
  jointSigners: Chosen[]
  matter: string
  excludedTypes: ContractType[]
  excludedCounterparties: string[]
  originals: number | undefined
  originalNumber: string
  remarks: string
}

export const noDelegation = (today: string | undefined): DelegationValues => ({
  kind: 'standing',
  parent: undefined,
  delegator: undefined,
  delegate: undefined,
  post: '',
  actions: ['sign'],
  contractTypes: [],
  counterparties: [],
  contract: undefined,
  limit: undefined,
  aggregateLimit: undefined,
  aggregatePeriod: 'year',
  currency: 'CNY',
  longestMonths: undefined,
  validFrom: today,
  validTo: today && `${today.slice(0, 4)}-12-31`,
  depth: 0,
  jointNeeded: 0,
  jointSigners: [],
  matter: '',
  excludedTypes: [],
  excludedCounterparties: [],
  originals: 2,
  originalNumber: '',
  remarks: '',
})

type Parent = Output<'delegations.get'>['delegation']

/** What is passed on starts as the parent reads, so that the clerk only narrows it. */
export const fromParent = (parent: Parent, holder: Chosen | undefined): Partial<DelegationValues> => ({
  parent: { id: parent.id, name: parent.number },
  delegator: parent.delegate === undefined ? holder : { id: parent.delegate, name: parent.delegateName ?? '' },
  actions: parent.actions,
  contractTypes: parent.contractTypes as ContractType[],
  limit: parent.limit,
  currency: parent.currency,
  longestMonths: parent.longestMonths,
  validTo: parent.validTo,
  depth: 0,
})

const textOrNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

export const inputOf = (values: DelegationValues): Input<'delegations.issue'> => {
  const { parent, delegator, delegate, contract, jointSigners, aggregateLimit, aggregatePeriod, ...rest } = values
  const isSingle = values.kind === 'single'
  return {
    ...rest,
    validFrom: values.validFrom ?? '',
    parent: parent?.id,
    delegator: delegator?.id ?? officeItself,
    delegate: values.kind === 'post' ? undefined : delegate?.id,
    post: values.kind === 'standing' ? undefined : textOrNone(values.post),
    contract: isSingle ? contract?.id : undefined,
    matter: isSingle ? textOrNone(values.matter) : undefined,
    aggregateLimit,
    aggregatePeriod: aggregateLimit === undefined ? undefined : aggregatePeriod,
    depth: values.depth ?? 0,
    jointNeeded: values.jointNeeded ?? 0,
    jointSigners: jointSigners.map(({ id }) => id),
    originals: values.originals ?? 0,
  }
}
