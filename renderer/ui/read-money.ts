/** Reads an amount as it is typed at the desk into minor units (分). */

const pattern = /^(\d{1,3}(?:,?\d{3})*|\d+)(?:\.(\d{1,6}))?(万|亿|w)?$/i

const powers: Readonly<Record<string, number>> = { 万: 4, w: 4, 亿: 8 }

/** Why a text is no amount, as a word key; undefined where it is one, or nothing at all. */
export const whyNoMoney = (
  typed: string,
): 'invalid.cell.money' | 'invalid.cell.amount-places' | 'invalid.too-large' | undefined => {
  if (typed.trim() === '' || readMoney(typed) !== undefined) return undefined
  const shortened = typed.replace(/(\.\d{1,2})\d+(?=\D*$)/, '$1')
  if (shortened !== typed && readMoney(shortened) !== undefined) return 'invalid.cell.amount-places'
  return /^[\s¥￥]*\d{14,}(\.\d+)?\s*$/.test(typed.replaceAll(/[,，]/g, ''))
    ? 'invalid.too-large'
    : 'invalid.cell.money'
}

/**
 * `1,234.5` -> 123450, `30万` -> 30000000; undefined where it is no amount, or has more than two places.
 * Digits are moved as text, so that no amount is rounded on its way.
 */
export const readMoney = (typed: string): number | undefined => {
  const found = pattern.exec(
    typed
      .trim()
      .replace(/^[¥￥]/, '')
      .replaceAll('，', ',')
      .replaceAll(' ', ''),
  )
  if (found === null) return undefined
  const [, whole = '', places = '', unit = ''] = found
  const shift = 2 + (powers[unit.toLowerCase()] ?? 0)
  if (places.replace(/0+$/, '').length > shift) return undefined
  const digits = whole.replaceAll(',', '') + places.slice(0, shift).padEnd(shift, '0')
  const minor = Number(digits)
  return Number.isSafeInteger(minor) && minor <= 9e15 ? minor : undefined
}
