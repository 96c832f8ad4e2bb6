/** The example's contracts: entered, checked, signed by whoever may, performed, and at last expired and archived. */
import type { ContractType } from '../../../shared/contracts/contract.ts'
import { addDays } from '../../../shared/office/dates.ts'
import type { Company, Worker } from './company.ts'
import { contractPlans, type ContractPlan } from './contract-plan.ts'
import type { Counterparty } from './counterparties.ts'
import type { Authority } from './delegations.ts'
import type { Dice } from './dice.ts'
import type { History } from './history.ts'

export type LiveContract = {
  id: string
  number: string
  name: string
  type: ContractType
  amount: number
  counterparty: string
  endsOn: string
  signatory: Worker
  handler: Worker
}

export type ContractDesk = {
  /** Enters one more contract and, a moment later, signs it; answers it. */
  sign: (at: number) => LiveContract
  /** Enters one that still waits for its signature. */
  prepare: (
    at: number,
    wanted: { type: ContractType; amount: number; handler: Worker; subject: string },
  ) => LiveContract
  /** A signed contract that is still performed. */
  some: () => LiveContract | undefined
  /** Moves on what has ended by this time; answers whether anything had. */
  close: (at: number) => boolean
}

export type ContractParts = {
  history: History
  dice: Dice
  company: Company
  authority: Authority
  counterparties: readonly Counterparty[]
}

export const openContractDesk = ({
  history,
  dice,
  company,
  authority,
  counterparties,
}: ContractParts): ContractDesk => {
  const live: LiveContract[] = []
  const serials = new Map<string, number>()
  const { by } = company
  const weighted = contractPlans.flatMap((plan) => Array.from({ length: plan.share }, () => plan))

  const numberOf = (at: number): string => {
    const year = history.dateAt(at).slice(0, 4)
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    return `HT-${year}-${serial.toString().padStart(4, '0')}`
  }

  const enter = (at: number, plan: ContractPlan, wanted: { amount: number; handler: Worker; subject: string }) => {
    const { type, direction, department } = plan
    const { name: counterparty, creditCode } = dice.pick(counterparties)
    const today = history.dateAt(at)
    const months = dice.whole(plan.months[0], plan.months[1])
    const endsOn = addDays(today, Math.round(months * 30.4) - 1)
    const { amount, handler, subject } = wanted
    const name = type === 'other' ? subject : `${subject}${nounOf[type] ?? '合同'}`
    const signatory = by[type === 'other' ? 'general' : authority.signatory(type, amount)]
    const made = history.call(at, dice.chance(0.7) ? by.clerk : by.desk, 'contracts.add', {
      number: numberOf(at),
      name,
      type,
      direction,
      counterparty,
      creditCode,
      subject,
      endsOn,
      department,
      ...(amount > 0 ? { amount } : {}),
      startsOn: today,
      ownTemplate: dice.chance(0.7),
      inBudget: dice.chance(0.93),
      handler: handler.id,
      custodian: by.desk.id,
      ...(months > 3 && dice.chance(0.12) ? { autoRenew: true, noticeOn: addDays(endsOn, -30) } : {}),
    })
    return { ...made, name, type, amount, counterparty, endsOn, signatory, handler }
  }

  const amountIn = ([least, most]: readonly [number, number]): number =>
    most === 0 ? 0 : Math.round((least + (most - least) * dice.next() ** 4) / 10) * 1000

  return {
    sign: (at) => {
      const plan = dice.pick(weighted)
      const handler = dice.pick(company.in(plan.department))
      const contract = enter(at, plan, { amount: amountIn(plan.amount), handler, subject: dice.pick(plan.subjects) })
      const { id } = contract
      const { verdict } = history.call(at, by.clerk, 'authority.check', { contract: id, person: contract.signatory.id })
      // An interest or a full aggregate bars the nearest: then it goes up to the general manager.
      const signatory = verdict.result === 'permitted' ? contract.signatory : by.general
      const move = (minutes: number, to: 'to-sign' | 'performing'): void =>
        void history.call(at + minutes * 60_000, by.clerk, 'contracts.move', { id, to })
      move(3, 'to-sign')
      history.call(at + 5 * 60_000, by.clerk, 'contracts.move', { id, to: 'signed', signatory: signatory.id })
      if (dice.chance(0.8)) move(6, 'performing')
      const signed = { ...contract, signatory }
      live.push(signed)
      return signed
    },
    prepare: (at, { type, ...wanted }) => {
      const plan = contractPlans.find((one) => one.type === type) ?? weighted[0]
      if (!plan) throw new Error('there are no contracts planned')
      const contract = enter(at, plan, wanted)
      history.call(at + 60_000, by.clerk, 'contracts.move', { id: contract.id, to: 'to-sign' })
      return contract
    },
    some: () => (live.length === 0 ? undefined : dice.pick(live)),
    close: (at) => {
      const today = history.dateAt(at)
      const index = live.findIndex(({ endsOn }) => endsOn < today)
      const [ended] = index < 0 ? [] : live.splice(index, 1)
      if (!ended) return false
      history.call(at, by.clerk, 'contracts.move', { id: ended.id, to: 'expired' })
      const archiveNumber = `DA-${ended.number.slice(3)}`
      if (dice.chance(0.7))
        history.call(at + 60_000, by.clerk, 'contracts.move', { id: ended.id, to: 'archived', archiveNumber })
      return true
    },
  }
}

const nounOf: Partial<Record<ContractType, string>> = {
  purchase: '采购合同',
  sales: '销售合同',
  service: '服务合同',
  lease: '合同',
  construction: '工程施工合同',
  technology: '技术合同',
  labour: '服务协议',
}
