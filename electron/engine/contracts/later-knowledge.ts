/** The source of `judged-otherwise`: uses, signatures and checks that would be judged otherwise by what was entered later. */
import type { AuthorityCheck } from '../../../shared/contracts/authority-check.ts'
import { judgedOtherwise, laterThan, type Judged, type LaterFact } from '../../../shared/contracts/later-knowledge.ts'
import type { SubjectException } from '../../../shared/office/exceptions.ts'
import type { AuthorityQuestion } from '../../../shared/office/verdict.ts'
import type { Reading } from '../act.ts'
import type { Read } from '../store/sql.ts'
import { checkAuthorityWith } from './authority.ts'
import { allUnder, delegationOf, delegationsBy } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import { noEntries, readOn, type LaterEntries, type Suspect } from './later-entries.ts'
import { checkOf, contractOf, interestOf } from './store.ts'

/** A use that was judged, as the seal room hands it over: what was asked then, and the verdict that was saved. */
export type JudgedUse = Pick<Judged, 'number' | 'person' | 'before'> & { question: AuthorityQuestion }

export type LaterDeps = ContractDeps & { judgedUse: (db: Read, id: string) => JudgedUse | undefined }

type Again = { told: Judged; question: AuthorityQuestion }
type Known = { stamp: string; exception: SubjectException | undefined }
/** `known`: by judgement, what it came to under which facts. */
type Memory = { entries: LaterEntries; seq: number; known: Map<string, Known>; told: SubjectException[] }

/** So many are judged anew at one reading; the rest at the next ones, so that no page waits for them. */
const mostAtOnce = 500

/**
 * What later entries would have changed. Only what they touch is judged again, and only when something new touches it:
 * one open office remembers by the number of its last entry.
 */
export const laterKnowledge = (deps: LaterDeps): ((reading: Reading) => SubjectException[]) => {
  const memories = new WeakMap<Read, Memory>()
  return (reading) => {
    const memory = memories.get(reading.db) ?? { entries: noEntries(), seq: -1, known: new Map(), told: [] }
    memories.set(reading.db, memory)
    const entries = readOn(reading.db, memory.entries)
    if (entries.seq !== memory.seq) {
      const { told, isWhole } = tell(deps, reading, memory)
      memory.told = told
      memory.seq = isWhole ? entries.seq : -1
    }
    return memory.told
  }
}

const tell = (
  deps: LaterDeps,
  reading: Reading,
  { entries, known }: Memory,
): { told: SubjectException[]; isWhole: boolean } => {
  const told: SubjectException[] = []
  let judgedNow = 0
  for (const [id, { suspect, facts }] of touched(deps, reading.db, entries)) {
    const touches = [id, suspect.contract ?? ''].map((one) => entries.touches.get(one) ?? 0)
    const stamp = [...facts.map(({ desk, n }) => `${desk.slice(0, 8)}${n}`), ...touches].join(' ')
    const before = known.get(id)
    const isKnown = before?.stamp === stamp
    if (!isKnown && judgedNow >= mostAtOnce) return { told, isWhole: false }
    if (!isKnown) judgedNow += 1
    const exception = isKnown ? before.exception : judge(deps, reading, suspect, facts)
    known.set(id, { stamp, exception })
    if (exception) told.push(exception)
  }
  return { told, isWhole: true }
}

/** Every judgement with the facts entered later about its person or its contract. */
const touched = (
  deps: ContractDeps,
  db: Read,
  { facts, judged }: LaterEntries,
): Map<string, { suspect: Suspect; facts: LaterFact[] }> => {
  const found = new Map<string, { suspect: Suspect; facts: LaterFact[] }>()
  for (const { body, ...fact } of facts) {
    if (judged.size === 0) break
    for (const key of keysOf(deps, db, fact, body)) {
      for (const suspect of judged.get(key) ?? []) {
        if (laterThan(suspect, [fact]).length === 0) continue
        const one = found.get(suspect.id) ?? { suspect, facts: [] }
        if (!one.facts.some(({ desk, n }) => desk === fact.desk && n === fact.n))
          one.facts.push({ ...fact, label: labelOf(deps, db, fact) })
        found.set(suspect.id, one)
      }
    }
  }
  return found
}

/** The people, or the contract, whose judgements an entry may change. */
const keysOf = (
  deps: ContractDeps,
  db: Read,
  { kind, subject, from }: LaterFact,
  body: Readonly<Record<string, unknown>>,
): Set<string> => {
  if (kind === 'contract.changed') return new Set([subject])
  if (kind.startsWith('interest.')) return new Set([interestOf(db, subject)?.person ?? ''])
  if (kind === 'delegation.issued') {
    const { delegate, post } = body
    return new Set(typeof delegate === 'string' ? [delegate] : holdersOf(deps, db, post, from))
  }
  const given =
    kind === 'person.changed'
      ? delegationsBy(db, subject, 500)
      : [delegationOf(db, subject)].filter((one) => one !== undefined)
  const reached = given.flatMap((one) => [one, ...allUnder(db, one.id)])
  const holders = reached.flatMap(({ delegate, post }) =>
    delegate === undefined ? holdersOf(deps, db, post, from) : [delegate],
  )
  return new Set(kind === 'person.changed' ? [subject, ...holders] : holders)
}

/** Who held a post when an entry begins to say something, and who holds it last. */
const holdersOf = (deps: ContractDeps, db: Read, post: unknown, from: string): string[] =>
  typeof post === 'string'
    ? [from, '2199-12-31'].flatMap((on) => deps.peopleInPost(db, post, on, 50).map(({ id }) => id))
    : []

const labelOf = (deps: ContractDeps, db: Read, { kind, subject }: LaterFact): string => {
  if (kind === 'contract.changed') return contractOf(db, subject)?.number ?? ''
  if (kind === 'person.changed') return deps.person(db, subject)?.name ?? ''
  if (kind.startsWith('delegation.')) return delegationOf(db, subject)?.number ?? ''
  const interest = interestOf(db, subject)
  return interest ? `${interest.personName} ↔ ${interest.counterparty}` : ''
}

const judge = (
  deps: LaterDeps,
  reading: Reading,
  suspect: Suspect,
  facts: readonly LaterFact[],
): SubjectException | undefined => {
  const again =
    suspect.type === 'seal_use' ? useAgain(deps, reading.db, suspect.id) : checkAgain(reading.db, suspect.id)
  if (!again) return undefined
  return judgedOtherwise(again.told, checkAuthorityWith(deps)(reading, again.question), facts)
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
  const told = { ...about, number: check.number, person: check.clerk.id, before: check.verdict }
  // As it stands now where it is registered; else as it was told at the counter.
  return { told, question: questionOf(check, contract) }
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
