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
import { type Outcome, outcomeVariable } from '../testing/outcome.ts'

type Result = Outcome & { readonly name: string; readonly seconds: number }

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
    await stage('unit tests', () => tests(join(reports, 'unit.json'), unitTests)),
    await stage('end-to-end tests', () => deskTests(reports)),
  ]
  await rm(reports, { recursive: true })
  return summarize(results)
})

async function stage(name: string, work: () => Promise<Outcome>): Promise<Result> {
  say(`\n── ${name} ──`)
  const begun = Date.now()
  const outcome = await work().catch((problem: unknown) => ({
    passed: 0,
    failures: [problem instanceof Error ? problem.message : String(problem)],
  }))
  return { name, ...outcome, seconds: Math.round((Date.now() - begun) / 1000) }
}

function asCheck(code: number): Outcome {
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: ['what it found stands above'] }
}

/** A run that found no test, or that ended badly although every test passed, has failed. */
async function tests(
  report: string,
  run: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<Outcome> {
  const code = await run({ [outcomeVariable]: report })
  const { passed, failures } = JSON.parse(await readFile(report, 'utf8')) as Outcome
  if (failures.length > 0) return { passed, failures }
  if (code !== 0) return { passed, failures: [`no test failed, but the run ended with code ${code}`] }
  return { passed, failures: passed === 0 ? ['no test ran'] : [] }
}

function unitTests(env: Readonly<Record<string, string>>): Promise<number> {
  return follow(
    process.execPath,
    [
      join(modules, 'vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      `--reporter=${join(checkout, 'build/testing/unit-outcome.ts')}`,
    ],
    { cwd: checkout, env: { ...process.env, ...env } },
  )
}

/** Two halves side by side, each on a screen and at a seat of its own, so that no window takes the other's focus. */
async function deskTests(reports: string): Promise<Outcome> {
  const halves = await Promise.all(
    [1, 2].map((half) =>
      tests(join(reports, `desk-${half}.json`), (env) =>
        runDesk(
          [
            `--shard=${half}/2`,
            `--output=${join('test-results', String(half))}`,
            `--reporter=list,${join(checkout, 'build/testing/desk-outcome.ts')}`,
          ],
          env,
        ),
      ),
    ),
  )
  return {
    passed: halves.reduce((sum, { passed }) => sum + passed, 0),
    failures: halves.flatMap(({ failures }) => failures),
  }
}

/** Failures are named once more at the end: of a long run often only its end is kept. */
function summarize(results: readonly Result[]): number {
  for (const { name, failures } of results) for (const failure of failures) say(`\nFAILED ${name}: ${failure}`)
  say('')
  for (const { name, passed, failures, seconds } of results) {
    const verdict = failures.length === 0 ? 'ok    ' : 'FAILED'
    say(
      `${verdict} ${name.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failures.length).padStart(4)} failed ${String(seconds).padStart(5)} s`,
    )
  }
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0)
  const failed = sum((result) => result.failures.length)
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
