/** What of a request differs from another one: shown when several are approved together. */
import { canonical, type Json } from '../../journal/canonical.ts'
import type { SealRequest } from '../records.ts'

export const compared = [
  'seals',
  'category',
  'amount',
  'copies',
  'impressions',
  'counterparty',
  'file',
  'mode',
] as const
export type Compared = (typeof compared)[number]

type Comparable = Pick<SealRequest, 'lines' | 'category' | 'contract' | 'copies' | 'counterparty' | 'document' | 'mode'>

/** The values that are compared; impressions of all its seals together. */
const valuesOf = ({
  lines,
  category,
  contract,
  copies,
  counterparty,
  document,
  mode,
}: Comparable): Record<Compared, Json> => ({
  seals: lines.map(({ seal }) => seal.code).toSorted(),
  category,
  amount: contract?.amount === undefined ? null : [contract.amount, contract.currency ?? 'CNY'],
  copies,
  impressions: lines.reduce((sum, { approved }) => sum + approved, 0),
  counterparty: counterparty ?? null,
  file: document.sha256 ?? null,
  mode,
})

export const differencesOf = (request: Comparable, other: Comparable): Compared[] => {
  const [mine, theirs] = [valuesOf(request), valuesOf(other)]
  return compared.filter((field) => canonical(mine[field]) !== canonical(theirs[field]))
}

/** Fields in which the requests of a batch are not all alike. */
export const variesAmong = (requests: readonly Comparable[]): Compared[] => {
  const [first, ...rest] = requests
  return first ? compared.filter((field) => rest.some((other) => differencesOf(first, other).includes(field))) : []
}
