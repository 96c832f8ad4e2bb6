/** An engine: one data folder with all rooms; the shell, the terminal, tests and the bench open it here. */
import { openFolder, type FillExample, type FolderKeeper } from './office/folder.ts'
import type { Clock, Random } from './office/office.ts'
import type { KeepKey } from './office/unlock.ts'
import { createPasswords, type Passwords } from './people/credentials.ts'
import { kinds, roomHandlers } from './rooms.ts'

export type EngineOptions = {
  folder: string
  /** 32 bytes in hexadecimal; without one every call answers `key-missing`. */
  key: string | undefined
  /** Keeps a recovery key that was found to fit; without it the key holds until the engine ends. */
  keepKey?: KeepKey
  /** Folder of fonts and other things read but not owned. */
  resources: string
  clock: Clock
  random?: Random
  passwords?: Passwords
  synchronous?: 'FULL' | 'OFF'
}

// Loaded when it is needed: most engines never make an example.
const fillExample: FillExample = async (office, options) => {
  const { fill } = await import('./example/fill.ts')
  return fill(office, options)
}

export const openEngine = ({ resources, passwords = createPasswords(), ...options }: EngineOptions): FolderKeeper =>
  openFolder({
    ...options,
    passwords,
    kinds,
    fillExample,
    roomHandlers: (keeper) => roomHandlers({ keeper, resources, passwords }),
  })
