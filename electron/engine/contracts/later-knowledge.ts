/** The source of `judged-otherwise`: uses, signatures and checks that would be judged otherwise by what was entered later. */
import type { AuthorityCheck } from '../../../shared/contracts/authority-check.ts'
import { judgedOtherwise, type Judged as Told } from '../../../shared/contracts/later-knowledge.ts'
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import type { AuthorityQuestion } from '../../../shared/office/verdict.ts'
import type { Reading } from '../act.ts'
import { one, sql, type Read } from '../store/sql.ts'
import { checkAgainWith } from './authority.ts'
import { delegationOf } from './delegation-store.ts'
import type { ExceptionSource } from '../exceptions/deps.ts'
import type { ContractDeps } from './deps.ts'
import { factsBetween, isAlone, judgedBetween, lastEntry, portion, type Fact } from './later-entries.ts'
import {
  addByKey,
  checkJudged,
  checksJudged,
  lookOn,
  matcher,
  passOf,
  type Found,
  type Judged,
  type JudgedSource,
  type Pass,
  type Suspect,
} from './later-suspects.ts'
import { rateOf } from './rate-store.ts'
import { checkOf, contractOf, interestOf } from './store.ts'

/** A use that was judged, as the seal room hands it over: what was asked then, and the verdict that was saved. */
export type JudgedUse = Pick<Told, 'number' | 'person' | 'before'> & { question: AuthorityQuestion }

export type LaterDeps = ContractDeps & {
  judgedUse: (db: Read, id: string) => JudgedUse | undefined
  usesJudged: JudgedSource
  useJudged: (db: Read, id: string) => Judged | undefined
}

type Again = { told: Told; question: AuthorityQuestion }
/** `known`: by judgement, what it came to under which facts. */
type Memory = {
  /** The last entry read; `first` was the last when reading began: judgements after it are matched as they come. */
  seq: number
  first: number
  byKey: Map<string, Fact[]>
  passes: Pass[]
  suspects: Map<string, Found>
  known: Map<string, { stamp: string; exception: SubjectException | undefined }>
  told: SubjectException[]
  isWhole: boolean
}

/** Entries read, judgements looked through, and judged anew, at one reading of the desk; the rest at its next ones. */
export type Portions = { entries: number; seen: number; judged: number }
const small: Portions = { entries: portion, seen: 1500, judged: 300 }

const noMemory = (first: number): Memory => ({
  seq: 0,
  first,
  byKey: new Map(),
  passes: [],
  suspects: new Map(),
  known: new Map(),
  told: [],
  isWhole: false,
})

/**
 * What later entries would have changed. Only what they touch is judged again, and only when something new touches it.
 * One open office remembers how far it read. The desk, which asks at every change, reads a large journal in portions; who
 * opens the register gets all of it at once.
 */
export const laterKnowledge = (deps: LaterDeps, most = small): ExceptionSource => {
  const memories = new WeakMap<Read, Memory>()
  const source: ExceptionSource = (reading, isWhole = false) => {
    const { db } = reading
    const last = lastEntry(db)
    const before = memories.get(db)
    // Fewer entries than were read: an act that did not come about was looked into.
    const memory = before === undefined || last < before.seq ? noMemory(last) : before
    memories.set(db, memory)
    while (!memory.isWhole || memory.seq !== last) {
      const isRead = readOn(deps, reading, memory, last, most)
      const { told, isJudged } = tell(deps, reading, memory, most.judged)
      Object.assign(memory, { told, isWhole: isRead && isJudged })
      if (!isWhole) break
    }
    return memory.told
  }
  return Object.assign(source, {
    isWhole: (db: Read): boolean => {
      const memory = memories.get(db)
      return memory !== undefined && memory.isWhole && memory.seq === lastEntry(db)
    },
  })
}

/** Reads facts and judgements on, and looks through what new facts speak of; answers whether it came to the end. */
const readOn = (deps: LaterDeps, { db, zone }: Reading, memory: Memory, last: number, most: Portions): boolean => {
  const until = Math.min(last, memory.seq + most.entries)
  const match = matcher(deps, db)
  const note = (row: Judged | undefined, byKey: ReadonlyMap<string, readonly Fact[]>): void => {
    const found = row && match(row, byKey)
    if (found) noteFound(memory.suspects, found)
  }
  if (until > memory.seq) {
    const facts = factsBetween(db, memory.seq, until, zone)
    for (const fact of facts) addByKey(memory.byKey, fact)
    if (facts.length > 0) memory.passes.push(passOf(facts, isAlone(db)))
    const since = Math.max(memory.seq, memory.first)
    // What this desk judged, it judged knowing what it had entered; what came from another may not have.
    if (until > since && !isAlone(db))
      for (const id of judgedBetween(db, since, until))
        note(deps.useJudged(db, id) ?? checkJudged(db, id), memory.byKey)
    memory.seq = until
  }
  let left = most.seen
  for (let [pass] = memory.passes; pass !== undefined && left > 0; [pass] = memory.passes) {
    const { byKey } = pass
    const { seen, isDone } = lookOn(pass, [deps.usesJudged, checksJudged], db, left, (row) => note(row, byKey))
    left -= seen
    if (!isDone) return false
    memory.passes.shift()
  }
  return memory.seq === last && memory.passes.length === 0
}

const noteFound = (suspects: Map<string, Found>, { suspect, facts }: Found): void => {
  const known = suspects.get(suspect.id)
  const fresh = facts.filter(({ desk, n }) => !known?.facts.some((fact) => fact.desk === desk && fact.n === n))
  if (!known) suspects.set(suspect.id, { suspect, facts })
  else known.facts.push(...fresh)
}

/** What the row of a judgement, and of the contract it was about, was last entered by: voided, corrected, changed. */
const touchedBy = (db: Read, { id, type }: Suspect): string => {
  const last = (row: { last: string } | undefined): string => row?.last ?? ''
  if (type === 'seal_use') return last(one(db, sql`select last from seal_use where subject = ${id}`))
  const contract = checkOf(db, id)?.asked.contract
  return contract === undefined ? '' : last(one(db, sql`select last from contract where subject = ${contract}`))
}

const tell = (
  deps: LaterDeps,
  reading: Reading,
  { suspects, known }: Memory,
  mostJudged: number,
): { told: SubjectException[]; isJudged: boolean } => {
  const told: SubjectException[] = []
  let judgedNow = 0
  for (const { suspect, facts } of suspects.values()) {
    const places = facts.map(({ desk, n }) => `${desk.slice(0, 8)}${n}`).toSorted()
    const stamp = [...places, touchedBy(reading.db, suspect)].join(' ')
    const before = known.get(suspect.id)
    const isKnown = before?.stamp === stamp
    if (!isKnown && judgedNow >= mostJudged) return { told, isJudged: false }
    if (!isKnown) judgedNow += 1
    const exception = isKnown ? before.exception : judge(deps, reading, suspect, facts)
    known.set(suspect.id, { stamp, exception })
    if (exception) told.push(exception)
  }
  return { told, isJudged: true }
}

const labelOf = (deps: ContractDeps, db: Read, { kind, subject }: Fact): string => {
  if (kind.startsWith('contract.')) return contractOf(db, subject)?.number ?? ''
  if (kind === 'person.changed') return deps.person(db, subject)?.name ?? ''
  if (kind.startsWith('delegation.')) return delegationOf(db, subject)?.number ?? ''
  if (kind.startsWith('rate.')) {
    const rate = rateOf(db, subject)
    return rate ? `${rate.currency} ${rate.from}` : ''
  }
  const interest = interestOf(db, subject)
  return interest ? `${interest.personName} ↔ ${interest.counterparty}` : ''
}

const judge = (
  deps: LaterDeps,
  reading: Reading,
  suspect: Suspect,
  facts: readonly Fact[],
): SubjectException | undefined => {
  const { db } = reading
  const again = suspect.type === 'seal_use' ? useAgain(deps, db, suspect.id) : checkAgain(db, suspect.id)
  if (!again) return undefined
  const named = facts.map((fact) => ({ ...fact, label: labelOf(deps, db, fact) }))
  return judgedOtherwise(again.told, checkAgainWith(deps)(reading, again.question, suspect.at), named)
}

const useAgain = (deps: LaterDeps, db: Read, id: string): Again | undefined => {
  const use = deps.judgedUse(db, id)
  if (!use) return undefined
  const { question, ...told } = use
  return { told: { ...told, subject: id, type: 'seal_use' }, question }
}

/** A check is told on the contract that was signed on its strength, else on itself. */
const checkAgain = (db: Read, id: string): Again | undefined => {
  const check = checkOf(db, id)
  if (!check) return undefined
  const contract = check.asked.contract === undefined ? undefined : contractOf(db, check.asked.contract)
  const isSigned = contract !== undefined && contract.check === check.number
  const about = isSigned ? { subject: contract.id, type: 'contract' } : { subject: id, type: 'authority_check' }
  // A check says who signed along, even where nobody did.
  const before = { ...check.verdict, present: check.joint.map((signer) => signer.id) }
  // As it stands now where it is registered; else as it was told at the counter.
  return {
    told: { ...about, number: check.number, person: check.clerk.id, before },
    question: questionOf(check, contract),
  }
}

const questionOf = (
  { person, action, asOf, asked, joint }: AuthorityCheck,
  contract: ReturnType<typeof contractOf>,
): AuthorityQuestion => ({
  person: person.id,
  action,
  asOf,
  contract: contract?.id,
  contractType: contract?.type ?? asked.type,
  counterparty: contract?.counterparty ?? asked.counterparty,
  creditCode: contract ? contract.creditCode : asked.creditCode,
  amount: contract ? contract.amount : asked.amount,
  currency: contract?.currency ?? asked.currency,
  rate: contract ? contract.rate : asked.rate,
  uncapped: contract?.uncapped ?? asked.uncapped,
  startsOn: contract ? contract.startsOn : asked.startsOn,
  endsOn: contract ? contract.endsOn : asked.endsOn,
  joint: joint.map(({ id }) => id),
})
