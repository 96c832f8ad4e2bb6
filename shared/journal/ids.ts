/** Ids of subjects: UUIDv7 (RFC 9562 §5.7), so that they sort by the time they were made. */

/**
 * @param now milliseconds since 1970, UTC
 * @param random at least 10 random bytes
 */
export const uuidv7 = (now: number, random: Uint8Array): string => {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
  const byte = (index: number): number => random[index] ?? 0
  const time = hex(now, 12)
  const a = hex(0x7000 | ((byte(0) << 4) & 0xff0) | (byte(1) & 0xf), 4)
  const b = hex(0x8000 | ((byte(2) & 0x3f) << 8) | byte(3), 4)
  let tail = ''
  for (let index = 4; index < 10; index++) tail += hex(byte(index), 2)
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${tail}`
}

/** When an id was made, milliseconds since 1970, UTC; undefined for what is no UUIDv7. */
export const idInstant = (id: string): number | undefined => {
  const made = Number.parseInt(id.slice(0, 13).replace('-', ''), 16)
  return Number.isSafeInteger(made) ? made : undefined
}
