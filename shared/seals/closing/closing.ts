/** 结账: a seal's month or year as it stood when it was closed, signed by two people; nothing recomputes it later. */
import { z } from 'zod'
import { subjectType } from '../../journal/subject.ts'
import { overlayAfter } from '../changes.ts'
import { named, numbered, sealRef } from '../records.ts'

/** Rows of a printed page of the book, which the page totals follow. */
export const bookRowsPerPage = 14

/** Void entries are no uses; their impressions are spoiled where the paper bore them. */
export const closingCounts = z.object({
  uses: z.int(),
  voided: z.int(),
  copies: z.int(),
  actual: z.int(),
  spoiled: z.int(),
})
export type ClosingCounts = z.infer<typeof closingCounts>

/** approved = actual + spoiled + left. */
const reconciled = z.object({ approved: z.int(), actual: z.int(), spoiled: z.int(), left: z.int() })

/** What a closing says of its period, without who signed it. */
export const closingContent = z.object({
  totals: closingCounts,
  /** A year's up to the end of this period. */
  year: closingCounts,
  /** Of a month its pages `1`, `2` …; of a year its months. */
  parts: z.array(closingCounts.extend({ part: z.string() })),
  requests: reconciled.extend({
    count: z.int(),
    /** Uses without a request, at the counter. */
    counter: z.int(),
    /** Requests on which impressions are left or were spoiled. */
    differing: z.array(reconciled.extend({ number: z.string(), title: z.string() })),
  }),
  /** Uses whose stamped paper has not come back. */
  missing: z.object({
    count: z.int(),
    rows: z.array(z.object({ number: z.string(), title: z.string(), on: z.string() })),
  }),
  /** Outings of the seal that are not back. */
  outings: z.array(z.object({ number: z.string(), taker: z.string(), due: z.string() })),
  /** Corrections and voids made in this period of entries whose own period was closed. */
  late: z.array(z.object({ number: z.string(), period: z.string(), on: z.string(), reason: z.string() })),
  exceptions: z.object({ open: z.int(), explained: z.int(), settled: z.int() }),
  /** Where every desk's journal stood: a printed closing witnesses them. */
  heads: z.array(z.object({ desk: z.string(), n: z.int(), hash: z.string() })),
})
export type ClosingContent = z.infer<typeof closingContent>

/** What came to a closed period after its closing; impressions as they then counted. */
export const laterLine = z.object({
  number: z.string(),
  act: z.enum(['voided', 'corrected', 'arrived']),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  was: z.object({ actual: z.int(), spoiled: z.int() }).optional(),
  now: z.object({ actual: z.int(), spoiled: z.int() }),
})
export type LaterLine = z.infer<typeof laterLine>

export const sealClosing = closingContent.extend({
  id: z.string(),
  numbered,
  number: z.string(),
  seal: sealRef,
  /** `2026-10` or `2026`. */
  period: z.string(),
  /** The custodian, at office time. */
  closed: z.object({ by: named, at: z.string() }),
  /** The supervisor, who is somebody else. */
  countersigned: z.object({ by: named, at: z.string() }).optional(),
})
export type SealClosing = z.infer<typeof sealClosing>

const first = sealClosing.omit({ id: true, countersigned: true })

export const closingSubject = subjectType<SealClosing>({
  name: 'seal_closing',
  kinds: {
    'seal.month-closed': first,
    'seal.year-closed': first,
    'seal.closing-countersigned': sealClosing.pick({ countersigned: true }).required(),
  },
  reduce: overlayAfter('seal.month-closed', 'seal.year-closed'),
  contribute: (record) => [{ account: `book:${record.numbered.book}`, delta: 1 }],
  search: (record) => ({
    title: `${record.seal.name} ${record.period}`,
    detail: [record.number, record.closed.by.name].join(' · '),
    words: [record.number, record.seal.code],
    class: 'log',
  }),
})

export const isYear = (period: string): boolean => period.length === 4
