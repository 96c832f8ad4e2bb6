/** An operation refuses what it does not name; what an entry holds stays open. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from './contract.ts'
import { query } from './operation.ts'
import { strict } from './strict.ts'

/** Places in a JSON Schema where an object may hold more than it names. */
const openIn = (schema: unknown, path = ''): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own =
    'properties' in schema && (schema as { additionalProperties?: unknown }).additionalProperties !== false
      ? [path]
      : []
  return [...own, ...Object.entries(schema).flatMap(([key, part]) => openIn(part, `${path}/${key}`))]
}

const line = z.object({ item: z.string(), more: z.object({ note: z.string() }).optional() })
const parts = {
  line,
  lines: z.array(line).default([]),
  maybe: line.nullable().optional(),
  by: z.record(z.string(), line).optional(),
  pair: z.tuple([z.string(), line]).optional(),
  read: line.transform((one) => one.item).optional(),
  asked: z.preprocess((value) => value, line).optional(),
  one: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b'), b: line })]),
  other: z.union([z.string(), line]).optional(),
}
const whole = z.object(parts).refine((value) => value.line.item !== 'no', { error: 'invalid.value' })

const fitting = { line: { item: 'a' }, one: { kind: 'a' } }
const keysOf = (input: unknown): (string | undefined)[] => {
  const read = strict(whole).safeParse(input)
  return (read.error?.issues ?? []).map((issue) =>
    issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys].join('.') : issue.message,
  )
}

describe('a strict input', () => {
  it('takes what it names and still changes and checks it', () => {
    expect(strict(whole).parse({ ...fitting, read: { item: 'b' } })).toMatchObject({ read: 'b', lines: [] })
    expect(keysOf({ ...fitting, line: { item: 'no' } })).toEqual(['invalid.value'])
  })

  it.each([
    ['extra', { ...fitting, extra: 1 }],
    ['extra', { ...fitting, extra: undefined }],
    ['__proto__', JSON.parse('{"line":{"item":"a"},"one":{"kind":"a"},"__proto__":{}}')],
    ['line.extra', { ...fitting, line: { item: 'a', extra: 1 } }],
    ['line.more.extra', { ...fitting, line: { item: 'a', more: { note: '', extra: 1 } } }],
    ['lines.1.extra', { ...fitting, lines: [{ item: 'a' }, { item: 'a', extra: 1 }] }],
    ['maybe.extra', { ...fitting, maybe: { item: 'a', extra: 1 } }],
    ['by.a.extra', { ...fitting, by: { a: { item: 'a', extra: 1 } } }],
    ['pair.1.extra', { ...fitting, pair: ['a', { item: 'a', extra: 1 }] }],
    ['read.extra', { ...fitting, read: { item: 'a', extra: 1 } }],
    ['asked.extra', { ...fitting, asked: { item: 'a', extra: 1 } }],
    ['one.extra', { ...fitting, one: { kind: 'a', extra: 1 } }],
    ['one.b.extra', { ...fitting, one: { kind: 'b', b: { item: 'a', extra: 1 } } }],
    ['other.extra', { ...fitting, other: { item: 'a', extra: 1 } }],
  ])('names %s, which it does not know', (path, input) => {
    expect(keysOf(input)).toEqual([path])
  })

  it('leaves the schema it was made from open, since entries share its parts', () => {
    strict(whole)
    expect(whole.safeParse({ ...fitting, extra: 1, line: { item: 'a', extra: 1 } }).success).toBe(true)
  })

  it('is closed once, when it is first asked for', () => {
    const operation = query({ summary: '', permission: 'anyone', input: z.object({}), output: z.object({}) })
    expect(operation.input).toBe(operation.input)
    expect(operation.input.safeParse({ a: 1 }).success).toBe(false)
  })
})

it('no operation takes an object whose fields it does not name, as its schema tells callers', () => {
  const open = Object.entries(contract).flatMap(([name, { input }]) =>
    openIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).map((path) => name + path),
  )
  expect(open).toEqual([])
})
