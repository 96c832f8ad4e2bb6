/** Well-formed 统一社会信用代码 for invented companies: both check characters are right. */
import { creditCheckCharacter } from '../../../shared/contracts/credit-code.ts'
import type { Dice } from './dice.ts'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
// GB 11714-1997: weights of the eight characters of the organisation code inside.
const weights = [3, 7, 9, 10, 5, 8, 4, 2]
const organisation = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const organisationCheck = (body: string): string => {
  const sum = weights.reduce((total, weight, index) => total + organisation.indexOf(body.charAt(index)) * weight, 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/**
 * @param region six digits of the place of registration, GB/T 2260
 */
export const makeCreditCode = (dice: Dice, region: string): string => {
  // MA starts the codes given since 2015; what follows is thrown.
  const tail = Array.from({ length: 6 }, () => characters.charAt(dice.whole(0, characters.length - 1))).join('')
  const inner = `MA${tail}`
  const body = `91${region}${inner}${organisationCheck(inner)}`
  return body + (creditCheckCharacter(body) ?? '')
}
