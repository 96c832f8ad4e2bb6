/** Closing a seal's book: what is due, the preview, closing, countersigning, and reading closings. */
import { isRefusal } from '../../../../shared/api/fault.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import { isYear, type ClosingContent } from '../../../../shared/seals/closing/closing.ts'
import type { closingOperations, closingWarnings } from '../../../../shared/seals/closing/closing-operations.ts'
import {
  closePeriod,
  closingStop,
  countersign,
  openMonths,
  openYears,
} from '../../../../shared/seals/closing/closing-rules.ts'
import type { Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { notFound, refOf } from '../life/cabinet.ts'
import { monthAtClosing } from './closed-month.ts'
import { closingContentOf, closingFacts, closingKey, closingOf, closingsBefore } from './closing-facts.ts'
import type { SealDeps } from '../deps.ts'
import { headsOfRow, sealOf, sealsAfter } from '../store.ts'
import { actorOf } from '../use/use-facts.ts'

type Warning = { code: (typeof closingWarnings)[number]; count: number }

const warningsOf = ({ missing, exceptions, requests, outings, late }: ClosingContent): Warning[] => {
  const counts: Warning[] = [
    { code: 'scans-missing', count: missing.count },
    { code: 'exceptions-open', count: exceptions.open },
    { code: 'requests-left', count: requests.left },
    { code: 'outings-open', count: outings.length },
    { code: 'late-lines', count: late.length },
  ]
  return counts.filter(({ count }) => count > 0)
}

/** Seals are few: a company has some dozens at the most. */
const mostSeals = 200

export const closingHandlers = (deps: Pick<SealDeps, 'desk'>): Handlers<typeof closingOperations> => ({
  'seals.closingsDue': (reading) => {
    const desk = deps.desk(reading)
    const rows = sealsAfter(reading.db, undefined, undefined, mostSeals)
      .filter(({ kind, homeDesk }) => kind !== 'physical' || homeDesk === desk)
      .flatMap((seal) => {
        const facts = closingFacts(reading, seal, '', desk)
        return [...openMonths(facts), ...openYears(facts)].map((period) => ({ seal: refOf(seal), period }))
      })
    // A year sorts behind its last month, since that is closed first.
    const key = (period: string): string => (period.length === 4 ? `${period}-99` : period)
    return {
      rows: rows.toSorted((a, b) => (key(a.period) < key(b.period) ? -1 : key(a.period) > key(b.period) ? 1 : 0)),
    }
  },

  'seals.closingPreview': (reading, { seal: id, period }) => {
    const seal = sealOf(reading.db, id)
    if (!seal) return notFound('seal', id)
    const content = closingContentOf(reading, seal, period)
    const stop = closingStop(closingFacts(reading, seal, period, deps.desk(reading)))
    return { stop, warnings: warningsOf(content), content }
  },

  'seals.close': (act, { seal: id, period }) => {
    const seal = sealOf(act.db, id)
    if (!seal) return notFound('seal', id)
    const facts = closingFacts(act, seal, period, deps.desk(act))
    const stop = closingStop(facts)
    if (stop) return { refused: stop }
    const content = closingContentOf(act, seal, period)
    const numbered = act.number('sealClosing')
    const closing = { id: act.newId(), numbered, by: actorOf(act), at: localTime(act.now, act.zone) }
    const drafts = closePeriod(facts, content, closing)
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id: closing.id, number: numbered.number }
  },

  'seals.closingCountersign': (act, { id, basedOn }) => {
    const closing = closingOf(act.db, id)
    if (!closing) return notFound('seal_closing', id)
    const stale = refuseStale(act, 'seal_closing', id, basedOn)
    if (stale) return stale
    const drafts = countersign(closing, actorOf(act), localTime(act.now, act.zone))
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id, number: closing.number }
  },

  'seals.closings': ({ db }, { seal, after, limit }) => {
    const rows = closingsBefore(db, seal, after, limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map(({ id, number, seal: ref, period, totals, closed, countersigned }) => ({
        id,
        number,
        seal: ref,
        period,
        totals,
        closed,
        countersigned,
      })),
      next: rows.length > limit && last ? closingKey(last) : undefined,
    }
  },

  'seals.closingGet': ({ db }, { id }) => {
    const closing = closingOf(db, id)
    if (!closing) return notFound('seal_closing', id)
    const later = isYear(closing.period) ? [] : monthAtClosing(db, closing).later
    return { closing, heads: headsOfRow(db, 'seal_closing', id), later }
  },
})
