/** The recovery key as people handle it: shown in groups of four, read back however it was typed, pasted or scanned. */

export const keyLength = 64

/**
 * What was typed, as far as it is a key: spaces, dashes and full-width characters do not matter, and letters that no
 * key has are taken for the figures they are mistaken for.
 */
export const readRecoveryKey = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}\p{Pd}_·.,;:|/]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[li]/g, '1')

export const isRecoveryKey = (key: string): boolean => /^[0-9a-f]{64}$/.test(key)

/** Groups of four are copied by hand with fewer slips. */
export const groupsOf = (key: string): string[] => key.match(/.{1,4}/g) ?? []

/** The first group (1, 2, 3 …) that no key can have, for somebody who looks from sheet to screen. */
export const firstBadGroup = (key: string): number | undefined => {
  const at = groupsOf(key).findIndex((group) => /[^0-9a-f]/.test(group))
  return at < 0 ? undefined : at + 1
}
