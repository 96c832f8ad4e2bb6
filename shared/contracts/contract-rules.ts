/** Deciding what may be entered about a contract: its number, its dates, the next status, who signed on what authority. */
import { refuse, type FieldProblem, type Refusal } from '../api/fault.ts'
import type { Body, Draft } from '../journal/entry.ts'
import type { Verdict } from '../office/verdict.ts'
import {
  contractFields,
  contractMoves,
  type Contract,
  type ContractInput,
  type ContractStatus,
  type PersonRef,
} from './contract.ts'

/** What the input's ids stand for; undefined where nothing was named. */
export type ContractFacts = {
  /** The contract that already has this number, other than the one changed. */
  numberTakenBy: string | undefined
  parent: Contract | undefined
  /** Whether it has supplements of its own; then it is a main contract and stays one. */
  hasSupplements?: boolean | undefined
  /** The registered rate of its currency today, by which it is held against limits where it states none. */
  registeredRate: number | undefined
  handler: PersonRef | undefined
  custodian: PersonRef | undefined
}

/** What is wrong with a contract's fields taken together. */
export const problemsOfContract = (input: ContractInput, facts: ContractFacts): FieldProblem[] => {
  const problems: FieldProblem[] = []
  const { startsOn, endsOn, noticeOn, currency, rate, amount } = input
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    problems.push({ path: 'endsOn', reason: 'invalid.before-start' })
  if (startsOn !== undefined && noticeOn !== undefined && noticeOn < startsOn)
    problems.push({ path: 'noticeOn', reason: 'invalid.before-start' })
  if (currency !== 'CNY' && amount !== undefined && rate === undefined && facts.registeredRate === undefined)
    problems.push({ path: 'rate', reason: 'invalid.rate-needed' })
  if (endsOn !== undefined && noticeOn !== undefined && noticeOn > endsOn)
    problems.push({ path: 'noticeOn', reason: 'invalid.after-end' })
  const { parent, hasSupplements } = facts
  if (parent?.parent !== undefined) problems.push({ path: 'parent', reason: 'invalid.parent-is-supplement' })
  if (parent && hasSupplements === true) problems.push({ path: 'parent', reason: 'invalid.has-supplements' })
  if (startsOn !== undefined && parent?.startsOn !== undefined && startsOn < parent.startsOn)
    problems.push({ path: 'startsOn', reason: 'invalid.before-main', detail: `${parent.number}: ${parent.startsOn}` })
  return problems
}

const refuseContract = (input: ContractInput, facts: ContractFacts): Refusal | undefined => {
  const problems = problemsOfContract(input, facts)
  if (problems.length > 0) return refuse({ code: 'invalid-input', problems })
  return facts.numberTakenBy === undefined ? undefined : refuse({ code: 'contract-number-taken', number: input.number })
}

const bodyOf = (input: ContractInput, { handler, custodian }: ContractFacts): Body => ({
  ...input,
  remarks: input.remarks === '' ? undefined : input.remarks,
  handler,
  custodian,
})

/** A new contract starts as a draft. */
export const decideContract = (id: string, input: ContractInput, facts: ContractFacts): Draft[] | Refusal =>
  refuseContract(input, facts) ?? [
    { kind: 'contract.entered', subject: id, body: { ...bodyOf(input, facts), status: 'draft' } },
  ]

/** The fields that differ, with `null` for what was taken away; nothing is entered where nothing differs. */
export const decideContractChange = (
  record: Contract,
  input: ContractInput,
  facts: ContractFacts,
): Draft[] | Refusal => {
  if (record.status === 'archived' || record.status === 'terminated')
    return refuse({ code: 'contract-closed', number: record.number })
  const refused = refuseContract(input, facts)
  if (refused) return refused
  const before: Record<string, unknown> = record
  const after = bodyOf(input, facts)
  // Every field a clerk may fill in, since what was left out is not among the input's own.
  const changed = Object.keys(contractFields)
    .filter((field) => JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null))
    .map((field) => [field, after[field] ?? null] as const)
  if (changed.length === 0) return []
  return [{ kind: 'contract.changed', subject: record.id, body: Object.fromEntries(changed) }]
}

export type Signing = {
  signatory: PersonRef
  joint: PersonRef[]
  signedOn: string
  verdict: Verdict
  /** The number of the recorded check. */
  check: string | undefined
}

export type Move = {
  to: ContractStatus
  signing: Signing | undefined
  reason: string | undefined
  archiveNumber: string | undefined
}

/**
 * The next status. A signature outside internal authority happens and must be enterable, but only with its reason;
 * it then shows as an exception.
 */
export const decideMove = (record: Contract, move: Move): Draft[] | Refusal => {
  const { to, signing, reason, archiveNumber } = move
  const refused = refuseMove(record, to)
  if (refused) return refused
  if (to !== 'signed') {
    const closedReason = to === 'terminated' ? reason : undefined
    return [{ kind: 'contract.moved', subject: record.id, body: { status: to, closedReason, archiveNumber } }]
  }
  if (!signing)
    return refuse({ code: 'invalid-input', problems: [{ path: 'signatory', reason: 'invalid.signatory-needed' }] })
  const { signatory, joint, signedOn, verdict, check } = signing
  const isWithin = verdict.result === 'permitted'
  if (!isWithin && reason === undefined)
    return refuse({ code: 'outside-authority', person: signatory.name, result: verdict.result })
  const body: Body = {
    status: to,
    signatory,
    jointSignatories: joint,
    signedOn,
    grantedBy: verdict.chain.map(({ delegation }) => delegation),
    check,
    outsideReason: isWithin ? undefined : reason,
    ...ratesOfSigning(record, verdict),
  }
  return [{ kind: 'contract.moved', subject: record.id, body }]
}

/**
 * What a signature in another currency counts as, fixed on the day: the rate where the contract states none, and the amount
 * in the currency of every link that is neither the contract's nor 元.
 */
const ratesOfSigning = ({ currency, rate, amount }: Contract, { chain, rates = [] }: Verdict): Body => {
  const used = rates.find((one) => one.currency === currency)
  const counted = chain.flatMap(({ delegation, currency: other, amount: as }) =>
    as === undefined || other === undefined || other === 'CNY' ? [] : [{ delegation, currency: other, amount: as }],
  )
  return {
    ...(rate === undefined && amount !== undefined && used ? { rate: used.rate } : {}),
    ...(counted.length > 0 ? { counted } : {}),
  }
}

/** Whether a contract may go from its status to another. */
export const refuseMove = ({ status }: Contract, to: ContractStatus): Refusal | undefined =>
  contractMoves[status].includes(to) ? undefined : refuse({ code: 'contract-move', from: status, to })
