/** The same office on a terminal: results as JSON on stdout, faults as JSON on stderr; exit 0, 1 for a fault, 2 for wrong usage. */
import { parseArgs } from 'node:util'
import { attachFile } from './terminal/attach.ts'
import { callOperation } from './terminal/call.ts'
import { listOperations } from './terminal/operations.ts'
import { makeExample } from './terminal/example.ts'
import { printDocument } from './terminal/print.ts'
import { usage, UsageError } from './terminal/usage.ts'
import { verify } from './terminal/verify.ts'
import type { Outcome, Terminal } from './terminal/terminal.ts'

const commands: Record<string, (terminal: Terminal) => Promise<Outcome>> = {
  operations: async () => ({ result: listOperations() }),
  call: callOperation,
  example: makeExample,
  print: printDocument,
  attach: attachFile,
  verify,
}

const options = {
  data: { type: 'string' },
  as: { type: 'string' },
  'password-file': { type: 'string' },
  'key-file': { type: 'string' },
  language: { type: 'string' },
  command: { type: 'string' },
  entries: { type: 'string' },
  seed: { type: 'string' },
  seal: { type: 'string' },
  to: { type: 'string' },
  kind: { type: 'string' },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
} as const

const main = async (): Promise<number> => {
  let parsed
  try {
    parsed = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const [name = '', ...words] = parsed.positionals
  if (parsed.values.help || name === 'help') {
    process.stdout.write(usage)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(name === '' ? 'no command' : `unknown command ${name}`)
  const outcome = await command({ words, options: parsed.values })
  if ('fault' in outcome) {
    process.stderr.write(`${JSON.stringify(outcome)}\n`)
    return 1
  }
  await new Promise<void>((resolve) =>
    process.stdout.write(`${JSON.stringify(outcome.result, undefined, 2)}\n`, () => resolve()),
  )
  return outcome.isBad ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
