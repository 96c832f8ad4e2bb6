/** Runs a tool of ours from node_modules on Node 24, after the packages were checked: `npm run typecheck` and the like. */
import { join } from 'node:path'
import { checkout, modules } from '../runtime/places.ts'
import { follow } from '../runtime/run.ts'
import { runCommand, SetupProblem } from '../runtime/talk.ts'

const tools: Readonly<Record<string, string>> = {
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  oxfmt: 'oxfmt/bin/oxfmt',
}

await runCommand(() => {
  const [name = '', ...args] = process.argv.slice(2)
  const tool = tools[name]
  if (tool === undefined) throw new SetupProblem(`No tool called "${name}".`)
  return follow(process.execPath, [join(modules, tool), ...args], { cwd: checkout })
})
