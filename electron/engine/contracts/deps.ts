/** What the contracts register needs to know from others; the composition root hands these in. */
import type { PersonRef } from '../../../shared/contracts/contract.ts'
import type { Freshness, PersonFacts } from '../../../shared/contracts/check-facts.ts'
import type { Refusal } from '../../../shared/api/fault.ts'
import type { Confirming } from '../../../shared/contracts/own-grant.ts'
import type { Work } from '../act.ts'
import type { Read } from '../store/sql.ts'

/** A seal request not yet sealed, with what the authority would be asked about it; amount in minor units. */
export type OpenRequest = {
  id: string
  number: string
  title: string
  status: string
  /** Who signs, where it says so. */
  signatory: string | undefined
  applicant: PersonRef | undefined
  contract: string | undefined
  contractType: string | undefined
  amount: number | undefined
  currency: string | undefined
  counterparty: string | undefined
}

export type ContractUse = { id: string; number: string; seal: string; usedAt: string; status: string }

/** Who proves at the desk to be who they say, and whether they may delegate. */
export type PaperDeps = {
  confirm: (work: Work, proof: { staffNo: string; password: string }) => Promise<Confirming | Refusal>
}

export type ContractDeps = {
  person: (db: Read, id: string) => PersonFacts | undefined
  /** Seal requests that could still be sealed on a date and bind the company: what a revocation leaves without authority. */
  openRequests: (db: Read, on: string) => OpenRequest[]
  /** Who held a post on a date, for delegations by post; at most `limit`. */
  peopleInPost: (db: Read, post: string, on: string, limit: number) => PersonFacts[]
  /** Every other admitted desk with the local time of its last entry here. */
  freshness: (db: Read, zone: string) => readonly Freshness[]
  /** Seal uses of a contract, newest first. */
  usesOfContract: (db: Read, contract: string) => ContractUse[]
}
