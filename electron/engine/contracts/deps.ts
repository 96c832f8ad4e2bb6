/** What the contracts register needs to know from others; the composition root hands these in. */
import type { PersonFacts } from '../../../shared/contracts/check-facts.ts'
import type { Read } from '../store/sql.ts'

export type OpenRequest = { id: string; number: string; title: string; signatory: string | undefined }

export type ContractDeps = {
  person: (db: Read, id: string) => PersonFacts | undefined
  /** Seal requests not yet sealed, with who signs: what a revocation would leave without authority. */
  openRequests: (db: Read) => OpenRequest[]
  /** Who holds a post today, for delegations by post; at most `limit`. */
  peopleInPost: (db: Read, post: string, limit: number) => PersonFacts[]
}
