/** When a seal's period may be closed and countersigned, and what a closed one still takes. */
import { refuse, type Fault, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { Numbered } from '../../office/numbers.ts'
import { isYear, type ClosingContent, type SealClosing } from './closing.ts'
import type { Named, Seal, SealUse } from '../records.ts'

export type ClosingFacts = {
  seal: Seal
  /** Letter of this desk. */
  desk: string
  /** `2026-10` or `2026`. */
  period: string
  today: string
  /** Months in which the seal was used here, ascending, from its first own entry on: an old ledger was closed on paper. */
  months: readonly string[]
  /** The latest closed month: what lies before it is closed too. */
  closedThrough: string | undefined
  closedYears: readonly string[]
}

/** Months that wait to be closed, the earliest first; the running one does not. */
export const openMonths = ({
  months,
  closedThrough,
  today,
}: Omit<ClosingFacts, 'seal' | 'desk' | 'period'>): string[] =>
  months.filter((month) => month > (closedThrough ?? '') && month < today.slice(0, 7))

/** Why this period cannot be closed here and now, if so. */
export const closingStop = (facts: ClosingFacts): Fault | undefined => {
  const { seal, desk, period, today, months, closedThrough, closedYears } = facts
  if (seal.kind === 'physical' && seal.homeDesk !== desk)
    return { code: 'seal-elsewhere', seal: seal.name, homeDesk: seal.homeDesk, desk }
  if (period >= today.slice(0, period.length)) return { code: 'period-running', period }
  const isClosed = isYear(period) ? closedYears.includes(period) : period <= (closedThrough ?? '')
  if (isClosed) return { code: 'period-closed', seal: seal.name, period }
  if (!months.some((month) => month.slice(0, period.length) <= period))
    return { code: 'period-empty', seal: seal.name, period }
  const earlier = isYear(period)
    ? (openMonths(facts).find((month) => month.slice(0, 4) <= period) ?? openYears(facts).find((year) => year < period))
    : openMonths(facts).find((month) => month < period)
  return earlier === undefined ? undefined : { code: 'earlier-period-open', seal: seal.name, period, earlier }
}

/** Years that ended, had uses and are not closed. */
export const openYears = ({ months, closedYears, today }: Pick<ClosingFacts, 'months' | 'closedYears' | 'today'>) =>
  [...new Set(months.map((month) => month.slice(0, 4)))].filter(
    (year) => year < today.slice(0, 4) && !closedYears.includes(year),
  )

export type Closing = { id: string; numbered: Numbered; by: Named; at: string }

/** @param content as it stood when it was closed */
export const closePeriod = (facts: ClosingFacts, content: ClosingContent, closing: Closing): Draft[] | Refusal => {
  const stop = closingStop(facts)
  if (stop) return refuse(stop)
  const { id, code, name } = facts.seal
  const { numbered, by, at } = closing
  const body = { ...content, numbered, number: numbered.number, seal: { id, code, name }, period: facts.period }
  const kind = isYear(facts.period) ? 'seal.year-closed' : 'seal.month-closed'
  return [{ kind, subject: closing.id, body: { ...body, closed: { by, at } } }]
}

/** The supervisor signs what the custodian closed; nobody signs twice. */
export const countersign = (closing: SealClosing, by: Named, at: string): Draft[] | Refusal => {
  if (closing.countersigned) return refuse({ code: 'closing-countersigned', number: closing.number })
  if (closing.closed.by.id === by.id) return refuse({ code: 'closing-same-person', person: by.name })
  return [{ kind: 'seal.closing-countersigned', subject: closing.id, body: { countersigned: { by, at } } }]
}

/**
 * The closed period that a void or correction of this entry would reach into. Each such correction is a new entry that
 * says so; a correction of a correction is one more, and a void entry takes none.
 */
export const closedPeriodOf = (use: Pick<SealUse, 'usedAt'>, closedThrough: string | undefined): string | undefined => {
  const month = use.usedAt.slice(0, 7)
  return closedThrough !== undefined && month <= closedThrough ? month : undefined
}
