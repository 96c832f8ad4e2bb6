/** Amounts of the register on screen: figures with the sign of their currency. */
import { currencies, moneyText } from '../../shared/office/money.ts'

/** @param amount minor units; undefined gives undefined, so that it is left out */
export const amountText = (amount: number | undefined, currency: string): string | undefined =>
  amount === undefined ? undefined : moneyText(amount, currencies.find((code) => code === currency) ?? 'CNY')
