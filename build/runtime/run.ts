/** Starting other programs: once for their outcome, once for their words. */
import { spawn, type SpawnOptions } from 'node:child_process'
import { SetupProblem } from './talk.ts'

/** `output` is everything it said, in order; `stdout` its result alone. */
export type Outcome = { readonly code: number; readonly stdout: string; readonly output: string }

/** Runs a program and collects what it says; never throws for a failing program, only for one that cannot start. */
export function capture(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const all: Buffer[] = []
    const result: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => {
      all.push(part)
      result.push(part)
    })
    child.stderr?.on('data', (part: Buffer) => all.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, stdout: text(result), output: text(all) }))
  })
}

function text(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8')
}

/** Runs a program that has to succeed; its words are shown only when it did not. */
export async function must(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const { code, stdout, output } = await capture(program, args, options)
  if (code !== 0)
    throw new SetupProblem(`${program} ${args.slice(0, 4).join(' ')} failed with ${code}:\n${output.slice(-4000)}`)
  return stdout
}

/** Runs a program on the same terminal and hands on signals, so that Ctrl+C reaches it and its exit code reaches us. */
export function follow(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}
