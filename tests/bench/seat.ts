/** The seat that `npm run bench` prepared: which Electron, as whom, in which home; the same as the desk tests have. */
import { execFileSync } from 'node:child_process'

export type Seat = {
  readonly executable: string
  readonly app: string
  readonly home: string
  readonly env: Readonly<Record<string, string>>
}

export const seat = (): Seat => {
  const text = process.env['SEALBOOK_SEAT']
  if (text === undefined) throw new Error('Run it with `npm run bench`: it finds Electron and prepares a seat.')
  return JSON.parse(text) as Seat
}

/** Hands files that the bench made to the person the app runs as. */
export const giveToDesk = (path: string): void => {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody:nogroup', path])
}
