/**
 * Which judgements late facts may touch: found by the days the facts speak of, in portions, so that no page waits while a
 * large register is looked through. Only days between what a fact speaks of and when it was entered are looked at.
 */
import type { AuthorityCheck } from '../../../shared/contracts/authority-check.ts'
import { keysOfJudgement } from '../../../shared/contracts/later-keys.ts'
import { laterThan, type Judgement } from '../../../shared/contracts/later-knowledge.ts'
import { postOn } from '../../../shared/office/posts.ts'
import type { Verdict } from '../../../shared/office/verdict.ts'
import { all, one, sql, type Read } from '../store/sql.ts'
import { delegationOf } from './delegation-store.ts'
import type { ContractDeps } from './deps.ts'
import type { Fact } from './later-entries.ts'
import { checkOf } from './store.ts'

/** A judgement as its register hands it over: by day and key, with what it was decided from. */
export type Judged = {
  key: string
  id: string
  verdict: Verdict
  contract: string | undefined
  joint: readonly string[]
}

/** Judgements of a span of days behind a key, in order of keys; without a verdict nothing was judged. */
export type JudgedSource = (
  db: Read,
  span: { after: string; until: string },
  limit: number,
) => { rows: Judged[]; seen: number; next: string }

/** Checks, by the day they were asked for. */
export const checksJudged: JudgedSource = (db, { after, until }, limit) => {
  const [asOf = '', id = ''] = after.split('|')
  const rows = all<{ asOf: string; subject: string; record: string }>(
    db,
    sql`select asOf, subject, record from authority_check
      where asOf >= ${asOf} and (asOf, subject) > (${asOf}, ${id}) and asOf <= ${until} order by asOf, subject limit ${limit}`,
  )
  const last = rows.at(-1)
  return {
    seen: rows.length,
    next: last ? `${last.asOf}|${last.subject}` : after,
    rows: rows.map(({ record }) => judgedIn(JSON.parse(record) as AuthorityCheck)),
  }
}

const judgedIn = ({ id, asOf, verdict, asked, joint }: AuthorityCheck): Judged => ({
  key: `${asOf}|${id}`,
  id,
  verdict,
  contract: asked.contract,
  joint: joint.map((signer) => signer.id),
})

/** One check. */
export const checkJudged = (db: Read, id: string): Judged | undefined => {
  const check = checkOf(db, id)
  return check && judgedIn(check)
}

export type Suspect = Judgement & { at: string }
export type Found = { suspect: Suspect; facts: Fact[] }

type Span = { after: string; until: string }

/** Days to look through for some facts, and how far it came. */
export type Pass = {
  byKey: Map<string, Fact[]>
  /** Per source. */
  spans: Span[][]
  source: number
  span: number
  after: string
}

/** @param isAlone whether one desk alone enters here, so that nothing after a fact was entered is to be doubted */
export const passOf = (facts: readonly Fact[], isAlone: boolean): Pass => {
  // A use is judged for its own day; a check may have been asked for a day to come, after the fact was entered.
  const uses = facts.map(({ from, since, day }) =>
    isAlone ? { after: since, until: day } : { after: from, until: '9' },
  )
  const checks = facts.map(({ from }) => ({ after: from, until: '9' }))
  return { byKey: byKeyOf(facts), spans: [uses, checks].map(merged), source: 0, span: 0, after: '' }
}

const merged = (days: readonly Span[]): Span[] => {
  const spans: Span[] = []
  for (const { after, until } of days
    .filter((span) => span.after <= span.until)
    .toSorted((a, b) => (a.after < b.after ? -1 : 1))) {
    const last = spans.at(-1)
    if (last && after <= last.until) last.until = until > last.until ? until : last.until
    else spans.push({ after, until })
  }
  return spans
}

export const byKeyOf = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) addByKey(byKey, fact)
  return byKey
}

export const addByKey = (byKey: Map<string, Fact[]>, fact: Fact): void => {
  for (const key of fact.keys) {
    const known = byKey.get(key)
    if (known) known.push(fact)
    else byKey.set(key, [fact])
  }
}

/** Looks through the next portion of a pass; answers how many rows it saw, and whether it is done. */
export const lookOn = (
  pass: Pass,
  sources: readonly JudgedSource[],
  db: Read,
  limit: number,
  onRow: (row: Judged) => void,
): { seen: number; isDone: boolean } => {
  let seen = 0
  while (pass.source < sources.length) {
    const span = pass.spans[pass.source]?.[pass.span]
    const source = sources[pass.source]
    if (!span || !source) {
      Object.assign(pass, { source: pass.source + 1, span: 0, after: '' })
      continue
    }
    if (seen >= limit) return { seen, isDone: false }
    const most = limit - seen
    const found = source(db, { after: pass.after === '' ? span.after : pass.after, until: span.until }, most)
    found.rows.forEach(onRow)
    seen += found.seen
    if (found.seen < most) Object.assign(pass, { span: pass.span + 1, after: '' })
    else pass.after = found.next
  }
  return { seen, isDone: true }
}

/** Tells of a judgement which facts were entered later than it and concern it; remembers people and delegations met. */
export const matcher = (deps: ContractDeps, db: Read) => {
  const posts = new Map<string, string | undefined>()
  const givers = new Map<string, string | undefined>()
  const remembered = <T>(known: Map<string, T>, key: string, read: () => T): T => {
    if (!known.has(key)) known.set(key, read())
    return known.get(key) as T
  }
  const postOf = (id: string, on: string): string | undefined =>
    remembered(posts, `${id} ${on}`, () => {
      const person = deps.person(db, id)
      return person && postOn(person, on)
    })
  const giverOf = (id: string): string | undefined => remembered(givers, id, () => delegationOf(db, id)?.delegator)
  return ({ id, verdict, contract, joint }: Judged, byKey: ReadonlyMap<string, readonly Fact[]>): Found | undefined => {
    const { asOf, person, chain } = verdict
    const keys = keysOfJudgement({
      verdict,
      contract,
      joint,
      post: postOf(person.id, asOf),
      delegators: chain.flatMap(({ delegation }) => giverOf(delegation) ?? []),
    })
    // Its own signature is what was judged, and nothing that came after.
    const isOwn = ({ kind, subject }: Fact): boolean => kind === 'contract.moved' && subject === contract
    const named = keys.flatMap((key) => byKey.get(key) ?? [])
    const near = new Set(named.filter((fact) => fact.from <= asOf && !isOwn(fact)))
    if (near.size === 0) return undefined
    const suspect = placeOf(db, id, asOf)
    const facts = suspect ? (laterThan(suspect, [...near]) as Fact[]) : []
    return suspect && facts.length > 0 ? { suspect, facts } : undefined
  }
}

const placeOf = (db: Read, id: string, asOf: string): Suspect | undefined => {
  const entry = one<{ desk: string; n: number; at: string; kind: string }>(
    db,
    sql`select desk_key.desk, n, at, kind from entry join desk_key on desk_key.id = entry.desk
      where subject = ${id} and kind in ('seal.used', 'authority.checked') order by seq limit 1`,
  )
  if (!entry) return undefined
  const { desk, n, at, kind } = entry
  return { desk, n, at, id, asOf, type: kind === 'seal.used' ? 'seal_use' : 'authority_check' }
}
