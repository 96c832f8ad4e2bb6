/** `npm run lint`: oxlint with types, then the rules of this house that no linter knows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBorders } from '../lint/borders.ts'
import { checkCycles } from '../lint/cycles.ts'
import { readSources } from '../lint/files.ts'
import { checkManners } from '../lint/manners.ts'
import { checkWords, readForbiddenWords } from '../lint/words.ts'
import { checkout, modules } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { runCommand } from '../runtime/talk.ts'

await runCommand(async () => {
  const oxlint = join(modules, 'oxlint', 'bin', 'oxlint')
  const code = await follow(process.execPath, [oxlint, '--deny-warnings', ...process.argv.slice(2)], { cwd: checkout })
  const sources = readSources(checkout)
  const forbidden = readForbiddenWords(readFileSync(join(checkout, 'docs', 'words.md'), 'utf8'))
  const findings = [
    ...checkBorders(sources),
    ...checkCycles(sources),
    ...checkManners(sources),
    ...checkWords(sources, forbidden),
  ]
  for (const { path, line, problem } of findings) console.log(`${path}:${line}: ${problem}`)
  console.log(`House rules: ${sources.length} files, ${findings.length} findings.`)
  return code === 0 && findings.length === 0 ? 0 : 1
})
