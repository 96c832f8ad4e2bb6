/** What a file is: by its first bytes where a preview depends on it, else by the ending of its name. */

const hex = (bytes: Uint8Array, count: number): string =>
  [...bytes.subarray(0, count)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const byEnding: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  wps: 'application/vnd.ms-works',
  ofd: 'application/ofd',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
}

/**
 * A name proves nothing, so what is shown in the window is told by its bytes alone.
 * @param start the first bytes, eight at least where there are so many
 */
export const mediaTypeOf = (start: Uint8Array, name: string): string => {
  if (hex(start, 5) === '255044462d') return 'application/pdf'
  if (hex(start, 8) === '89504e470d0a1a0a') return 'image/png'
  if (hex(start, 3) === 'ffd8ff') return 'image/jpeg'
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return byEnding[ending] ?? 'application/octet-stream'
}

/** The types that the window shows, and that a scan may have. */
export const shownTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const

export const isShown = (mediaType: string): boolean => (shownTypes as readonly string[]).includes(mediaType)

/** The name without any folder before it; undefined where nothing is left that could name a file. */
export const plainName = (name: string): string | undefined => {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? ''
  return /^\.*$/.test(last) ? undefined : last
}
