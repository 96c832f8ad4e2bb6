/** Making an importer's fields, and holding a row against the register's own input schema. */
import type { z } from 'zod'
import type { Words } from '../../office/words.ts'
import type { CellHint, ChoiceWords, Parsed } from '../cells.ts'
import type { FieldValue, ImportField, Objection, RowValues } from '../importer.ts'

type Parse = (text: string, hint: CellHint) => Parsed<FieldValue>
type Names = { zh?: readonly string[]; en?: readonly string[]; required?: boolean }

/**
 * Fields of one kind of record; labels lie under `tables.field.<about>.<key>`.
 * @param about the word keys' middle part: person, item, contract, delegation, ledger
 */
export const fieldsOf =
  (about: string) =>
  (key: string, parse: Parse, { zh = [], en = [], required = false }: Names = {}): ImportField => ({
    key,
    label: `tables.field.${about}.${key}`,
    headings: { zh, en },
    required,
    parse,
  })

/** What zod says of a value, as a word key; our own schemas say one themselves. */
const reasonOf = (issue: { code?: string | undefined; message: string }): string => {
  if (issue.message.startsWith('invalid.')) return issue.message
  if (issue.code === 'too_big') return 'invalid.too-large'
  if (issue.code === 'too_small') return 'invalid.too-small'
  return issue.code === 'invalid_type' ? 'invalid.type' : 'invalid.value'
}

/**
 * Holds an input against the register's schema.
 * @param fieldOf the field key behind a member of the input, or behind a part of it (`amounts.2`), where they differ
 */
export const meet = <S extends z.ZodType>(
  schema: S,
  input: unknown,
  fieldOf: Readonly<Record<string, string>> = {},
): { input: z.output<S> } | { objections: Objection[] } => {
  const read = schema.safeParse(input)
  if (read.success) return { input: read.data }
  return {
    objections: read.error.issues.map((issue) => {
      const member = String(issue.path[0] ?? '')
      return { field: fieldOf[issue.path.join('.')] ?? fieldOf[member] ?? member, reason: reasonOf(issue) }
    }),
  }
}

export const textOf = (values: RowValues, key: string): string | undefined => {
  const value = values[key]
  return typeof value === 'string' ? value : undefined
}

export const numberOf = (values: RowValues, key: string): number | undefined => {
  const value = values[key]
  return typeof value === 'number' ? value : undefined
}

export const flagOf = (values: RowValues, key: string): boolean | undefined => {
  const value = values[key]
  return typeof value === 'boolean' ? value : undefined
}

export const listOf = (values: RowValues, key: string): string[] | undefined => {
  const value = values[key]
  return Array.isArray(value) ? value : undefined
}

/**
 * A register's own words for its choices in both languages, so that what we export we can import, and further ones.
 * @param prefix of the word keys, before the choice: `contracts.type`
 */
export const choicesOf = <T extends string>(words: Words, prefix: string, further: ChoiceWords<T>): ChoiceWords<T> => {
  const all = Object.entries<readonly string[]>(further).map(([choice, names]) => {
    const own = languages.flatMap((language) => words[language][`${prefix}.${choice}`] ?? [])
    return [choice, [...own, ...names]] as const
  })
  return Object.fromEntries(all) as ChoiceWords<T>
}

const languages = ['zh-CN', 'en'] as const
