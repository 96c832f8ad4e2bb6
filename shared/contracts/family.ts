/** A main contract with its supplements, summed: what the company is bound to in one matter. */
import type { Contract } from './contract.ts'

export type FamilySum = { currency: string; amount: number; count: number }

/** Sums by currency, 元 first; a terminated contract binds no more and is left out, one without an amount adds none. */
export const familySums = (family: readonly Pick<Contract, 'currency' | 'amount' | 'status'>[]): FamilySum[] => {
  const sums = new Map<string, FamilySum>()
  for (const { currency, amount, status } of family) {
    if (status === 'terminated' || amount === undefined) continue
    const sum = sums.get(currency) ?? { currency, amount: 0, count: 0 }
    sums.set(currency, { currency, amount: sum.amount + amount, count: sum.count + 1 })
  }
  return [...sums.values()].toSorted((a, b) =>
    a.currency === 'CNY' ? -1 : b.currency === 'CNY' ? 1 : a.currency < b.currency ? -1 : 1,
  )
}
