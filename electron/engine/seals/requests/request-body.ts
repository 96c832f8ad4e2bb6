/** What a new request says: everything looked up and checked, with the route that it takes. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import type { ValidInputOf } from '../../../../shared/api/operation.ts'
import { localTime } from '../../../../shared/office/dates.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import { namedOf, refuseLeft } from '../../../../shared/seals/life/life-people.ts'
import type { sealOperations } from '../../../../shared/seals/operations.ts'
import type { ContractRef, Named, RequestLine, SealRequest } from '../../../../shared/seals/records.ts'
import { lastUseBy } from '../../../../shared/seals/requests/lapse.ts'
import { lineOf, mayResubmit, refuseEnded } from '../../../../shared/seals/requests/request-rules.ts'
import { contractSnapshot } from '../../../../shared/seals/rules.ts'
import type { Act, Reading } from '../../act.ts'
import { standingOf } from '../acting.ts'
import type { SealDeps } from '../deps.ts'
import { namedPerson, notFound } from '../life/cabinet.ts'
import { requestOf, sealOf } from '../store.ts'
import { actorOf } from '../use/use-facts.ts'
import { routeOf } from './deciders.ts'
import { askedAgain } from './request-store.ts'

type Submitted = ValidInputOf<(typeof sealOperations)['seals.requestSubmit']>

const invalid = (path: string, reason: string): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason }] })

const linesOf = (reading: Reading, input: Pick<Submitted, 'lines' | 'copies' | 'mode'>): RequestLine[] | Refusal => {
  const lines: RequestLine[] = []
  for (const [index, { seal: id, perCopy, seamPerCopy }] of input.lines.entries()) {
    const seal = sealOf(reading.db, id)
    if (!seal) return notFound('seal', id)
    const ended = refuseEnded(seal)
    if (ended) return ended
    if (input.mode === 'taken-out' && seal.kind === 'image')
      return invalid(`lines.${index}.seal`, 'invalid.image-outside')
    if (lines.some((line) => line.seal.id === id)) return invalid(`lines.${index}.seal`, 'invalid.twice')
    if (perCopy + seamPerCopy === 0) return invalid(`lines.${index}.perCopy`, 'invalid.too-small')
    lines.push(lineOf(seal, input.copies, perCopy, seamPerCopy))
  }
  return lines
}

const contractOf = (
  deps: SealDeps,
  reading: Reading,
  typed: Submitted['contract'],
): { contract?: ContractRef; counterparty?: string | undefined } | Refusal => {
  if (!typed) return {}
  if (typed.id === undefined) return { contract: typed }
  const facts = deps.contract(reading, typed.id)
  return facts
    ? { contract: contractSnapshot(facts), counterparty: facts.counterparty }
    : notFound('contract', typed.id)
}

/** Who asks is still with the company, whoever types it. */
const applicantOf = (deps: SealDeps, reading: Reading, id: string): Named | Refusal => {
  const person = standingOf(deps, reading, id)
  return isRefusal(person) ? person : (refuseLeft([person]) ?? namedOf(person))
}

type Asking = Pick<Submitted, 'applicant' | 'lines' | 'copies' | 'category' | 'contract' | 'mode'>

/** Who asks for which seals on which contract, and the route it takes: told before it is submitted, and fixed with it. */
export const askingOf = (deps: SealDeps, reading: Reading, input: Asking) => {
  const applicant = applicantOf(deps, reading, input.applicant ?? reading.actor.person)
  if (isRefusal(applicant)) return applicant
  const lines = linesOf(reading, input)
  if (isRefusal(lines)) return lines
  const known = contractOf(deps, reading, input.contract)
  if (isRefusal(known)) return known
  const { contract, counterparty } = known
  const proxy = applicant.id === reading.actor.person ? undefined : actorOf(reading)
  const route = routeOf(deps, reading, { lines, category: input.category, contract, applicant, proxy })
  return isRefusal(route) ? route : { applicant, proxy, lines, contract, counterparty, route }
}

/** The body of a request, everything in it looked up and checked; its number is given last. */
export const requestBody = (deps: SealDeps, act: Act, input: Submitted): Draft['body'] | Refusal => {
  const signatory = input.signatory === undefined ? undefined : namedPerson(deps, act, input.signatory)
  if (isRefusal(signatory)) return signatory
  const useBy = input.useBy ?? lastUseBy(act.today)
  if (useBy < act.today || useBy > lastUseBy(act.today)) return invalid('useBy', 'invalid.use-by')
  const resubmits = resubmitted(act, input.resubmits)
  if (isRefusal(resubmits)) return resubmits
  const asking = askingOf(deps, act, input)
  if (isRefusal(asking)) return asking
  const { category, mode, document, copies, purpose, isLegalReviewed, isUrgent } = input
  const { applicant, proxy, lines, route } = asking
  return {
    submittedAt: localTime(act.now, act.zone),
    applicant,
    department: deps.person(act, applicant.id)?.department,
    proxy,
    lines,
    category,
    mode,
    document,
    copies,
    purpose,
    isLegalReviewed,
    isUrgent,
    useBy,
    counterparty: input.counterparty ?? asking.counterparty,
    contract: asking.contract,
    signatory,
    route,
    approvals: [],
    status: 'pending',
    resubmits,
  }
}

/** The ended request that is asked again. */
const resubmitted = (act: Act, id: string | undefined): SealRequest['resubmits'] | Refusal => {
  if (id === undefined) return undefined
  const before = requestOf(act.db, id)
  if (!before) return notFound('seal_request', id)
  return mayResubmit(before, actorOf(act), act.today, askedAgain(act.db, before)) ?? { id, number: before.number }
}
