/** Our own small zip reader, against archives made by another hand. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { expect, it } from 'vitest'
import { takeFromZip } from './zip.ts'

async function unpack(files: Zippable, target: (name: string) => string | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealbook-zip-'))
  const zip = join(folder, 'a.zip')
  await writeFile(zip, zipSync(files))
  await takeFromZip(zip, folder, target)
  return folder
}

it('takes stored, deflated and empty entries under their new names, and leaves the rest', async () => {
  const text = '印簿 '.repeat(10_000)
  const folder = await unpack(
    {
      'app/big': [Buffer.from(text), { level: 9 }],
      'app/plain': [Buffer.from('x'), { level: 0 }],
      'app/none': new Uint8Array(),
      'app/not-this': new Uint8Array(9),
    },
    (name) => (name.endsWith('not-this') ? undefined : name.replace('app/', 'out/')),
  )
  expect(await readFile(join(folder, 'out', 'big'), 'utf8')).toBe(text)
  expect(await readFile(join(folder, 'out', 'plain'), 'utf8')).toBe('x')
  expect((await readFile(join(folder, 'out', 'none'))).length).toBe(0)
  expect(existsSync(join(folder, 'out', 'not-this'))).toBe(false)
})

it('refuses what is no archive', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sealbook-zip-')), 'a.zip')
  await writeFile(path, Buffer.alloc(1000))
  await expect(takeFromZip(path, tmpdir(), (name) => name)).rejects.toThrow('damaged')
})
