/**
 * Tries a freshly built SQLite binding in the runtime it is for: writing, reading, a function of ours, an error, and
 * objects left to the garbage collector, which is what ended the process when the binding claimed the wrong version.
 */
import { createRequire } from 'node:module'

const [nativeBinding, checkout] = process.argv.slice(2)
const load = createRequire(`${checkout}/package.json`)
const Database = load('better-sqlite3')
const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc

for (let round = 0; round < 5; round += 1) {
  const database = new Database(':memory:', { nativeBinding })
  database.exec('create virtual table words using fts5(word)')
  const insert = database.prepare('insert into words values (?)')
  for (let n = 0; n < 100; n += 1) insert.run(`印 ${n}`)
  database.function('twice', (/** @type {number} */ n) => n * 2)
  for (let n = 0; n < 100; n += 1)
    database.prepare(`select twice(rowid) from words where words match '印' limit ${n}`).all()
  if (round % 2 === 1) database.close()
  collect?.()
  await new Promise((resolve) => setTimeout(resolve, 1))
}
try {
  new Database(':memory:', { nativeBinding }).exec('no sql')
} catch {
  process.stdout.write('fits')
}
