/** Nothing that was sent is dropped in silence: an operation's input refuses fields it does not name, at whatever depth. */
import { z } from 'zod'

type Any = z.core.$ZodType

/** The same schema with another definition; zod's own copy, so that checks and messages stay what they are. */
const copy = (schema: Any, parts: object): Any => z.core.clone(schema, { ...schema._zod.def, ...parts })

const either = (schema: Any, name: string, inner: Any): Any => {
  const closed = close(inner)
  return closed === inner ? schema : copy(schema, { [name]: closed })
}

const all = (schemas: readonly Any[]): Any[] | undefined => {
  const closed = schemas.map(close)
  return closed.some((one, place) => one !== schemas[place]) ? closed : undefined
}

/** What holds no object is handed back as it is. */
const close = (schema: Any): Any => {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') {
    const shape = Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, close(field)]))
    return copy(schema, { shape, catchall: z.never() })
  }
  if (def.type === 'array') return either(schema, 'element', def.element)
  if (def.type === 'record') return either(schema, 'valueType', def.valueType)
  if (def.type === 'pipe') {
    // One side is a change of the value, the other says what is sent.
    return def.in._zod.def.type === 'transform' ? either(schema, 'out', def.out) : either(schema, 'in', def.in)
  }
  if (def.type === 'tuple') {
    const items = all(def.items)
    return items ? copy(schema, { items }) : schema
  }
  if (def.type === 'union') {
    const options = all(def.options)
    return options ? copy(schema, { options }) : schema
  }
  return 'innerType' in def ? either(schema, 'innerType', def.innerType) : schema
}

/**
 * A copy of a schema in which every object names all it takes; the schema itself stays open, since the bodies of entries
 * share its parts, and entries of a newer desk may hold more than this one knows.
 */
export const strict = <S extends z.ZodType>(schema: S): S => close(schema) as S
