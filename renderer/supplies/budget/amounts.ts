/** The twelve months as they are typed: filled in one go, summed, and turned into what is sent. */

/** January first, minor units; undefined where nothing, or no amount, stands in the field. */
export type Typed = readonly (number | undefined)[]

export const noAmounts: Typed = Array.from({ length: 12 }, () => undefined)

export const sumOf = (amounts: Typed): number => amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

export const changeMonth = (amounts: Typed, month: number, amount: number | undefined): Typed =>
  amounts.map((before, index) => (index === month ? amount : before))

/** The amount of one month in all of them; nothing happens where it has none. */
export const fillAll = (amounts: Typed, month: number): Typed => {
  const amount = amounts[month]
  return amount === undefined ? amounts : amounts.map(() => amount)
}

export type Sent = { readonly amounts: number[] | null } | { readonly missing: number[] }

/** All months, or null where all are empty, which takes a budget back; else the months that are missing. */
export const sentOf = (amounts: Typed): Sent => {
  const filled = amounts.flatMap((amount) => amount ?? [])
  if (filled.length === amounts.length) return { amounts: filled }
  if (filled.length === 0) return { amounts: null }
  return { missing: amounts.flatMap((amount, month) => (amount === undefined ? [month] : [])) }
}
