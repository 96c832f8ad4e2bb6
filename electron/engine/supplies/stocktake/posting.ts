/** Posting: an approved stocktake's differences become slips, exactly as approved; what arrives later is settled apart. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { joinClauses } from '../../../../shared/office/words.ts'
import { decideGain, decideLoss, type GainLine } from '../../../../shared/supplies/counter/count-slip-rules.ts'
import { refuseClosedMonth } from '../../../../shared/supplies/value/closed-months.ts'
import { dateOf } from '../../../../shared/supplies/rules.ts'
import { differenceOf, gainAmount } from '../../../../shared/supplies/stocktake/lines.ts'
import {
  linesPerSheet,
  type PostedSlip,
  type SettledLine,
  type Stocktake,
} from '../../../../shared/supplies/stocktake/records.ts'
import { namesOf, refuseMoved, refusePosting } from '../../../../shared/supplies/stocktake/rules.ts'
import type { Act } from '../../act.ts'
import { positions } from '../../journal/entries.ts'
import { enterSlip } from '../counter/enter-slip.ts'
import { lateByPlace } from './late.ts'
import { linesOf, settledLines, worthOf } from './store.ts'
import { shelfOf, stockClosedThrough } from '../store.ts'

/** A difference to be posted; pieces above zero are a gain and have a worth. */
type Found = { line: SettledLine; pieces: number; amount: number }
type Posting = { id: string; slips: PostedSlip[] }

const lineOf = ({ line: { item, location, lot }, pieces, amount }: Found): GainLine => ({
  item: item.id,
  quantity: Math.abs(pieces),
  unit: item.unit,
  location,
  amount,
  ...(lot === undefined ? {} : { lot }),
})

/** The causes of the lines on a slip, each once. */
const reasonOf = ({ language }: Act, stocktake: Stocktake, some: readonly Found[]): string =>
  joinClauses(language, [
    stocktake.numbered.number,
    ...new Set(some.flatMap(({ line: { cause } }) => cause ?? [])),
  ]).slice(0, 400)

/** Gains first, so that a loss of the same item leaves at an average that knows them. */
const enterSlips = (
  act: Act,
  stocktake: Stocktake,
  found: readonly Found[],
  date: string | undefined,
): PostedSlip[] | Refusal => {
  const slips: PostedSlip[] = []
  const reference = { id: stocktake.id, number: stocktake.numbered.number, cutoff: stocktake.cutoff }
  for (const [verb, decide] of [
    ['gain', decideGain],
    ['loss', decideLoss],
  ] as const) {
    const some = found.filter(({ pieces }) => (verb === 'gain' ? pieces > 0 : pieces < 0))
    for (let from = 0; from < some.length; from += linesPerSheet) {
      const part = some.slice(from, from + linesPerSheet)
      const input = { date, reason: reasonOf(act, stocktake, part), stocktake: reference, lines: part.map(lineOf) }
      const answer = enterSlip(act, decide(shelfOf(act.db), input, act.today))
      if (isRefusal(answer)) return answer
      const { id, numbered, amount } = answer.slip
      slips.push({ id, number: numbered.number, verb, amount })
    }
  }
  return slips
}

const signed = ({ actor, now }: Act) => ({ by: { id: actor.person, name: actor.name }, at: now })

/** Posts what was approved; refused where counts or the book at the cut-off are no longer what was submitted. */
export const post = (act: Act, stocktake: Stocktake, date: string | undefined): Posting | Refusal => {
  const settled = settledLines(act.db, stocktake)
  const business = dateOf(date, act.today)
  if (isRefusal(business)) return business
  const refused =
    refuseClosedMonth(business, stockClosedThrough(act.db)) ??
    refusePosting(stocktake, business, act.zone) ??
    refuseMoved(stocktake, settled, linesOf(act.db, stocktake, act.zone))
  if (refused) return refused
  // Before the slips are entered: what lies beyond is what arrived later.
  const heads = positions(act.db).map(({ desk, n }) => ({ desk, n }))
  const found = settled.map((line) => ({ line, pieces: differenceOf(line), amount: line.amount }))
  const slips = enterSlips(act, stocktake, found, business)
  if (isRefusal(slips)) return slips
  const posted = { ...signed(act), submission: stocktake.submitted?.id ?? '', date: business, slips, heads }
  act.enter({ kind: 'stocktake.posted', subject: stocktake.id, body: { posted } })
  return { id: stocktake.id, slips }
}

/** The book at the cut-off rose by what came late, so the gain was too great or the loss too small by as much. */
export const reconcile = (act: Act, stocktake: Stocktake): Posting | Refusal => {
  const { number } = stocktake.numbered
  const late = lateByPlace(act.db, stocktake, act.zone)
  if (late.length === 0) return refuse({ code: 'nothing-late', number })
  const worth = worthOf(act.db)
  const found = late.map(({ line, late: pieces }) => ({
    line,
    pieces: -pieces,
    amount: pieces < 0 ? gainAmount(-pieces, undefined, worth(line.item.id)) : 0,
  }))
  const unpriced = found.filter(({ amount }) => amount === undefined).map(({ line }) => line)
  if (unpriced.length > 0)
    return refuse({ code: 'gain-without-price', count: unpriced.length, items: namesOf(unpriced) })
  const priced = found.map((each) => ({ ...each, amount: each.amount ?? 0 }))
  const slips = enterSlips(act, stocktake, priced, undefined)
  if (isRefusal(slips)) return slips
  const lines = late.map(({ place, late: pieces }) => ({ ...place, late: pieces }))
  act.enter({
    kind: 'stocktake.reconciled',
    subject: stocktake.id,
    body: { reconciled: { ...signed(act), slips, lines } },
  })
  return { id: stocktake.id, slips }
}
