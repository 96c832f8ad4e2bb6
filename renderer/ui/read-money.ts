/** Reads an amount as it is typed at the desk into minor units (分). */

const pattern = /^(\d{1,3}(?:,?\d{3})*|\d+)(?:\.(\d{1,6}))?(万|亿|w)?$/i

const powers: Readonly<Record<string, number>> = { 万: 4, w: 4, 亿: 8 }

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
