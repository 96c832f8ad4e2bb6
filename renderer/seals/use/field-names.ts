/** What the pages of the book call the fields of an entry, where their usual name is another register's. */
import type { Say } from '../../shell/words.tsx'

const labels = {
  document: 'seals.use.document',
  recipient: 'seals.use.recipient',
  counterparty: 'seals.requests.counterparty',
  purpose: 'seals.use.purpose',
  archiveNumber: 'seals.book.archive',
  exception: 'seals.book.exception',
  remarks: 'seals.use.remarks',
  copies: 'seals.use.copies',
  actual: 'seals.use.actual',
  spoiled: 'seals.use.spoiled',
  spoiledReason: 'seals.use.spoiled-reason',
  seam: 'seals.book.seam',
} as const

export const fieldNames = ({ t }: Say): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, t(key)]))
