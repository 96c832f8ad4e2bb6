/** A day at the seal desk: requests come, are decided, are sealed; contracts are sealed at the counter; mistakes are voided. */
import { isRefusal } from '../../../shared/api/fault.ts'
import type { Company, Worker } from './company.ts'
import type { ContractDesk, LiveContract } from './contracts.ts'
import type { Counterparty } from './counterparties.ts'
import type { Dice } from './dice.ts'
import type { History } from './history.ts'
import { papers, type Paper } from './papers.ts'
import type { Cabinet } from './seals.ts'

export type SealDesk = {
  request: (at: number) => string
  /** Decides on the oldest request, seals the oldest approved one; answers false where there is none. */
  decide: (at: number) => boolean
  seal: (at: number) => boolean
  /** Seals a contract at the counter; answers false where none can be sealed now. */
  walkIn: (at: number, contract?: LiveContract) => boolean
  spoil: (at: number) => boolean
  archive: (at: number) => boolean
  waiting: () => number
  approved: () => number
}

export type SealParts = {
  history: History
  dice: Dice
  company: Company
  cabinet: Cabinet
  contracts: ContractDesk
  counterparties: readonly Counterparty[]
}

type Open = { id: string; year: string; approver: Worker }

/** How many sealed uses are remembered for later voids and archive numbers. */
const remembered = 60

export const openSealDesk = (parts: SealParts): SealDesk => {
  const { history, dice, company, cabinet, contracts, counterparties } = parts
  const { by } = company
  const waiting: Open[] = []
  const approved: Open[] = []
  const sealed: string[] = []
  const weighted = papers.flatMap((paper) => Array.from({ length: paper.share }, () => paper))
  const year = (at: number): string => history.dateAt(at).slice(0, 4)
  const keep = (uses: readonly { id: string }[]): void => {
    sealed.push(...uses.map(({ id }) => id))
    if (sealed.length > remembered) sealed.splice(0, sealed.length - remembered)
  }
  const applicantFor = (paper: Paper): Worker => dice.pick(company.in(paper.department))

  const request = (at: number): string => {
    const paper = dice.pick(weighted)
    const contract = paper.isContract ? contracts.some() : undefined
    const applicant = contract?.handler ?? applicantFor(paper)
    const counterparty = paper.isOutward ? dice.pick(counterparties).name : undefined
    const subject = paper.isAboutPerson ? dice.pick(company.everyone).name : (counterparty?.slice(0, 4) ?? '')
    const { id } = history.call(at, dice.chance(0.6) ? by.clerk : by.counter, 'seals.requestSubmit', {
      applicant: applicant.id,
      lines: paper.seals.map((code) => ({ seal: cabinet[code] ?? '', perCopy: 1, seamPerCopy: paper.seam ?? 0 })),
      category: contract ? 'contract' : paper.category,
      document: {
        title: contract?.name ?? paper.title.replace('〇', subject),
        pages: dice.whole(1, 12),
        type: paper.type,
      },
      copies: dice.whole(1, paper.copies),
      purpose: paper.purpose,
      isLegalReviewed: contract !== undefined || dice.chance(0.3),
      isUrgent: dice.chance(0.05),
      ...(contract
        ? { contract: { id: contract.id }, signatory: contract.signatory.id }
        : counterparty === undefined
          ? {}
          : { counterparty }),
    })
    const able = [by.office, by.finance, by.general].filter((one) => one.id !== applicant.id)
    waiting.push({ id, year: year(at), approver: paper.seals.includes('CW01') ? by.finance : dice.pick(able) })
    return id
  }

  const decide = (at: number): boolean => {
    const open = waiting.shift()
    if (!open) return false
    const { id, approver } = open
    if (dice.chance(0.04)) {
      history.ask(at, approver, 'seals.requestReject', {
        id,
        opinion: dice.pick(['附件不全，请补充', '文件版本有误，请重新提交']),
      })
      return true
    }
    const opinion = dice.pick(['同意', '同意用印', '已核，同意'])
    if (!isRefusal(history.ask(at, approver, 'seals.requestApprove', { id, opinion }))) approved.push(open)
    return true
  }

  const seal = (at: number): boolean => {
    const open = approved.shift()
    if (!open) return false
    // An approval lapses at the turn of the year; what was left lying then is never sealed.
    if (open.year !== year(at)) return true
    const answer = history.ask(at, dice.chance(0.6) ? by.desk : by.custodian, 'seals.use', {
      request: open.id,
      ...(dice.chance(0.2) ? { witness: by.clerk.id } : {}),
      place: '前台',
    })
    if (!isRefusal(answer)) keep(answer.uses)
    return true
  }

  const walkIn: SealDesk['walkIn'] = (at, wanted) => {
    const contract = wanted ?? contracts.some()
    if (!contract) return false
    const isSale = contract.type === 'sales'
    const answer = history.ask(at, by.desk, 'seals.use', {
      contract: contract.id,
      signatory: contract.signatory.id,
      handler: contract.handler.id,
      stamps: [{ seal: cabinet[isSale ? 'HT02' : 'HT01'] ?? '', perCopy: 1, seamPerCopy: 1 }],
      document: { title: contract.name, number: contract.number, type: '合同', pages: dice.whole(3, 24) },
      copies: dice.pick([2, 2, 2, 4]),
      recipient: contract.counterparty,
      place: '前台',
    })
    if (isRefusal(answer)) return false
    keep(answer.uses)
    return true
  }

  return {
    request,
    decide,
    seal,
    walkIn,
    spoil: (at) => {
      const id = sealed.pop()
      if (id === undefined) return false
      const reason = dice.pick(['盖章模糊，重新用印', '文件页码有误，作废重办', '对方要求更换版本'])
      return !isRefusal(history.ask(at, by.desk, 'seals.useVoid', { id, reason, wasStamped: dice.chance(0.8) }))
    },
    archive: (at) => {
      const id = sealed.shift()
      if (id === undefined) return false
      const remarks = `用印档案盒 ${dice.whole(1, 24)}`
      return !isRefusal(history.ask(at, by.desk, 'seals.archive', { id, remarks }))
    },
    waiting: () => waiting.length,
    approved: () => approved.length,
  }
}
