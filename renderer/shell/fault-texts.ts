/** Words a fault in one place: what happened, why (its details), and what to do. */
import type { DeskFault } from './call.ts'
import type { Say, Values } from './words.tsx'

export type FaultTexts = { readonly what: string; readonly why: readonly string[]; readonly todo: string | undefined }

/** Where the codes that a fault carries are worded. */
const homes: Readonly<Record<string, readonly string[]>> = {
  permission: ['permission'],
  what: ['type'],
  form: ['documents.title'],
  reason: ['seals.impression-why'],
  needs: ['field'],
  result: ['verdict'],
  duty: ['seals.duty'],
  waitsFor: ['people.role'],
  fields: ['tables.field'],
  who: ['people.role'],
  act: ['seals.act'],
  one: ['seals.part'],
  other: ['seals.part'],
  status: [
    'seals.request-status',
    'seals.status',
    'seals.outing-status',
    'seals.handover-status',
    'contracts.status',
    'supplies.request-status',
  ],
  purchaseState: ['buying.state'],
  why: ['stamping.unfit'],
  permits: ['stamping.permits'],
  state: ['stamping.password'],
  stamp: ['stamping.stamp'],
  from: ['contracts.status', 'seals.status'],
  to: ['contracts.status', 'seals.status'],
}

const wordOf = (say: Say, name: string, value: string): string => {
  const key = homes[name]?.map((home) => `${home}.${value}`).find((candidate) => say.has(candidate))
  return key === undefined ? value : say.tOf(key)
}

/** `lines.2.quantity` -> 明细 3 · 数量, as far as its parts have names. */
const fieldName = (say: Say, path: string): string =>
  path
    .split('.')
    .filter((part) => part !== '')
    .map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : say.has(`field.${part}`) ? say.tOf(`field.${part}`) : part,
    )
    .join(' ')

const isTexts = (list: readonly unknown[]): list is string[] => list.every((one) => typeof one === 'string')

/** Details of a fault as values of its text; names are listed, records count and are left to the room that knows them. */
const valuesOf = (say: Say, fault: DeskFault): Values => {
  const values: Record<string, string | number | string[]> = {}
  for (const [name, value] of Object.entries(fault)) {
    if (typeof value === 'string') values[name] = wordOf(say, name, value)
    if (typeof value === 'number') values[name] = value
    if (!Array.isArray(value)) continue
    if (isTexts(value)) values[name] = value.map((one) => wordOf(say, name, one))
    else values['count'] = value.length
  }
  return values
}

/** @param names what the form calls its fields, by path, where that is not their usual name */
export const faultTexts = (say: Say, fault: DeskFault, names: Readonly<Record<string, string>> = {}): FaultTexts => {
  const values = valuesOf(say, fault)
  const why =
    fault.code === 'invalid-input'
      ? fault.problems.map(({ path, reason, detail }) => {
          const name = names[path] ?? fieldName(say, path)
          const text = say.tOf(reason, { detail })
          // A detail that the text already says is not said twice.
          const more = typeof detail === 'object' ? say.list(detail) : detail
          const rest = more !== undefined && text.includes(more) ? undefined : more
          return [name, text, rest].filter((part) => part !== undefined && part !== '').join(' · ')
        })
      : fault.code === 'use-changed'
        ? fault.changed.map((name) => names[name] ?? fieldName(say, name))
        : fault.code === 'requests-refused'
          ? fault.refused.map((one) => `${one.number} · ${faultTexts(say, one.fault).what}`)
          : []
  const todo = `fault.${fault.code}.do`
  return {
    what: say.t(`fault.${fault.code}`, values),
    why,
    todo: say.has(todo) ? say.tOf(todo, values) : undefined,
  }
}
