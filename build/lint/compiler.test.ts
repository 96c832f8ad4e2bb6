/** The borders the compiler keeps: what a room may not reach does not compile there. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkout, modules } from '../runtime/places.ts'

/** Compiles one file under a room's own rules and returns the codes of what the compiler refuses. */
function refusals(room: string, text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sealbook-border-'))
  writeFileSync(join(folder, 'probe.ts'), text)
  const rules = {
    extends: join(checkout, `tsconfig.${room}.json`),
    compilerOptions: {
      rootDir: '/',
      outDir: join(folder, 'out'),
      tsBuildInfoFile: join(folder, 'info'),
      types: [],
    },
    include: [join(folder, 'probe.ts')],
    references: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(rules))
  return new Promise((resolve) => {
    execFile(process.execPath, [join(modules, 'typescript', 'bin', 'tsc'), '-p', folder], (_problem, said) =>
      resolve([...new Set(said.match(/TS\d+/g))].sort()),
    )
  })
}

it('accepts plain office language in shared', async () => {
  expect(await refusals('shared', 'export const total = [1, 2].reduce((sum, n) => sum + n, 0)')).toEqual([])
})

it('knows neither disk, nor page, nor clock of the machine in shared', async () => {
  expect(await refusals('shared', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync")).not.toEqual(
    [],
  )
  expect(await refusals('shared', 'export const x = document.title')).not.toEqual([])
  expect(await refusals('shared', 'export const x = process.env')).not.toEqual([])
})

it('lets no file of the shell or engine into the page (TS6307)', async () => {
  const wire = join(checkout, 'electron', 'wire.ts')
  expect(await refusals('renderer', `import type { Call } from '${wire}'\nexport type X = Call`)).toContain('TS6307')
})
