/** What a run of tests tells the summary of `npm test`: how many passed, and by name what did not. */
import { writeFile } from 'node:fs/promises'

export type Outcome = { readonly passed: number; readonly failures: readonly string[] }

/** Where a run is asked to leave its outcome. */
export const outcomeVariable = 'SEALBOOK_TEST_OUTCOME'

export async function leaveOutcome(outcome: Outcome): Promise<void> {
  const file = process.env[outcomeVariable]
  if (file !== undefined) await writeFile(file, JSON.stringify(outcome))
}

const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'gu')

/** A few lines are enough to know a fault again; the whole of it stands where the test ran. */
export function failureLine(name: string, messages: readonly (string | undefined)[]): string {
  const lines = messages
    .join('\n')
    .replaceAll(colours, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, 6).map((line) => `    ${line.slice(0, 300)}`)].join('\n')
}
