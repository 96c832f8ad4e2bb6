/** The words are complete where the compiler cannot see it: keys that are put together or come as data. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from './contract.ts'
import { permissions } from './permission.ts'
import { words } from './words.ts'

const zh: Readonly<Record<string, string>> = words['zh-CN']
const en: Readonly<Record<string, string>> = words.en
const shared = join(import.meta.dirname, '..')

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Names of all fields in a JSON Schema, however deep. */
const fieldsOf = (schema: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(schema)) for (const part of schema) fieldsOf(part, found)
  else if (typeof schema === 'object' && schema !== null)
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties' && typeof value === 'object' && value !== null)
        for (const name of Object.keys(value)) found.add(name)
      fieldsOf(value, found)
    }
  return found
}

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted()

describe('words', () => {
  it('fill the same places in both languages', () => {
    const differing = Object.keys(zh).filter((key) => placesOf(zh[key] ?? '').join() !== placesOf(en[key] ?? '').join())
    expect(differing).toEqual([])
  })

  it('of a fault stand in one room only, else one would speak for the other', () => {
    const worded = sources(shared).flatMap((text) => text.match(/^ +'fault\.[\w.-]+'(?=:)/gm) ?? [])
    const times = new Map<string, number>()
    for (const key of worded.map((one) => one.trim())) times.set(key, (times.get(key) ?? 0) + 1)
    expect(times.size).toBeGreaterThan(100)
    expect([...times].filter(([, count]) => count !== 2)).toEqual([])
  })

  it('say something in both languages', () => {
    expect(Object.keys(zh).filter((key) => zh[key]?.trim() === '' || en[key]?.trim() === '')).toEqual([])
  })

  it('name every field that an operation asks for', () => {
    const names = Object.values(contract).flatMap((operation) => [
      ...fieldsOf(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })),
    ])
    expect(names.length).toBeGreaterThan(50)
    expect([...new Set(names)].filter((name) => zh[`field.${name}`] === undefined)).toEqual([])
  })

  it('say every reason that a schema refuses with', () => {
    const reasons = sources(shared).flatMap((text) =>
      [...text.matchAll(/error: '(invalid\.[a-z.-]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(reasons.length).toBeGreaterThan(20)
    expect([...new Set(reasons)].filter((reason) => zh[reason] === undefined)).toEqual([])
  })

  it('name every permission', () => {
    expect(permissions.filter((permission) => zh[`permission.${permission}`] === undefined)).toEqual([])
  })

  it('name every kind of entry and every subject', () => {
    const written = sources(shared)
    const kinds = written.flatMap((text) => {
      const block = text.includes('subjectType') ? text : ''
      return [...block.matchAll(/^\s+'([a-z_]+\.[a-z-]+)':/gm)].map((match) => match[1] ?? '')
    })
    const subjects = written.flatMap((text) =>
      [...text.matchAll(/subjectType<[^>]*>\(\{\s*name: '([a-z_]+)'/g)].map((match) => match[1] ?? ''),
    )
    expect(kinds.length).toBeGreaterThan(20)
    expect(subjects.length).toBeGreaterThan(8)
    expect(kinds.filter((kind) => zh[`kind.${kind}`] === undefined)).toEqual([])
    expect(subjects.filter((name) => zh[`type.${name}`] === undefined)).toEqual([])
  })
})
