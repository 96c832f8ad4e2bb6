/** The cache holds whole things or nothing, whoever else is at work and however the last run ended. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { cached } from './cache.ts'

const newRoot = () => mkdtemp(join(tmpdir(), 'sealbook-cache-'))

/** No process has this id: Linux gives none above 4,194,304. */
const deadProcess = '99999999'

it('makes a thing once for two that ask at once', async () => {
  const root = await newRoot()
  let made = 0
  const make = async (folder: string) => {
    made += 1
    await wait(100)
    await writeFile(join(folder, 'whole'), 'yes')
  }
  const [one, other] = await Promise.all([cached('thing', make, root), cached('thing', make, root)])
  expect(one).toBe(other)
  expect(made).toBe(1)
  expect(await readFile(join(one, 'whole'), 'utf8')).toBe('yes')
  expect(await readdir(root)).toEqual(['thing'])
})

it('leaves nothing of a thing that failed, and makes it the next time', async () => {
  const root = await newRoot()
  const fail = async (folder: string) => {
    await writeFile(join(folder, 'half'), '')
    throw new Error('the network went away')
  }
  await expect(cached('thing', fail, root)).rejects.toThrow('the network went away')
  expect(await readdir(root)).toEqual([])
  const place = await cached('thing', async () => {}, root)
  expect(existsSync(join(place, 'half'))).toBe(false)
})

it('takes over what a killed run left behind', async () => {
  const root = await newRoot()
  await mkdir(join(root, 'thing.lock'))
  await writeFile(join(root, 'thing.lock', 'pid'), deadProcess)
  await mkdir(join(root, 'thing.draft'))
  await writeFile(join(root, 'thing.draft', 'half'), '')
  const place = await cached('thing', async () => {}, root)
  expect(await readdir(place)).toEqual([])
})
