/** `rebuild`: refolding 200,000 entries into all derived rows, against inserting those rows into the same empty tables. */
import { rebuild } from '../../electron/engine/journal/rebuild.ts'
import { derivedDefinitions } from '../../electron/engine/store/open.ts'
import { tokensOf } from '../../shared/office/search-text.ts'
import { openBare } from './bare.ts'
import { openBenchOffice, type BenchOffice, type Shelf } from './offices.ts'
import { median, rowOf, timedNow, type Row } from './row.ts'

const entries = 200_000
const rounds = 3

type Table = { insert: string; rows: unknown[][] }

export const rebuildRow = async (shelf: Shelf): Promise<Row> => {
  const office = openBenchOffice(shelf.folder(entries))
  try {
    const { db, kinds } = office.office().journal
    const tables = resultOf(office)
    const count = tables.reduce((sum, { rows }) => sum + rows.length, 0)
    const found = { ours: [] as number[], baseline: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      found.ours.push(timedNow(() => rebuild(db, kinds)))
      found.baseline.push(insertAll(office, tables))
    }
    return rowOf({
      name: 'rebuild',
      ours: median(found.ours),
      baseline: median(found.baseline),
      target: 4,
      unit: 'ms',
      note: `${entries.toLocaleString('en')} entries into ${count.toLocaleString('en')} rows; the baseline inserts the same rows into the same tables and makes the same indexes, in one transaction`,
    })
  } finally {
    office.close()
  }
}

/** The rows a rebuild makes, as they lie there now. */
const resultOf = (office: BenchOffice): Table[] => {
  const { db, kinds } = office.office().journal
  const rowsOf = (query: string): unknown[][] => db.prepare(query).raw().all() as unknown[][]
  const derived = kinds.tables.map(({ type: { name } }) => ({
    insert: `insert into ${name} (subject, generation, last, heads, record) values (?, ?, ?, ?, ?)`,
    rows: rowsOf(`select subject, generation, last, heads, record from ${name}`),
  }))
  const lines = kinds.tables.flatMap(({ type: { lines: table } }) =>
    table
      ? [
          {
            insert: `insert into ${table.name} values (${Object.keys(table.columns)
              .map(() => '?')
              .join(', ')})`,
            rows: rowsOf(`select * from ${table.name}`),
          },
        ]
      : [],
  )
  const found = rowsOf('select doc, subject, type, title, detail, words from found') as [number, ...string[]][]
  return [
    ...derived,
    ...lines,
    {
      insert: 'insert into balance (account, amount) values (?, ?)',
      rows: rowsOf('select account, amount from balance'),
    },
    { insert: 'insert into found (doc, subject, type, title, detail, words) values (?, ?, ?, ?, ?, ?)', rows: found },
    {
      insert: 'insert into found_text (rowid, text) values (?, ?)',
      rows: found.map(([doc, , , title = '', detail = '', words = '']) => [
        doc,
        tokensOf([title, ...words.split('\n')], [detail]),
      ]),
    },
  ]
}

/** Tables first; then what is timed: all rows in one transaction, and the indexes over them, as a rebuild makes them. */
const insertAll = ({ office, key, folder }: BenchOffice, tables: readonly Table[]): number => {
  const bare = openBare(key, 'FULL', folder)
  try {
    const definitions = derivedDefinitions(office().journal.kinds.tables)
    const isIndex = (definition: string): boolean => definition.startsWith('CREATE INDEX')
    for (const definition of definitions) if (!isIndex(definition)) bare.db.exec(definition)
    return timedNow(() =>
      bare.db
        .transaction(() => {
          for (const { insert, rows } of tables) {
            const statement = bare.db.prepare(insert)
            for (const row of rows) statement.run(...row)
          }
          for (const definition of definitions) if (isIndex(definition)) bare.db.exec(definition)
        })
        .immediate(),
    )
  } finally {
    bare.close()
  }
}
