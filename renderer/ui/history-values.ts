/** Words what an entry recorded: codes by their names, money as money, lists joined; bare ids are left to the record. */
import { currencies, moneyText } from '../../shared/office/money.ts'
import { inUnit } from '../../shared/supplies/items/units.ts'
import { monthKeys } from '../../shared/supplies/reports/operations.ts'
import type { Say } from '../shell/words.tsx'

/** Where the codes of a field are worded; the first that knows the code words it. */
const homes: Readonly<Record<string, readonly string[]>> = {
  roles: ['people.role'],
  status: ['seals.use-status', 'seals.request-status', 'seals.status', 'contracts.status'],
  type: ['contracts.type', 'seals.type'],
  contractType: ['contracts.type'],
  contractTypes: ['contracts.type'],
  excludedTypes: ['contracts.type'],
  kind: ['seals.kind', 'delegations.kind'],
  shape: ['seals.shape'],
  mode: ['seals.mode'],
  category: ['seals.category', 'supplies.category'],
  direction: ['contracts.direction'],
  actions: ['delegations.action'],
  verb: ['supplies.verb'],
  decision: ['supplies.request.decision'],
}
// A seal and a contract name the same code of a type differently.
const sealHomes: Readonly<Record<string, readonly string[]>> = { ...homes, type: ['seals.type'] }

const money = new Set<string>(['amount', 'limit', 'aggregateLimit', 'price', ...monthKeys])
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export type Recorded = { readonly kind: string; readonly body: Readonly<Record<string, unknown>> }

const textValue = (say: Say, { kind }: Recorded, field: string, value: string): string | undefined => {
  if (id.test(value)) return undefined
  const places = (kind.startsWith('seal.') ? sealHomes : homes)[field]
  const key = places?.map((home) => `${home}.${value}`).find((candidate) => say.has(candidate))
  return key === undefined ? value : say.tOf(key)
}

type SlipLine = { readonly item: { readonly name: string }; readonly quantity: number; readonly unit: string }

const isSlipLine = (value: object): value is SlipLine =>
  'item' in value &&
  typeof value.item === 'object' &&
  value.item !== null &&
  'name' in value.item &&
  'quantity' in value &&
  'unit' in value

/** The value of a field as a person reads it; undefined where it has no short text. */
export const recordedText = (say: Say, entry: Recorded, field: string, value: unknown): string | undefined => {
  if (typeof value === 'string') return textValue(say, entry, field, value)
  if (typeof value === 'number') {
    const currency = currencies.find((name) => name === entry.body['currency'])
    return money.has(field) ? moneyText(value, currency) : String(value)
  }
  if (typeof value === 'boolean') return say.t(value ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => recordedText(say, entry, field, part))
    return say.list(parts.filter((part): part is string => part !== undefined && part !== ''))
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (isSlipLine(value)) return `${value.item.name} ${value.quantity} ${value.unit}`
  const named = ['name', 'title', 'reason'].map((name) => (value as Record<string, unknown>)[name])
  return named.find((name) => typeof name === 'string')
}

/** The number that the entry gave its record. */
export const numberOf = ({ body }: Recorded): string | undefined => {
  const { numbered } = body
  return typeof numbered === 'object' &&
    numbered !== null &&
    'number' in numbered &&
    typeof numbered.number === 'string'
    ? numbered.number
    : undefined
}

/** What an entry recorded, field by field; a record within it is shown by its own fields where it has no short text, or where it is all there is. */
export const recordedFacts = (
  say: Say,
  entry: Recorded,
  body: Readonly<Record<string, unknown>> = entry.body,
): { field: string; text: string }[] => {
  const fields = Object.entries(body)
  return fields.flatMap(([field, value]) => {
    // Who did it stands in the line above.
    if (field === 'by' && isNamed(value)) return []
    const text = recordedText(say, entry, field, value)
    const within = isPlain(value) && (fields.length === 1 || text === undefined) ? recordedFacts(say, entry, value) : []
    if (within.length > 0) return within
    return text === undefined || text === '' || !say.has(`field.${field}`) ? [] : [{ field, text }]
  })
}

const isNamed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isNamed(value)

type AskedLine = SlipLine & { readonly base: number; readonly baseUnit: string }

const isAskedLine = (value: unknown): value is AskedLine =>
  typeof value === 'object' && value !== null && isSlipLine(value) && 'base' in value && 'baseUnit' in value

/** A decision counts what it lets through line by line; here each count is told with the name that its line was asked for under. */
export const namingLines = <E extends Recorded>(entry: E, begun: Recorded | undefined): E => {
  const { decision } = entry.body
  const lines: unknown = begun?.body['lines']
  if (!isPlain(decision) || !Array.isArray(decision['approved']) || !Array.isArray(lines)) return entry
  const approved = decision['approved'].flatMap((base: unknown, index) => {
    const line: unknown = lines[index]
    if (typeof base !== 'number' || !isAskedLine(line)) return []
    return `${line.item.name} ${inUnit(base, line.unit, line.base / line.quantity, line.baseUnit)}`
  })
  return { ...entry, body: { ...entry.body, decision: { ...decision, approved } } }
}

/** Why something was done, as the entry says it itself or in the note of a void or a correction. */
export const reasonOf = ({ body }: Recorded): string | undefined => {
  const notes = [body, body['voided'], body['corrected']]
  const reasons = notes.map((note) =>
    typeof note === 'object' && note !== null && 'reason' in note ? note.reason : undefined,
  )
  return reasons.find((reason) => typeof reason === 'string')
}
