/**
 * `authority/check` and `authority/growth`: the authority check as the seal desk asks it, over chains up to six deep, against
 * one point query by the primary key of the same store, and against itself in a store of a tenth of the size.
 */
import { checkAuthorityWith } from '../../electron/engine/contracts/authority.ts'
import { contractDeps } from '../../electron/engine/rooms.ts'
import { one, sql, type Read } from '../../electron/engine/store/sql.ts'
import type { AuthorityQuestion, VerdictResult } from '../../shared/office/verdict.ts'
import {
  amountOf,
  fillOffice,
  filledOf,
  limitOf,
  lineLength,
  partyOf,
  typeOf,
  type Filled,
  type Size,
} from './authority-office.ts'
import { openBenchOffice, type BenchOffice, type Shelf } from './offices.ts'
import { median, quantile, rowOf, timedNow, type Row } from './row.ts'

const full: Size = { people: 5000, delegations: 20_000, contracts: 200_000 }
const tenth: Size = { people: 500, delegations: 2000, contracts: 20_000 }
const questions = 1000
const rounds = 7
const asOf = '2026-11-23'

export const authorityRows = async (shelf: Shelf): Promise<Row[]> => {
  const [large, small] = [open(shelf, full), open(shelf, tenth)]
  try {
    const [ours, less] = [sideOf(large, full), sideOf(small, tenth)]
    const places = Array.from({ length: questions }, (_, place) => place)
    const times = { ours: places.map(() => []), less: places.map(() => []), point: places.map(() => []) } as Times
    for (let round = 0; round <= rounds; round++)
      for (const place of places) {
        const taken = [ours.check(place), less.check(place), ours.point(place)] as const
        // The first round fills the caches.
        if (round === 0) continue
        times.ours[place]?.push(taken[0])
        times.less[place]?.push(taken[1])
        times.point[place]?.push(taken[2])
      }
    return rowsOf(times, ours.results)
  } finally {
    large.close()
    small.close()
  }
}

/** By question, the milliseconds of every round. */
type Times = Record<'ours' | 'less' | 'point', number[][]>

const rowsOf = (times: Times, results: ReadonlyMap<VerdictResult, number>): Row[] => {
  // What a question takes is the median of its rounds: what else the machine does now and then is not the question's.
  const [ours, less, point] = [times.ours, times.less, times.point].map((all) => all.map(median)) as [
    number[],
    number[],
    number[],
  ]
  const told = [...results].map(([result, count]) => `${result} ${count}`).join(', ')
  const [high, low] = [quantile(ours, 0.95), quantile(less, 0.95)]
  return [
    rowOf({
      name: 'authority/check',
      ours: high,
      baseline: median(point),
      target: 200,
      unit: 'ms',
      note: `95th percentile of ${questions} questions (${told}), half of them about a registered contract; the median was ${median(ours).toFixed(3)} ms, the point query's 95th percentile ${quantile(point, 0.95).toFixed(4)} ms; the goal is 40`,
    }),
    rowOf({
      name: 'authority/growth',
      ours: high,
      baseline: low,
      target: 1.5,
      unit: 'ms',
      note: `95th percentile with ${full.people} people, ${full.delegations} delegations and ${full.contracts} contracts, against a tenth of each`,
    }),
  ]
}

const open = (shelf: Shelf, size: Size): BenchOffice =>
  openBenchOffice(
    shelf.filled(`authority-${size.contracts}`, (office) => fillOffice(office, size, Date.parse(`${asOf}T01:00:00Z`))),
  )

type Side = {
  check: (place: number) => number
  point: (place: number) => number
  results: ReadonlyMap<VerdictResult, number>
}

export const sideOf = (office: BenchOffice, size: Size): Side => {
  const { db } = office.office().journal
  const filled = filledOf(size)
  const asked = Array.from({ length: questions }, (_, place) => questionAt(filled, size, place))
  const checkAuthority = checkAuthorityWith(contractDeps)
  const reading = { db, today: asOf, zone: 'Asia/Shanghai' }
  const results = new Map<VerdictResult, number>()
  for (const question of asked) {
    const { result, chain } = checkAuthority(reading, question)
    results.set(result, (results.get(result) ?? 0) + 1)
    // What is measured must be what was meant: a chain as long as the person stands deep.
    const level = (filled.people.indexOf(question.person) % lineLength) + 1
    if (result === 'permitted' && chain.length !== level) throw new Error(`a chain of ${chain.length}, not ${level}`)
  }
  return {
    check: (place) => timedNow(() => checkAuthority(reading, asked[place] as AuthorityQuestion)),
    point: (place) => timedNow(() => pointQuery(db, filled, place)),
    results,
  }
}

const pointQuery = (db: Read, { delegations }: Filled, place: number): unknown =>
  one(db, sql`select record from delegation where subject = ${delegations[spread(place, delegations.length)] ?? ''}`)

/** Places all over the register, in an order that no cache can guess. */
const spread = (place: number, count: number): number => (place * 7919 + 13) % count

/** Half about a registered contract; in-limit, over limit, a type nobody granted, an excluded or unknown counterparty, no amount. */
const questionAt = ({ people, contracts }: Filled, size: Size, place: number): AuthorityQuestion => {
  const person = spread(place, people.length)
  const delegation = person * 4 + (place % 4)
  const base = {
    person: people[person] ?? '',
    action: place % 3 === 0 ? ('sign' as const) : ('seal' as const),
    asOf,
    currency: 'CNY',
    joint: place % 10 === 0 ? [people[(person + 1) % people.length] ?? ''] : [],
  }
  if (place % 2 === 0) {
    const contract = contracts[spread(place, contracts.length)] ?? ''
    return { ...base, contractType: '', amount: undefined, counterparty: undefined, contract }
  }
  const isOver = place % 3 === 0
  return {
    ...base,
    contractType: place % 5 === 0 ? 'guarantee' : typeOf(delegation),
    amount: place % 13 === 0 ? undefined : isOver ? limitOf(delegation) * 10 : amountOf(place),
    counterparty: place % 17 === 0 ? '供应商1有限公司' : partyOf(place, size),
    contract: undefined,
    subject: `标的${place % 7}`,
  }
}
