/** Entries of a newer desk may hold fields that this one does not know: no schema of a body refuses them, at whatever depth. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { foldEntries, isFoldable } from '../../../shared/journal/fold.ts'
import { kinds } from '../rooms.ts'
import { openTestOffice } from '../testing.ts'
import { eachBySubject, foldable } from './entries.ts'

/** Places in a JSON Schema that refuse what they do not name. */
const closedIn = (schema: unknown, path: string): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const own = (schema as { additionalProperties?: unknown }).additionalProperties === false ? [path] : []
  return [...own, ...Object.entries(schema).flatMap(([key, part]) => closedIn(part, `${path}/${key}`))]
}

it('no body’s schema is closed', () => {
  const bodies = kinds.tables.flatMap(({ type }) => Object.entries(type.kinds))
  expect(bodies.length).toBeGreaterThan(50)
  const closed = bodies.flatMap(([kind, body]) =>
    closedIn(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }), kind),
  )
  expect(closed).toEqual([])
})

const withMore = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withMore)
  if (typeof value !== 'object' || value === null) return value
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMore(one)])), newerField: 'later' }
}

it('the example’s entries fold with a field more in every object as they did without', async () => {
  const office = await openTestOffice({ example: { entries: 400 } })
  try {
    for (const full of eachBySubject(office.office().journal.db)) {
      const entries = full.map(foldable)
      const type = kinds.ofSubject(entries)
      if (!type) continue
      const newer = entries.map((entry) => ({ ...entry, body: withMore(entry.body) as typeof entry.body }))
      for (const entry of newer)
        expect(isFoldable(type, entry), `${entry.kind} ${JSON.stringify(entry.body)}`).toBe(true)
      expect(foldEntries(type, newer) !== undefined).toBe(foldEntries(type, entries) !== undefined)
    }
  } finally {
    office.close()
  }
})
