/** What the contracts register needs to know from others; the composition root hands these in. */
import type { PersonFacts } from '../../../shared/contracts/check-facts.ts'
import type { Read } from '../store/sql.ts'

export type ContractDeps = {
  person: (db: Read, id: string) => PersonFacts | undefined
  /** Who holds a post today, for delegations by post; at most `limit`. */
  peopleInPost: (db: Read, post: string, limit: number) => PersonFacts[]
}
