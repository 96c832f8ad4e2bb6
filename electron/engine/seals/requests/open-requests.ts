/** Seal requests not yet sealed, as the authority registry is told of them: whom a revocation would leave without authority. */
import type { Named, SealRequest } from '../../../../shared/seals/records.ts'
import { needsVerdict } from '../../../../shared/seals/rules.ts'
import type { Read } from '../../store/sql.ts'
import { allRequestsIn } from './request-store.ts'

type Told = {
  id: string
  number: string
  title: string
  status: string
  signatory: string | undefined
  applicant: Named
  contract: string | undefined
  contractType: string | undefined
  amount: number | undefined
  currency: string | undefined
  counterparty: string | undefined
}

const toldOf = (request: SealRequest): Told => ({
  id: request.id,
  number: request.number,
  title: request.document.title,
  status: request.status,
  signatory: request.signatory?.id,
  applicant: request.applicant,
  contract: request.contract?.id,
  contractType: request.contract?.type,
  amount: request.contract?.amount,
  currency: request.contract?.currency,
  counterparty: request.counterparty,
})

/** @param on a date that is not past: what lapses before it needs no authority any more */
export const openRequests = (db: Read, on: string): Told[] =>
  (['pending', 'approved'] as const)
    .flatMap((status) => allRequestsIn(db, status, on))
    .filter(needsVerdict)
    .map(toldOf)
