/** Words a fault in one place: what happened, why (its details), and what to do. */
import type { DeskFault } from './call.ts'
import type { Say } from './words.tsx'

export type FaultTexts = { readonly what: string; readonly why: readonly string[]; readonly todo: string | undefined }

/** Details of a fault as values of its text; lists count, records are left to the room that knows them. */
const valuesOf = (fault: DeskFault): Record<string, string | number> => {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(fault)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
    if (Array.isArray(value)) values['count'] = value.length
  }
  return values
}

export const faultTexts = (say: Say, fault: DeskFault): FaultTexts => {
  const values = valuesOf(fault)
  const why =
    fault.code === 'invalid-input'
      ? fault.problems.map(({ path, reason, detail }) => {
          const name = say.has(`field.${path}`) ? say.tOf(`field.${path}`) : path
          return [name, say.tOf(reason), detail].filter((part) => part !== undefined && part !== '').join(' · ')
        })
      : []
  const todo = `fault.${fault.code}.do`
  return {
    what: say.t(`fault.${fault.code}`, values),
    why,
    todo: say.has(todo) ? say.tOf(todo, values) : undefined,
  }
}
