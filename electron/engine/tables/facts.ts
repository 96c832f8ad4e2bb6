/** Loads what an import must know of the office: only what the target asks for, in a few queries over indexed columns. */
import { delegationType } from '../../../shared/contracts/subjects.ts'
import { noFacts, notePerson, noteSeal, keyOf, type Facts, type KnownPerson } from '../../../shared/tables/facts.ts'
import type { ImportTarget } from '../../../shared/tables/targets.ts'
import { supplyBudget } from '../../../shared/supplies/budget/budget.ts'
import { recordsOf } from '../store/derived.ts'
import { all, sql, type Read } from '../store/sql.ts'
import { headsOfBudget } from '../supplies/budget/budget-store.ts'
import { stockClosedThrough } from '../supplies/store.ts'

/**
 * @param db a consistent reading; inside an act it sees what the act entered
 * @param thisYear the last year an old ledger may reach
 */
export const loadFacts = (db: Read, target: ImportTarget, thisYear: number): Facts => {
  const facts = noFacts()
  const load: Record<ImportTarget, () => void> = {
    people: () => {
      loadPeople(db, facts)
      loadDepartments(db, facts)
    },
    items: () => loadItems(db, facts),
    contracts: () => {
      loadPeople(db, facts)
      loadContracts(db, facts)
    },
    delegations: () => {
      loadPeople(db, facts)
      loadContracts(db, facts)
      loadDelegations(db, facts)
    },
    'seal-ledger': () => {
      loadSeals(db, facts)
      loadLedger(db, facts, thisYear)
      loadClosed(db, facts)
    },
    budgets: () => {
      loadDepartments(db, facts)
      loadBudgets(db, facts)
    },
  }
  load[target]()
  return facts
}

const loadPeople = (db: Read, facts: Facts): void => {
  const rows = all<{ id: string; record: string }>(db, sql`select subject as id, record from person order by staffNo`)
  for (const { id, record } of rows) {
    const { name, staffNo, post, posts, employedFrom, employedTo } = JSON.parse(record) as Omit<KnownPerson, 'id'>
    notePerson(facts, { id, name, staffNo, post, posts, employedFrom, employedTo })
  }
}

const loadDepartments = (db: Read, facts: Facts): void => {
  for (const { id, name } of all<{ id: string; name: string }>(
    db,
    sql`select subject as id, name from department order by name`,
  ))
    facts.departments.set(keyOf(name), { id, name })
}

const loadItems = (db: Read, facts: Facts): void => {
  for (const { code } of all<{ code: string }>(db, sql`select record ->> '$.code' as code from supply_item`))
    facts.items.add(keyOf(code))
  const codes = all<{ code: string; name: string }>(
    db,
    sql`select json_each.value ->> '$.code' as code, supply_item.record ->> '$.name' as name from supply_item, json_each(supply_item.record, '$.barcodes')`,
  )
  for (const { code, name } of codes) facts.barcodes.set(keyOf(code), name)
}

const loadContracts = (db: Read, facts: Facts): void => {
  const rows = all<{ id: string; number: string; parent: string | null; original: string | null }>(
    db,
    sql`select subject as id, number, parent, record ->> '$.originalNumber' as original from contract`,
  )
  for (const { id, number, parent, original } of rows) {
    const known = { id, number, parent: parent ?? undefined }
    if (original) facts.contracts.set(keyOf(original), known)
    facts.contracts.set(keyOf(known.number), known)
  }
}

const loadDelegations = (db: Read, facts: Facts): void => {
  for (const delegation of recordsOf(db, delegationType, sql`order by number`)) {
    facts.delegationsById.set(delegation.id, delegation)
    facts.delegations.set(keyOf(delegation.number), delegation)
    if (delegation.originalNumber) facts.delegations.set(keyOf(delegation.originalNumber), delegation)
  }
}

const loadSeals = (db: Read, facts: Facts): void => {
  const rows = all<{ id: string; code: string; name: string; shortName: string | null }>(
    db,
    sql`select subject as id, code, record ->> '$.name' as name, record ->> '$.shortName' as shortName from seal order by code desc`,
  )
  for (const { id, code, name, shortName } of rows)
    noteSeal(facts, { id, code, name, shortName: shortName ?? undefined })
}

const loadBudgets = (db: Read, facts: Facts): void => {
  for (const budget of recordsOf(db, supplyBudget, sql`order by subject`))
    facts.budgets.set(budget.id, { budget, isDisputed: headsOfBudget(db, budget.id).length > 1 })
  facts.stockClosedThrough = stockClosedThrough(db)
}

const loadClosed = (db: Read, facts: Facts): void => {
  const rows = all<{ seal: string; period: string }>(
    db,
    sql`select seal, max(period) as period from seal_closing where length(period) = 7 group by seal`,
  )
  for (const { seal, period } of rows) facts.closed.set(seal, period)
}

/** People's Republic; older books are not asked for line by line. */
const oldestYear = 1949

/**
 * An imported line's key is `<seal>|<year>||<number, padded>|<id>`, with nothing where others have their book; so the
 * imported lines of a seal and year lie together, and a million other uses are not read.
 */
const loadLedger = (db: Read, facts: Facts, thisYear: number): void => {
  for (const code of new Set([...facts.seals.values()].map((seal) => seal.code)))
    for (let year = oldestYear; year <= thisYear; year++) {
      const start = `${code}|${year}||`
      const rows = all<{ key: string }>(
        db,
        sql`select number_key as key from seal_use where number_key >= ${start} and number_key < ${`${code}|${year}|}`}`,
      )
      for (const { key } of rows) facts.ledger.add(`${code}|${year}|${key.slice(start.length, key.lastIndexOf('|'))}`)
    }
}
