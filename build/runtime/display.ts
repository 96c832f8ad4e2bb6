/** A screen to draw on: the machine's own, or a virtual one (Xvfb) where there is none. */
import { spawn } from 'node:child_process'
import { SetupProblem } from './talk.ts'

export type Display = { readonly env: NodeJS.ProcessEnv; readonly close: () => void }

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/**
 * Starts a virtual screen and resolves when it accepts windows. Xvfb chooses a free number itself, so any number of
 * runs stand side by side; it listens on no network and ends with us.
 */
export function virtualDisplay(): Promise<Display> {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-ac', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const close = () => void server.kill()
    const said: string[] = []
    server.stderr?.on('data', (part: Buffer) => said.push(part.toString()))
    server.on('error', (problem) => reject(new SetupProblem(`Xvfb did not start: ${problem.message}`)))
    server.on('exit', (code) => reject(new SetupProblem(`Xvfb ended with ${code}: ${said.join('')}`)))
    server.stdio[3]?.once('data', (part: Buffer) => {
      process.once('exit', close)
      resolve({ env: { DISPLAY: `:${part.toString().trim()}`, WAYLAND_DISPLAY: undefined }, close })
    })
  })
}
