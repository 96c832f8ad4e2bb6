/**
 * Prints a PDF as it is. Where the system has a print spooler with a printer, the bytes go there; elsewhere the
 * system's PDF viewer opens them, with its own print dialog. (Chromium would print a picture of its viewer instead.)
 */
import { shell } from 'electron'
import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export async function printPdf(name: string, bytes: Uint8Array): Promise<'printer' | 'viewer'> {
  const folder = await mkdtemp(join(tmpdir(), 'sealbook-print-'))
  const path = join(folder, name.endsWith('.pdf') ? name : `${name}.pdf`)
  await writeFile(path, bytes, { mode: 0o600 })
  if (process.platform !== 'win32' && (await hasPrinter())) {
    // Seals and labels are true to size in mm.
    await run('lp', ['-o', 'print-scaling=none', '-t', name, '--', path])
    return 'printer'
  }
  const problem = await shell.openPath(path)
  if (problem !== '') throw new Error(problem)
  return 'viewer'
}

function hasPrinter(): Promise<boolean> {
  return run('lpstat', ['-d']).then(
    ({ stdout }) => stdout.includes(':'),
    () => false,
  )
}
