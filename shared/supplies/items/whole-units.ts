/** Parts of a pack: half a 盒 of 12 is entered as 6 支, and what is no whole number of the base unit is refused. */
import { isRefusal, refuse, type Refusal } from '../../api/fault.ts'
import type { Item } from '../records.ts'
import { factorOf } from './units.ts'

/** Parts are entered in thousandths at the finest. */
const parts = 1000

type Entered = {
  item: string
  quantity: number
  unit: string
  /** Minor units for one entered unit, and of the whole line. */
  price?: number | undefined
  amount?: number | undefined
  /** Asked for, in the entered unit. */
  asked?: number | undefined
}

/** Lines in whole quantities: one in parts of a pack goes over to the base unit. Faults: quantity-not-whole, base-not-whole. */
export const inWholeUnits = <L extends Entered>(
  itemOf: (id: string) => Item | undefined,
  lines: readonly L[],
): L[] | Refusal => {
  const whole: L[] = []
  for (const line of lines) {
    const each = Number.isInteger(line.quantity) ? line : inBaseUnit(itemOf(line.item), line)
    if (isRefusal(each)) return each
    whole.push(each)
  }
  return whole
}

const inBaseUnit = <L extends Entered>(item: Item | undefined, line: L): L | Refusal => {
  const factor = item && factorOf(item, line.unit)
  // An unknown item or unit is for the rule of the slip to tell.
  if (!item || factor === undefined) return { ...line, quantity: Math.ceil(line.quantity) }
  const thousandths = Math.round(line.quantity * parts) * factor
  if (thousandths % parts !== 0 && factor === 1)
    return refuse({ code: 'base-not-whole', item: item.name, quantity: line.quantity, unit: line.unit })
  if (thousandths % parts !== 0)
    return refuse({
      code: 'quantity-not-whole',
      item: item.name,
      quantity: line.quantity,
      unit: line.unit,
      base: thousandths / parts,
      baseUnit: item.unit,
    })
  const { price, amount = price === undefined ? undefined : Math.round(price * line.quantity) } = line
  return {
    ...line,
    quantity: thousandths / parts,
    unit: item.unit,
    ...(amount === undefined ? {} : { amount }),
    ...(line.asked === undefined ? {} : { asked: line.asked * factor }),
  }
}
