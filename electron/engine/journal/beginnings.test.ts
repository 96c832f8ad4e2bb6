/** Whatever another desk sends, only an entry that begins something makes a record of it; a later one alone makes none. */
import { expect, it } from 'vitest'
import type { Entry } from '../../../shared/journal/entry.ts'
import { kinds } from '../rooms.ts'

const entryOf = (kind: string): Entry => ({
  desk: 'd',
  n: 1,
  at: '2026-11-23T05:40:00.000Z-0000',
  actor: '',
  kind,
  subject: '0190a000-0000-7000-8000-000000000001',
  basedOn: [],
  generation: 1,
  body: {},
  hash: 'h',
})

const later = kinds.tables.flatMap(({ type }) =>
  Object.keys(type.kinds)
    .filter((kind) => /(changed|renamed|roles-set|status-set|-corrected|-voided|-approved)$/.test(kind))
    .map((kind) => ({ kind, type })),
)

it.each(later.map(({ kind, type }) => [kind, type] as const))('%s alone makes no record', (kind, type) => {
  expect(type.reduce(undefined, entryOf(kind))).toBeUndefined()
})

it('looks at the later kinds of every register', () => {
  expect(later.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['person.changed', 'person.roles-set', 'office.changed', 'desk.renamed', 'seal.changed']),
  )
})
