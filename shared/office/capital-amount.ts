/** Amounts in Chinese capitals 大写, spelt by `n2words` from exact decimal text; see docs/decisions/0009. */
import { toCurrency } from 'n2words/zh-Hans-CN'

/**
 * An amount of 人民币 in capitals: 160950 -> 壹仟陆佰零玖元伍角整.
 * @param minor 分, an integer of at most 9e15
 */
export const capitalAmount = (minor: number): string => {
  const digits = Math.abs(minor).toString().padStart(3, '0')
  const text = `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  // The library writes 圆 where the bank's rules write 元, and no 零 for an empty group before 仟万: 90,0000,6281,0000.
  return toCurrency(text)
    .replace('圆', '元')
    .replace(/万亿(?=.仟)/u, '万亿零')
}
