/** Canonical JSON (RFC 8785): one spelling of a value, so that its hash is the same on every desk. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }

/**
 * Serialises a value with members sorted by UTF-16 code units; `undefined` members are left out.
 * Numbers and strings are spelled as ECMAScript does, which is what RFC 8785 §3.2.2 prescribes.
 * @throws where a number is not finite, since JSON cannot hold it
 */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members: string[] = []
    for (const key of Object.keys(value).sort()) {
      const member = value[key]
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`)
    }
    return `{${members.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number in an entry must be finite')
  return JSON.stringify(value)
}
