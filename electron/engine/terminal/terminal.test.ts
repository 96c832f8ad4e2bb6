/** The terminal as a script or an outside checker uses it: exit codes, what stands on stdout, and no way around a permission. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationNames } from '../../../shared/api/contract.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealbook-terminal-'))
  const made = office('--data', folder, 'example', '--entries', '600', '--seed', '7')
  if (made.status !== 0) throw new Error(made.stderr)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const office = (...words: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../cli.ts'), ...words], {
    encoding: 'utf8',
    // All schemas of all operations are more than the megabyte that Node would keep.
    maxBuffer: 64 * 1024 * 1024,
    input: '{}',
    cwd: import.meta.dirname,
    // npm names the caller's folder here, which the terminal honours; this caller stands in its own.
    env: { ...process.env, INIT_CWD: folder },
  })
const faultOf = (text: string): string => (JSON.parse(text) as { fault: { code: string } }).fault.code

describe('the terminal', () => {
  it('lists every operation with its permission and both schemas', () => {
    const { stdout, status } = office('operations')
    const listed = JSON.parse(stdout) as {
      name: string
      summary: string
      permission: string
      input: object
      output: object
    }[]
    expect(status).toBe(0)
    expect(listed.map(({ name }) => name)).toEqual(operationNames)
    for (const { summary, permission, input, output } of listed) {
      expect(summary.length).toBeGreaterThan(5)
      expect(permission).not.toBe('')
      expect(input).toHaveProperty('$schema')
      expect(output).toHaveProperty('$schema')
    }
  })

  it('calls an operation from a word, a file and standard input', () => {
    const file = join(folder, 'input.json')
    writeFileSync(file, '{"limit": 2}')
    const rows = (...words: string[]): number => {
      const { stdout, stderr, status } = office('--data', folder, 'call', 'people.list', ...words, '--as', 'A0001')
      expect(stderr).toBe('')
      expect(status).toBe(0)
      return (JSON.parse(stdout) as { rows: unknown[] }).rows.length
    }
    expect(rows('{"limit": 3}')).toBe(3)
    expect(rows(`@${file}`)).toBe(2)
    expect(rows('-')).toBe(50)
  })

  it('puts faults on stderr with exit 1 and wrong usage with exit 2', () => {
    const closed = office('--data', folder, 'call', 'people.list')
    expect([closed.status, closed.stdout, faultOf(closed.stderr)]).toEqual([1, '', 'not-signed-in'])
    const unknown = office('--data', folder, 'call', 'people.remove', '--as', 'A0001')
    expect([unknown.status, faultOf(unknown.stderr)]).toEqual([1, 'unknown-operation'])
    expect(office('--data', folder, 'call', 'people.list', '{"limit":').status).toBe(2)
    expect(office('call', 'people.list').status).toBe(2)
    expect(office('dance').status).toBe(2)
    expect(office('--data', folder, 'call', 'people.list', '--wrong').status).toBe(2)
  })

  it('answers in faults where key or folder are of no use, and finds files where the caller stands', () => {
    writeFileSync(join(folder, 'other.key'), 'ab'.repeat(32))
    const otherKey = office('--data', folder, 'call', 'office.state', '--key-file', 'other.key')
    expect([otherKey.status, faultOf(otherKey.stderr)]).toEqual([1, 'wrong-key'])
    writeFileSync(join(folder, 'password'), 'not it')
    const password = office('--data', folder, 'call', 'people.list', '--as', 'A0001', '--password-file', 'password')
    expect(password.status).toBe(0)
    expect(office('--data', folder, 'call', 'office.state', '@.').status).toBe(2)
    expect(office('--data', folder, 'print', 'seal-book', '2026-01', '-o', 'nowhere/book.pdf').status).toBe(2)
    const under = office('--data', join(folder, 'password', 'office'), 'example')
    expect([under.status, faultOf(under.stderr)]).toEqual([1, 'folder-read-only'])
    const bad = mkdtempSync(join(tmpdir(), 'sealbook-terminal-bad-'))
    writeFileSync(join(bad, 'office.key'), 'rubbish')
    const state = office('--data', bad, 'call', 'office.state')
    expect([state.status, faultOf(state.stderr)]).toEqual([1, 'key-missing'])
    rmSync(bad, { recursive: true })
  })

  it('is no way around a role', () => {
    const listed = office('--data', folder, 'call', 'people.accounts')
    const accounts = (JSON.parse(listed.stdout) as { rows: { staffNo: string; roles: string[] }[] }).rows
    const clerk = accounts.find(({ roles }) => !roles.includes('administrator'))
    expect(clerk).toBeDefined()
    const reply = office(
      '--data',
      folder,
      'call',
      'people.add',
      '{"name":"某","staffNo":"Z1"}',
      '--as',
      clerk?.staffNo ?? '',
    )
    expect([reply.status, faultOf(reply.stderr)]).toEqual([1, 'not-permitted'])
  })

  it('proves the journal, and prints a book that proves itself', () => {
    expect(JSON.parse(office('--data', folder, 'verify').stdout)).toMatchObject({ findings: [] })
    const uses = office('--data', folder, 'call', 'seals.book', '{"limit":1,"direction":"backward"}', '--as', 'A0001')
    const [use] = (JSON.parse(uses.stdout) as { rows: { number: string; usedAt: string }[] }).rows
    const slip = office('--data', folder, 'print', 'seal-use', use?.number ?? '', '-o', 'slip.pdf')
    expect([slip.stderr, slip.status]).toEqual(['', 0])
    expect(office('--data', folder, 'print', 'seal-book', use?.usedAt.slice(0, 7) ?? '', '-o', 'book.pdf').status).toBe(
      0,
    )
    for (const file of ['slip.pdf', 'book.pdf']) {
      const checked = office('--data', folder, 'verify', file)
      expect([file, checked.status, (JSON.parse(checked.stdout) as { signature: string }).signature]).toEqual([
        file,
        0,
        'valid',
      ])
    }
    const other = office('--data', folder, 'print', 'seal-use', 'XX-2026-9999', '-o', 'no.pdf')
    expect([other.status, faultOf(other.stderr)]).toEqual([1, 'not-found'])
  })

  it('founds an office in a new folder, signs in with its password, and leaves a mistyped folder alone', () => {
    const fresh = join(folder, 'fresh')
    const mistyped = office('--data', join(folder, 'mistyped'), 'call', 'people.list', '--as', '1')
    expect([mistyped.status, faultOf(mistyped.stderr)]).toEqual([1, 'no-office'])
    expect(existsSync(join(folder, 'mistyped'))).toBe(false)
    const input = {
      name: '新公司',
      deskLetter: 'A',
      deskName: '前台',
      administrator: { name: '甲', staffNo: '1', password: 'password-1' },
    }
    const founded = office('--data', fresh, 'call', 'office.found', JSON.stringify(input))
    expect([founded.stderr, founded.status]).toEqual(['', 0])
    writeFileSync(join(folder, 'password'), 'password-1\n')
    const signedIn = office(
      '--data',
      fresh,
      'call',
      'people.list',
      '--as',
      '1',
      '--password-file',
      join(folder, 'password'),
    )
    expect(JSON.parse(signedIn.stdout)).toMatchObject({ rows: [{ name: '甲' }] })
    const without = office('--data', fresh, 'call', 'people.list', '--as', '1')
    expect([without.status, faultOf(without.stderr)]).toEqual([1, 'wrong-password'])
  })

  it('attaches a file to the record that a number names, and tells what cannot be attached', () => {
    const book = office('--data', folder, 'call', 'seals.book', '{"limit":1}', '--as', 'A0002').stdout
    const [use] = (JSON.parse(book) as { rows: { id: string; number: string }[] }).rows
    writeFileSync(join(folder, '..', 'evidence.pdf'), '%PDF-1.7 evidence')
    const file = join(folder, '..', 'evidence.pdf')
    const attached = office(
      '--data',
      folder,
      'attach',
      file,
      '--to',
      use?.number ?? '',
      '--kind',
      'photo',
      '--as',
      'A0002',
    )
    expect(attached).toMatchObject({ status: 0, stderr: '' })
    const of = JSON.stringify({ of: { type: 'seal_use', subject: use?.id } })
    const listed = office('--data', folder, 'call', 'attachments.list', of, '--as', 'A0002').stdout
    // The example's newest use may have papers of its own.
    const { rows } = JSON.parse(listed) as { rows: { name: string; kind: string }[] }
    expect(rows.filter(({ name }) => name === 'evidence.pdf')).toMatchObject([{ kind: 'photo' }])
    const again = office('--data', folder, 'attach', file, '--to', use?.number ?? '', '--as', 'A0002')
    expect([again.status, faultOf(again.stderr)]).toEqual([1, 'attachment-there'])
    const nowhere = office('--data', folder, 'attach', file, '--to', 'XX-0', '--as', 'A0002')
    expect(faultOf(nowhere.stderr)).toBe('not-found')
    expect(office('--data', folder, 'attach', file).status).toBe(2)
    expect(office('--data', folder, 'attach', 'none.pdf', '--to', 'XX').status).toBe(2)
    rmSync(file)
  })
})
