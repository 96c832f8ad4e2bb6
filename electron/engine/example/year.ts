/** A year of the example's office: master data first, then day after day of acts at both desks, up to today's open matters. */
import type { Actor, History } from './history.ts'
import { instantAt, workdays } from './calendar.ts'
import { planBudgets } from './budgets.ts'
import { leaveBuying } from './buying.ts'
import { answerExceptions, closeStock, correctLate, openBooks } from './closings.ts'
import { enterCompany, type Company } from './company.ts'
import { openContractDesk } from './contracts.ts'
import { addDays, monthOf } from '../../../shared/office/dates.ts'
import { makeCounterparties, type Counterparty } from './counterparties.ts'
import { issueDelegations } from './delegations.ts'
import { keepDatedGoods } from './dated-goods.ts'
import type { Dice } from './dice.ts'
import { fillShelves } from './goods.ts'
import { openSealDesk } from './seal-days.ts'
import { runShort } from './short-shelves.ts'
import { enterSeals } from './seals.ts'
import { openSupplyDesk } from './supply-days.ts'
import { leaveHalfCounted, takePastStock } from './stocktakes.ts'
import { leaveForToday } from './today.ts'

export type YearParts = {
  history: History
  dice: Dice
  administrator: Actor
  /** About how many entries there are in the end. */
  entries: number
  /** From the founding to now, milliseconds since 1970, UTC. */
  from: number
  to: number
}

const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1))

const between = (value: number, low: number, high: number): number => Math.round(Math.min(Math.max(value, low), high))

/** How much of everything there is; from 5,000 entries on it is the whole company. */
const sizes = (entries: number) => ({
  people: between(entries / 25, 60, 200),
  goods: between(entries / 12, 60, 400),
  contracts: between(entries / 16, 40, 300),
  counterparties: between(entries / 50, 25, 96),
})

const minute = 60_000
/** The last hour belongs to what is left open for today. */
const lastHour = 60 * minute
/** Entries that today's open matters take. */
const forToday = 47

/** Steps of writing the year; a transaction may end after any of them. */
export const writeYear = function* (parts: YearParts): Generator<undefined, void> {
  const { history, dice, administrator, entries, from, to } = parts
  const size = sizes(entries)
  const end = to - lastHour
  const days = workdays(from, end)
  const opening = days[0] ?? from
  const company = yield* enterCompany(history, dice, from, administrator, size.people)
  const cabinet = yield* enterSeals(history, dice, from + minute, company)
  const authority = yield* issueDelegations(history, from + 2 * minute, company)
  const counterparties = makeCounterparties(dice, size.counterparties)
  const shelves = yield* fillShelves(
    {
      history,
      dice,
      company,
      suppliers: counterparties.slice(0, 12),
      size: size.goods,
      // Four in ten entries are issues of some two lines of some two pieces.
      demand: Math.ceil((entries * 1.6) / size.goods),
      quotaScale: Math.max(1, Math.ceil(entries / 10_000)),
    },
    from + 3 * minute,
  )
  const dated = keepDatedGoods({ history, company, to }, from + 10 * minute)
  const contracts = openContractDesk({ history, dice, company, authority, counterparties })
  const seals = openSealDesk({ history, dice, company, cabinet, contracts, counterparties })
  const supplies = openSupplyDesk({ history, dice, company, shelves })
  const lastClosed = monthBefore(monthBefore(monthOf(history.dateAt(end))))
  const bookParts = { history, company, cabinet, entries, lastClosed }
  const books = openBooks(bookParts)
  declareInterests(history, company, opening, counterparties)

  const begun = history.entries()
  const goal = Math.max(entries - forToday, begun + 1)
  const budgets = planBudgets({ history, company, shelves, acts: goal - begun })
  let signed = 0
  const milestones = [
    { share: 0.35, act: authority.revoke },
    { share: 0.4, act: dated.draw },
    { share: 0.5, act: authority.amend },
    { share: 0.6, act: (at: number) => authority.single(at, contracts.some()?.id ?? '', 80_000_000) },
    { share: 0.7, act: dated.deliver },
    { share: 0.75, act: (at: number) => authority.passOn(at, to) },
    { share: 0.9, act: (at: number) => takePastStock({ history, company, shelves }, at) },
    { share: 0.97, act: shelves.neglect },
  ]

  const perform = (at: number): boolean => {
    const thrown = dice.next()
    if (thrown < 0.4) return sealTurn(thrown, at)
    if (thrown < 0.47) return seals.walkIn(at)
    if (thrown < 0.475) return seals.spoil(at)
    if (thrown < 0.5) return seals.archive(at)
    if (thrown < 0.54) return recordCheck(history, dice, company, counterparties, at)
    if (thrown < 0.56) return contracts.close(at)
    if (thrown < 0.92) return supplies.issue(at)
    if (thrown < 0.94) return supplies.bringBack(at)
    if (thrown < 0.95) return supplies.reverse(at)
    if (thrown < 0.96) return supplies.scrap(at)
    return thrown < 0.965 ? supplies.move(at) : shelves.refill(at)
  }
  // Requests, decisions and uses in step, so that no pile grows.
  const sealTurn = (turn: number, at: number): boolean => {
    if (seals.approved() > 5 || turn >= 0.27) return seals.seal(at)
    return seals.waiting() > 5 || turn >= 0.14 ? seals.decide(at) : seals.request(at) !== ''
  }

  while (history.entries() < goal) {
    const share = (history.entries() - begun) / (goal - begun)
    const at = instantAt(days, end, share)
    yield* budgets.setAt(at)
    yield* books.closeAt(at)
    // Four in ten contracts come with the first tenth of the year, taken over from the old register.
    const due = size.contracts * (share < 0.1 ? share * 4 : 0.4 + (share - 0.1) * 0.66)
    const next = milestones.find((milestone) => milestone.share <= share)
    if (next) {
      milestones.splice(milestones.indexOf(next), 1)
      next.act(at)
    } else if (signed < due) {
      contracts.sign(at)
      signed += 1
    } else perform(at)
    yield
  }
  // In the last office hours there were, whenever the example is made.
  yield* runShort({ history, company, shelves }, instantAt(days, end, 1) - 12 * minute)
  correctLate(bookParts, end)
  yield
  yield* budgets.setAt(end)
  yield* closeStock(history, company, end)
  yield* answerExceptions(history, company, end)
  leaveHalfCounted({ history, company, shelves }, end + minute)
  yield* leaveForToday({ history, company, cabinet, contracts, seals, shelves, at: end })
  yield* leaveBuying(history, company, end + 52 * minute)
}

const declareInterests = (history: History, { by }: Company, at: number, parties: readonly Counterparty[]): void => {
  const [first, second] = parties
  if (!first || !second) return
  history.call(at, by.office, 'interests.declare', {
    ...interestIn(first),
    person: by.purchase.id,
    nature: '配偶在该公司任职',
  })
  history.call(at, by.office, 'interests.declare', {
    ...interestIn(second),
    person: by.salesTwo.id,
    nature: '持有该公司股份',
  })
}

const interestIn = ({ name, creditCode }: Counterparty) => ({ counterparty: name, creditCode })

const recordCheck = (
  history: History,
  dice: Dice,
  { by }: Company,
  parties: readonly Counterparty[],
  at: number,
): boolean => {
  const asked = dice.pick([
    by.salesOne,
    by.salesTwo,
    by.purchase,
    by.stores,
    by.equipment,
    by.desk,
    by.people,
    by.sales,
  ])
  const party = dice.pick(parties)
  const today = history.dateAt(at)
  history.call(at, by.clerk, 'authority.record', {
    person: asked.id,
    contractType: dice.pick(['sales', 'purchase', 'service', 'lease'] as const),
    counterparty: party.name,
    creditCode: party.creditCode,
    amount: dice.whole(1, 120) * 1_000_000,
    startsOn: today,
    endsOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}-01`,
    contractName: dice.pick(['年度框架合同', '设备采购意向', '运输服务续签', '备件供应合同']),
  })
  return true
}
