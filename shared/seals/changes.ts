/** Changing a record by a later entry, where null takes a field away. */
import { z } from 'zod'

export { overlayAfter } from '../journal/overlay-after.ts'

/** The schema of a later entry: every field may be left out, and those a record can do without may be null. */
export const laterBody = (shape: Readonly<Record<string, z.ZodType>>): z.ZodType => {
  const fields = Object.entries(shape).map(([name, field]) => {
    const isOptional = field.safeParse(undefined).success
    return [name, (isOptional ? field.nullable() : field).optional()] as const
  })
  return z.object(Object.fromEntries(fields))
}
