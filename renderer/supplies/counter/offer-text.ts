/** Offers of suppliers as one types or pastes them, a line each: `晨光文具，盒，18.50，3，M-112`. */
import type { SupplierOffer } from '../../../shared/supplies/items/item-more.ts'
import { figures } from '../../../shared/office/money.ts'
import { readMoney } from '../../ui/read-money.ts'
import type { Lines } from '../items/item-text.ts'

/** Name, unit, price, days, the supplier's own code; cells pasted from a sheet come with tabs. */
export const readOffers = (text: string, baseUnit: string): Lines<SupplierOffer> => {
  const read: SupplierOffer[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const offer = readOffer(line, baseUnit)
    if (offer === undefined) return { read, bad: index + 1 }
    read.push(offer)
  }
  return { read }
}

const readOffer = (line: string, baseUnit: string): SupplierOffer | undefined => {
  const parts = line.split(/[,，\t|]/).map((part) => part.trim())
  const [name = '', unit = '', price = '', days = '', code = ''] = parts
  const amount = readMoney(price)
  if (name === '' || amount === undefined || parts.length > 5 || !/^\d{0,3}$/.test(days)) return undefined
  return {
    name,
    unit: unit === '' ? baseUnit : unit,
    price: amount,
    ...(days === '' ? {} : { leadDays: Number(days) }),
    ...(code === '' ? {} : { code }),
  }
}

export const offersText = (offers: readonly SupplierOffer[]): string =>
  offers
    .map(({ name, unit, price, leadDays, code }) =>
      // Separators of thousands would be read as the next cell.
      [name, unit, figures(price).replaceAll(',', ''), leadDays ?? '', code ?? ''].join('，').replace(/，+$/, ''),
    )
    .join('\n')
