/**
 * `entry/durable` and `entry/cpu`: one seal use at the counter through the engine's door, against the rows it left as
 * bare INSERTs into tables without any index, in one transaction, under the same cipher.
 */
import type Database from 'better-sqlite3'
import { contributionsOf } from '../../electron/engine/journal/rows.ts'
import { tokensOf } from '../../shared/office/search-text.ts'
import { openBare } from './bare.ts'
import { bytesOf, openBenchOffice, type BenchOffice, type Desk, type Shelf } from './offices.ts'
import { alternately, median, processorTime, rowOf, timed, type Row } from './row.ts'

type Value = string | number | Buffer | null
/** Rows that one act left, by table. */
export type Left = { table: string; values: Value[] }[]

const size = 10_000

export const entryDurable = async (shelf: Shelf): Promise<Row> => {
  const { ours, baseline, commits, rows } = await measure(shelf, 'FULL', { warm: 20, counted: 300 }, timed)
  if (commits !== 1) throw new Error(`a seal use took ${commits} commits instead of one`)
  return rowOf({
    name: 'entry/durable',
    ours,
    baseline,
    target: 2,
    unit: 'ms',
    note: `one seal use, ${rows} rows, one commit (asserted in the WAL), synchronous=FULL on both sides`,
  })
}

export const entryCpu = async (shelf: Shelf): Promise<Row> => {
  const { ours, baseline, rows } = await measure(shelf, 'OFF', { warm: 5, counted: 60 }, (act) =>
    processorTime(25, act),
  )
  return rowOf({
    name: 'entry/cpu',
    ours,
    baseline,
    target: 12,
    unit: 'ms',
    note: `processor time of one seal use, ${rows} rows, synchronous=OFF on both sides; the goal is 6`,
  })
}

const measure = async (
  shelf: Shelf,
  synchronous: 'FULL' | 'OFF',
  rounds: { warm: number; counted: number },
  timeOf: (act: () => unknown) => Promise<number>,
) => {
  const office = openBenchOffice(shelf.folder(size), synchronous)
  const bare = openBare(office.key, synchronous, office.folder)
  try {
    const desk = await office.as('A0002')
    const use = await counterUse(desk)
    const commits = await commitsOf(office, use)
    const insert = bareInserts(bare.db)
    let left = await leftBy(office, use)
    // Prepared before it is timed, as the engine's own statements are.
    insert(left)
    const found = await alternately(
      rounds,
      () => timeOf(use),
      () => timeOf(() => insert(left)),
    )
    left = await leftBy(office, use)
    return { ours: median(found.ours), baseline: median(found.baseline), commits, rows: left.length }
  } finally {
    bare.close()
    office.close()
  }
}

/** A contract that may be sealed now, and the act of sealing it once more. */
const counterUse = async (desk: Desk): Promise<() => Promise<unknown>> => {
  type Rows<T> = { rows: T[] }
  type Contract = { id: string; number: string; name: string; signatory?: { id: string } }
  const { rows: seals } = await desk.call<Rows<{ id: string; code: string }>>('seals.list', {})
  const seal = seals.find(({ code }) => code === 'HT01')?.id
  const { rows } = await desk.call<Rows<Contract>>('contracts.list', { status: 'performing', type: 'purchase' })
  const contract = rows.find(({ signatory }) => signatory !== undefined)
  if (!contract) throw new Error('the example has no contract that may be sealed')
  return () =>
    desk.call('seals.use', {
      contract: contract.id,
      signatory: contract.signatory?.id,
      stamps: [{ seal, perCopy: 1, seamPerCopy: 1 }],
      document: { title: contract.name, number: contract.number, pages: 12 },
      copies: 2,
      recipient: '验收单位',
      place: '前台',
    })
}

/** Commits that an act leaves in the write-ahead log: frames whose header names the size of the file after them. */
export const commitsOf = async (office: BenchOffice, act: () => Promise<unknown>): Promise<number> => {
  const { db } = office.office().journal
  if (db.pragma('synchronous', { simple: true }) === 2) db.pragma('wal_checkpoint(TRUNCATE)')
  else return 1
  await act()
  const log = bytesOf(office.folder, 'office.sqlite-wal')
  const frame = log.readUInt32BE(8) + 24
  let commits = 0
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) commits += 1
  return commits
}

/** Everything that one act left in the office's file. */
export const leftBy = async (office: BenchOffice, act: () => Promise<unknown>): Promise<Left> => {
  const { db, kinds, head } = office.office().journal
  const before = head().n
  await act()
  const left: Left = []
  const take = (table: string, query: string, ...values: Value[]): void => {
    for (const row of db
      .prepare(query)
      .raw()
      .all(...values) as Value[][])
      left.push({ table, values: row })
  }
  take('checkpoint', 'select * from checkpoint where n > ?', before)
  take('local_command', `select * from local_command where id like 'bench-%' order by length(id) desc, id desc limit 1`)
  const entries = db.prepare('select seq, kind, subject from entry where n > ?').all(before) as {
    seq: number
    kind: string
    subject: string
  }[]
  for (const { seq, kind, subject } of entries) {
    take('entry', 'select * from entry where seq = ?', seq)
    take('body', 'select * from body where seq = ?', seq)
    const type = kinds.of(kind)
    if (!type) continue
    take(type.name, `select subject, generation, last, heads, record from ${type.name} where subject = ?`, subject)
    take('found', 'select * from found where subject = ?', subject)
    const { record } = db.prepare(`select record from ${type.name} where subject = ?`).get(subject) as {
      record: string
    }
    const folded = JSON.parse(record) as { id: string }
    for (const { account } of contributionsOf(type, folded))
      take('balance', 'select * from balance where account = ?', account)
    for (const values of type.lines?.of(folded) ?? []) left.push({ table: type.lines?.name ?? '', values })
    const search = type.search?.(folded)
    if (search) left.push({ table: 'found_text', values: [tokensOf([search.title, ...search.words], [search.detail])] })
  }
  return left
}

/** Inserts rows into tables of their own, made at the first sight of each: columns without names, no index, no trigger. */
export const bareInserts = (db: Database.Database): ((left: Left) => void) => {
  const statements = new Map<string, Database.Statement>()
  const statementOf = (table: string, width: number): Database.Statement => {
    const known = statements.get(table)
    if (known) return known
    const columns = Array.from({ length: width }, (_, index) => `c${index}`)
    db.exec(`create table "${table}" (${columns.join(', ')})`)
    const made = db.prepare(`insert into "${table}" values (${columns.map(() => '?').join(', ')})`)
    statements.set(table, made)
    return made
  }
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')]
  return (left) => {
    for (const { table, values } of left) statementOf(table, values.length)
    begin.run()
    for (const { table, values } of left) statementOf(table, values.length).run(...values)
    commit.run()
  }
}
