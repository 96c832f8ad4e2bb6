/**
 * The bench: `npm run bench [-- --json] [--offices <folder>] [row …]`. Every row compares ours with a baseline measured in
 * the same run on the same machine. A row is chosen by its name or by what stands before its slash.
 */
import { parseArgs } from 'node:util'
import { cpus } from 'node:os'
import { authorityRows } from './authority.ts'
import { entryCpu, entryDurable } from './entry.ts'
import { listGrowth } from './list.ts'
import { openShelf, type Shelf } from './offices.ts'
import { pdfNames, pdfRows } from './pdf.ts'
import { rebuildRow } from './rebuild.ts'
import type { Row } from './row.ts'
import { say } from './say.ts'
import { supplyRows } from './supplies.ts'
import { importXlsx } from './import.ts'
import { searchRows } from './search.ts'
import { memoryIdle, startCold } from './windows.ts'

/** Small offices first; what needs the largest comes last, together. */
const benches: readonly { names: readonly string[]; measure: (shelf: Shelf) => Promise<Row[]> }[] = [
  { names: ['entry/durable'], measure: async (shelf) => [await entryDurable(shelf)] },
  { names: ['entry/cpu'], measure: async (shelf) => [await entryCpu(shelf)] },
  { names: ['start/cold'], measure: async (shelf) => [await startCold(shelf)] },
  { names: [...pdfNames], measure: pdfRows },
  { names: ['authority/check', 'authority/growth'], measure: authorityRows },
  { names: ['supplies/issue', 'supplies/balance', 'supplies/report'], measure: supplyRows },
  { names: ['import/xlsx'], measure: async (shelf) => [await importXlsx(shelf)] },
  { names: ['rebuild'], measure: async (shelf) => [await rebuildRow(shelf)] },
  { names: ['list/growth'], measure: async (shelf) => [await listGrowth(shelf)] },
  { names: ['search/overhead', 'search/growth'], measure: searchRows },
  { names: ['memory/idle'], measure: async (shelf) => [await memoryIdle(shelf)] },
]

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, offices: { type: 'string' } },
  allowPositionals: true,
})

const isWanted = (name: string): boolean =>
  positionals.length === 0 || positionals.some((asked) => name === asked || name.startsWith(`${asked}/`))

const known = benches.flatMap(({ names }) => names)
const strange = positionals.filter((asked) => !known.some((name) => name === asked || name.startsWith(`${asked}/`)))
if (strange.length > 0) {
  say(`No such row: ${strange.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

const shelf = openShelf(values.offices)
const rows: Row[] = []
try {
  for (const { names, measure } of benches) {
    if (!names.some(isWanted)) continue
    say(`${names.join(', ')} …`)
    rows.push(...(await measure(shelf)).filter(({ name }) => isWanted(name)))
  }
} finally {
  shelf.clear()
}

const shown = (value: number, unit: Row['unit']): string =>
  unit === 'times' ? `${value.toFixed(2)}×` : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`

if (values.json) {
  const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version }
  process.stdout.write(`${JSON.stringify({ machine, rows }, undefined, 2)}\n`)
} else {
  for (const { name, ours, baseline, ratio, target, ok, unit, note } of rows) {
    const figures = `${shown(ours, unit)} ÷ ${shown(baseline, unit)} = ${ratio.toFixed(2)} (target ≤ ${target})`
    process.stdout.write(`${ok ? 'ok  ' : 'OVER'} ${name.padEnd(16)} ${figures}\n     ${note}\n`)
  }
}
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1
