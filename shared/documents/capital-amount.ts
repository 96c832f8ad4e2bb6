/**
 * Amounts in Chinese capitals 大写, as the 票据 rules of the People's Bank spell them (《正确填写票据和结算凭证的基本规定》).
 * Own code, since the libraries at hand take floating-point 元 and not integer 分, and differ in where 零 stands.
 */

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

const digit = (value: number): string => digits[value] ?? ''

/** Four digits in capitals without a leading 零: 1005 -> 壹仟零伍. */
const capitalGroup = (value: number): string => {
  let text = ''
  let isZeroPending = false
  for (let place = 3; place >= 0; place--) {
    const each = Math.floor(value / 10 ** place) % 10
    if (each === 0) isZeroPending = text !== ''
    else {
      text += `${isZeroPending ? digit(0) : ''}${digit(each)}${places[place] ?? ''}`
      isZeroPending = false
    }
  }
  return text
}

const capitalYuan = (yuan: number): string => {
  let text = ''
  for (let group = groups.length - 1; group >= 0; group--) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000
    if (value === 0) continue
    // 零 bridges what is missing before this group: 10,0500 and 1,0000,0005.
    const hasGap = text !== '' && (value < 1000 || isGroupEmpty(yuan, group + 1))
    text += `${hasGap ? digit(0) : ''}${capitalGroup(value)}${groups[group] ?? ''}`
  }
  // 壹万亿 and 零伍亿 share the 亿: 1,0005,0000,0000 is 壹万零伍亿.
  return text.replace(/万亿(?=.*亿)/u, '万')
}

const isGroupEmpty = (yuan: number, group: number): boolean => Math.floor(yuan / 10_000 ** group) % 10_000 === 0

/**
 * An amount of 人民币 in capitals: 160950 -> 壹仟陆佰零玖元伍角整.
 * @param minor 分, an integer of at most 9e15
 */
export const capitalAmount = (minor: number): string => {
  if (minor < 0) return `负${capitalAmount(-minor)}`
  const yuan = Math.floor(minor / 100)
  const jiao = Math.floor(minor / 10) % 10
  const fen = minor % 10
  if (minor === 0) return '零元整'
  const whole = yuan > 0 ? `${capitalYuan(yuan)}元` : ''
  if (jiao === 0 && fen === 0) return `${whole}整`
  const tenths = jiao > 0 ? `${digit(jiao)}角` : yuan > 0 ? digit(0) : ''
  return `${whole}${tenths}${fen > 0 ? `${digit(fen)}分` : '整'}`
}
