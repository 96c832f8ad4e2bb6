/** The seal-use book: pages by seal and period, one entry, and the months' totals. */
import { refuse } from '../../../../shared/api/fault.ts'
import type { sealOperations } from '../../../../shared/seals/operations.ts'
import { monthMeasures } from '../../../../shared/seals/accounts.ts'
import type { Handlers } from '../../act.ts'
import { notFound } from '../life/cabinet.ts'
import {
  bookPage,
  headsOfRow,
  monthCounts,
  rowShown,
  sealOf,
  useByNumber,
  useOf,
  useShown,
  type MonthCounts,
} from '../store.ts'

type BookOperations = Pick<typeof sealOperations, 'seals.book' | 'seals.useGet' | 'seals.months'>

const sum = (months: readonly MonthCounts[]): MonthCounts => {
  const totals = monthMeasures.map(
    (measure) => [measure, months.reduce((total, month) => total + month[measure], 0)] as const,
  )
  return Object.fromEntries(totals) as MonthCounts
}

export const bookHandlers = (): Handlers<BookOperations> => ({
  'seals.book': ({ db }, { seal: id, from, to, order, direction, after, limit }) => {
    const seal = id === undefined ? undefined : sealOf(db, id)
    if (id !== undefined && !seal) return notFound('seal', id)
    if (from !== undefined && to !== undefined && from > to) {
      return refuse({ code: 'invalid-input', problems: [{ path: 'to', reason: 'invalid.too-small' }] })
    }
    const rows = bookPage(db, { seal, from, to, order, direction, after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const next = rows.length > limit && last ? (order === 'date' ? last.dateKey : last.numberKey) : undefined
    return { rows: shown.map(rowShown), next }
  },

  'seals.useGet': ({ db }, { id, number }) => {
    const found = id !== undefined ? useOf(db, id) : number !== undefined ? useByNumber(db, number) : undefined
    return found
      ? { use: useShown(found), heads: headsOfRow(db, 'seal_use', found.id) }
      : notFound('seal_use', id ?? number)
  },

  'seals.months': ({ db }, { seal, year }) => {
    if (!sealOf(db, seal)) return notFound('seal', seal)
    const months = Array.from({ length: 12 }, (_, index) => `${year}-${(index + 1).toString().padStart(2, '0')}`)
    const counted = months.map((month) => ({ month, ...monthCounts(db, seal, month) }))
    return { months: counted, year: sum(counted) }
  },
})
