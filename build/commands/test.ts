/**
 * `npm test`: everything that tells whether the house stands, in the order of its cost, with a summary at the end.
 *
 * All stages run even when an early one fails, so that one run shows everything that is wrong.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDesk } from '../runtime/desk-run.ts'
import { checkout, modules } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { ensureSystem } from '../runtime/system.ts'
import { runCommand, say } from '../runtime/talk.ts'

type Result = { readonly name: string; readonly passed: number; readonly failed: number; readonly seconds: number }
type Count = { readonly passed: number; readonly failed: number }

const node = (script: string, ...args: readonly string[]) =>
  follow(process.execPath, [join(checkout, script), ...args], { cwd: checkout })
const tool = (path: string, ...args: readonly string[]) =>
  follow(process.execPath, [join(modules, path), ...args], { cwd: checkout })

await runCommand(async () => {
  await ensureSystem(['window', 'headless', 'tests'], ['compiler'])
  const reports = await mkdtemp(join(tmpdir(), 'sealbook-reports-'))
  const results = [
    await stage('lint', async () => asCheck(await node('build/commands/lint.ts'))),
    await stage('format', async () => asCheck(await tool('oxfmt/bin/oxfmt', '--check'))),
    await stage('types', async () => asCheck(await tool('typescript/bin/tsc', '-b'))),
    await stage('unit tests', () => unitTests(join(reports, 'unit.json'))),
    await stage('end-to-end tests', () => deskTests(join(reports, 'desk.json'))),
  ]
  await rm(reports, { recursive: true })
  return summarize(results)
})

async function stage(name: string, work: () => Promise<Count>): Promise<Result> {
  say(`\n── ${name} ──`)
  const begun = Date.now()
  const count = await work().catch((problem: unknown) => {
    say(problem instanceof Error ? problem.message : String(problem))
    return { passed: 0, failed: 1 }
  })
  return { name, ...count, seconds: Math.round((Date.now() - begun) / 1000) }
}

function asCheck(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function unitTests(report: string): Promise<Count> {
  const code = await tool(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(await readFile(report, 'utf8')) as Record<
    string,
    number
  >
  return counted(passed ?? 0, failed ?? 0, code)
}

async function deskTests(report: string): Promise<Count> {
  const code = await runDesk(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const { stats } = JSON.parse(await readFile(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
  }
  return counted(stats.expected, stats.unexpected + stats.flaky, code)
}

/** A run that found no test, or that ended badly although every test passed, has failed. */
function counted(passed: number, failed: number, code: number): Count {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

function summarize(results: readonly Result[]): number {
  say('')
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED'
    say(
      `${verdict} ${name.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s`,
    )
  }
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0)
  const failed = sum((result) => result.failed)
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
