/** The subjects of stocktaking: the stocktake with its course, its sheets, and each count by itself. */
import { instantOf } from '../../journal/clock.ts'
import { overlay, subjectType } from '../../journal/subject.ts'
import type { Entry } from '../../journal/entry.ts'
import { countKinds, sheetKinds, stocktakeKinds, type Sheet, type StockCount, type Stocktake } from './records.ts'
import type { StocktakeState } from './states.ts'

/** Leads from a stocktake to its counted places, so that progress is a count over an index. */
export const countedAccount = (stocktake: string, place: string): string => `counted:${stocktake}:${place}`

/** Where the course stands; what was posted stays posted, whatever came beside it. */
const stateOf = (record: Omit<Stocktake, 'state'>): StocktakeState => {
  const { posted, cancelled, submitted, returned, approved } = record
  if (posted) return 'posted'
  if (cancelled) return 'cancelled'
  if (!submitted || returned?.submission === submitted.id) return 'counting'
  return approved?.submission === submitted.id ? 'approved' : 'submitted'
}

type Posted = NonNullable<Stocktake['posted']>
type Reconciled = NonNullable<Stocktake['reconciled']>[number]

/** Posting twice at two desks and reconciling at both are facts beside each other; all else lies over what was. */
const afterEntry = (record: Stocktake, entry: Entry): Stocktake => {
  if (entry.kind === 'stocktake.posted' && record.posted)
    return { ...record, alsoPosted: [...(record.alsoPosted ?? []), entry.body['posted'] as unknown as Posted] }
  if (entry.kind === 'stocktake.reconciled')
    return { ...record, reconciled: [...(record.reconciled ?? []), entry.body['reconciled'] as unknown as Reconciled] }
  return overlay(record, entry)
}

export const stocktakeSubject = subjectType<Stocktake>({
  name: 'stocktake',
  kinds: stocktakeKinds,
  reduce: (record, entry) => {
    if (!record && entry.kind !== 'stocktake.planned') return undefined
    const next = record
      ? afterEntry(record, entry)
      : { ...overlay<Stocktake>(undefined, entry), enteredAt: instantOf(entry.at) }
    return { ...next, state: stateOf(next) }
  },
  merged: ['posted', 'reconciled'],
  exceptions: ({ numbered, alsoPosted = [] }) =>
    alsoPosted.map(({ by, date, slips }) => ({
      kind: 'posted-twice',
      part: slips[0]?.id ?? '',
      on: date,
      person: by.id,
      values: { number: numbered.number, slips: slips.map((slip) => slip.number) },
    })),
  contribute: ({ numbered }) => [{ account: `book:${numbered.book}`, delta: 1 }],
  search: ({ numbered, note, plannedBy, scope }) => ({
    title: numbered.number,
    detail: [note, ...(scope.locations ?? []), ...(scope.groups ?? []), plannedBy.name].filter(Boolean).join(' · '),
    words: [plannedBy.name, ...(note === undefined ? [] : [note])],
    class: 'log',
  }),
})

export const sheetSubject = subjectType<Sheet>({
  name: 'stocktake_sheet',
  kinds: sheetKinds,
  reduce: overlay,
})

const acts: Readonly<Record<string, StockCount['act']>> = {
  'stock.counted': 'count',
  'recount.ordered': 'recount',
  'variance.explained': 'explain',
}

export const countSubject = subjectType<StockCount>({
  name: 'stock_count',
  kinds: countKinds,
  reduce: (record, entry) => {
    const act = record?.act ?? acts[entry.kind]
    return act && { ...overlay<StockCount>(record, entry), act, stamp: record?.stamp ?? entry.at }
  },
  contribute: ({ act, withdrawn, stocktake, item, location, lot }) =>
    act === 'count' && !withdrawn
      ? [{ account: countedAccount(stocktake, `${item}|${location}|${lot ?? ''}`), delta: 1 }]
      : [],
})

export const stocktakeSubjects = [stocktakeSubject, sheetSubject, countSubject] as const
