/**
 * Costs by moving average 移动加权平均, in integers: what leaves is rounded once to minor units and the rest stays in
 * the stock's value, so nothing is ever lost between two slips.
 */

/** `part` of `whole` applied to an amount, rounded half up; exact also where the product passes 2^53. */
export const share = (amount: number, part: number, whole: number): number =>
  whole <= 0 ? 0 : Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)))

/**
 * What `taken` pieces cost at the average of the stock they leave.
 * Taking all takes the whole value. A stock without pieces or value (oversold by two desks) costs nothing here;
 * the difference stays visible in its value.
 * @param stock pieces over all locations (base unit) and their value (minor units)
 * @returns minor units, never more than the value
 */
export const averageCost = (stock: { quantity: number; value: number }, taken: number): number =>
  stock.quantity <= 0 || stock.value <= 0 ? 0 : Math.min(stock.value, share(stock.value, taken, stock.quantity))

/** The price of one entered unit for print, rounded half up; the amount is what counts. */
export const unitCostOf = (amount: number, quantity: number): number => share(amount, 1, quantity)
