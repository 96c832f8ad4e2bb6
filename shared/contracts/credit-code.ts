/** 统一社会信用代码, the unified social credit code of GB 32100-2015: 18 characters, the last one a check character. */

// The standard's 31 characters in the order of their values; I, O, S, V and Z are left out since they are misread.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
// 3^(i-1) mod 31 for the positions 1 to 17 (GB 32100-2015 §5.3).
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * The check character of the first 17 characters; undefined where one of them is not in the standard's alphabet.
 * @param body at least 17 characters, upper case
 */
export const creditCheckCharacter = (body: string): string | undefined => {
  let sum = 0
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(body.charAt(index) || '?')
    if (value < 0) return undefined
    sum += value * weight
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Whether a code has 18 characters of the alphabet, six digits of a region at 3 to 8, and the right check character. */
export const isCreditCode = (code: string): boolean =>
  /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(code) && creditCheckCharacter(code) === code.charAt(17)
