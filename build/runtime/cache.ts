/**
 * The cache outside the checkout: each thing in it appears whole or not at all.
 *
 * A thing is made in a folder of its own and renamed into place at the end, so a run that was cut short leaves nothing
 * that looks finished. A lock keeps two starts at once from doing the same long work twice.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cache } from './places.ts'
import { must } from './run.ts'
import { say } from './talk.ts'

/** Returns the folder `name` of the cache, making it with `make(folder)` first if it is not there yet. */
export async function cached(name: string, make: (folder: string) => Promise<void>, root = cache): Promise<string> {
  const place = join(root, name)
  if (existsSync(place)) return place
  await mkdir(root, { recursive: true, mode: 0o755 })
  const release = await hold(`${place}.lock`, `another Sealbook set-up that prepares ${name}`)
  const draft = `${place}.draft`
  try {
    if (existsSync(place)) return place
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft)
    await make(draft)
    // Whatever umask made it, every user of this machine may read and run what lies here: it holds nothing private.
    await must('chmod', ['-R', 'a+rX', draft])
    await rename(draft, place)
    return place
  } finally {
    await rm(draft, { recursive: true, force: true })
    await release()
  }
}

/** Waits until nobody else holds `lock` (a path), takes it, and returns how to give it back. */
export async function hold(lock: string, whom: string): Promise<() => Promise<void>> {
  for (let told = false; ;) {
    try {
      await mkdir(lock)
      await writeFile(join(lock, 'pid'), String(process.pid))
      return () => rm(lock, { recursive: true, force: true })
    } catch {
      if (await isAbandoned(lock)) {
        await rm(lock, { recursive: true, force: true })
        continue
      }
      if (!told) say(`· Waiting for ${whom} …`)
      told = true
      await wait(500)
    }
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    process.kill(Number(await readFile(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (code === 'ESRCH') return true
    if (code === 'EPERM') return false
    // Between mkdir and writing the pid there is none; a lock that stays without one was left behind.
    return stat(lock).then(
      (found) => Date.now() - found.mtimeMs > 5000,
      () => false,
    )
  }
}
