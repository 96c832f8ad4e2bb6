/** `supplies/*`: a ten-line issue, the balances of 5,000 items as movements grow, and a year's consumption by department. */
import { openBare } from './bare.ts'
import { bareInserts, commitsOf, leftBy } from './entry.ts'
import { openBenchOffice, type BenchOffice, type Desk, type Shelf } from './offices.ts'
import { alternately, median, rowOf, timed, timedNow, type Row } from './row.ts'
import { fillSupplies, itemCount, itemId, year } from './supplies-office.ts'

const [small, large] = [10_000, 1_000_000]

export const supplyRows = async (shelf: Shelf): Promise<Row[]> => {
  const folderOf = (movements: number): string =>
    shelf.filled(`supplies-${movements}`, (office) => fillSupplies(office, movements, Date.now()))
  const [few, many] = [folderOf(small), folderOf(large)]
  return [await issueRow(many), await balanceRow(few, many), await reportRow(many)]
}

/** A clerk of the office, made the first time it is opened. */
const clerkOf = async (office: BenchOffice): Promise<{ desk: Desk; person: string }> => {
  const founder = await office.as('A0001')
  const known = await founder.call<{ rows: { id: string; staffNo: string }[] }>('people.list', { limit: 200 })
  const clerk =
    known.rows.find(({ staffNo }) => staffNo === 'K1')?.id ??
    (
      await founder.call<{ id: string }>('people.add', {
        name: '库管',
        staffNo: 'K1',
        employedFrom: '2020-01-01',
        roles: ['clerk'],
      })
    ).id
  return { desk: await office.as('K1'), person: clerk }
}

const issueRow = async (folder: string): Promise<Row> => {
  const office = openBenchOffice(folder, 'FULL')
  const bare = openBare(office.key, 'FULL', folder)
  try {
    const { desk, person } = await clerkOf(office)
    let round = 0
    const issue = (): Promise<unknown> => {
      round += 1
      const lines = Array.from({ length: 10 }, (_, index) => ({
        item: itemId(((round * 10 + index) * 1873) % itemCount),
        quantity: 1 + (index % 3),
        unit: '个',
      }))
      return desk.call('supplies.issue', { recipient: person, lines })
    }
    const commits = await commitsOf(office, issue)
    if (commits !== 1) throw new Error(`an issue took ${commits} commits instead of one`)
    const insert = bareInserts(bare.db)
    const left = await leftBy(office, issue)
    insert(left)
    const found = await alternately(
      { warm: 20, counted: 200 },
      () => timed(issue),
      () => timed(() => insert(left)),
    )
    return rowOf({
      name: 'supplies/issue',
      ours: median(found.ours),
      baseline: median(found.baseline),
      target: 2.5,
      unit: 'ms',
      note: `ten lines of ten other items each time, ${left.length} rows, one commit (asserted in the WAL), after ${large.toLocaleString('en')} movements; the baseline appends the same rows to tables without an index`,
    })
  } finally {
    bare.close()
    office.close()
  }
}

/** All 25 pages of the list of items, each with stock and value. */
const allBalances = async (desk: Desk): Promise<number> => {
  let [count, after] = [0, undefined as string | undefined]
  do {
    const page: { rows: unknown[]; next?: string } = await desk.call('supplies.items', { limit: 200, after })
    count += page.rows.length
    after = page.next
  } while (after !== undefined)
  return count
}

const balanceRow = async (few: string, many: string): Promise<Row> => {
  const offices = [openBenchOffice(many, 'OFF'), openBenchOffice(few, 'OFF')] as const
  try {
    const desks = [(await clerkOf(offices[0])).desk, (await clerkOf(offices[1])).desk] as const
    const read = async (desk: Desk): Promise<void> => {
      const count = await allBalances(desk)
      if (count !== itemCount) throw new Error(`${count} items instead of ${itemCount}`)
    }
    const found = await alternately(
      { warm: 2, counted: 15 },
      () => timed(() => read(desks[0])),
      () => timed(() => read(desks[1])),
    )
    return rowOf({
      name: 'supplies/balance',
      ours: median(found.ours),
      baseline: median(found.baseline),
      target: 1.2,
      unit: 'ms',
      note: `stock and value of ${itemCount.toLocaleString('en')} items through the list, after ${large.toLocaleString('en')} movements against ${small.toLocaleString('en')}`,
    })
  } finally {
    for (const office of offices) office.close()
  }
}

/** The same movements in a table of their own without any index, and nothing but the sum over them. */
const reportRow = async (folder: string): Promise<Row> => {
  const office = openBenchOffice(folder, 'OFF')
  const bare = openBare(office.key, 'OFF', folder)
  try {
    const { desk } = await clerkOf(office)
    const { db } = office.office().journal
    const rows = db.prepare('select * from stock_movement').raw()
    const names = db
      .prepare('select * from stock_movement limit 1')
      .columns()
      .map(({ name }) => name)
    bare.db.exec(`create table moved (${names.join(', ')})`)
    const insert = bare.db.prepare(`insert into moved values (${names.map(() => '?').join(', ')})`)
    bare.db.transaction(() => {
      for (const row of rows.iterate()) insert.run(...(row as unknown[]))
    })()
    const query = bare.db.prepare(
      'select department, sum(used), count(*) from moved where date >= ? and date <= ? group by department',
    )
    const found = await alternately(
      { warm: 2, counted: 9 },
      () => timed(() => desk.call('supplies.consumption', { ...year, by: 'department' })),
      () => Promise.resolve(timedNow(() => query.all(year.from, year.to))),
    )
    return rowOf({
      name: 'supplies/report',
      ours: median(found.ours),
      baseline: median(found.baseline),
      target: 1.5,
      unit: 'ms',
      note: `a year of consumption by department over ${large.toLocaleString('en')} movements; the baseline is the GROUP BY over the same rows in a bare table`,
    })
  } finally {
    bare.close()
    office.close()
  }
}
