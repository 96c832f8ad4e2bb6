/** The example's goods and stock: items with packs and barcodes, the first receipts, and keeping the shelves filled. */
import { makeBarcode } from './barcodes.ts'
import type { Company } from './company.ts'
import type { Counterparty } from './counterparties.ts'
import type { Dice } from './dice.ts'
import { areas, binOf, groupNames, groupOf } from './goods-groups.ts'
import { families, makes, type Family } from './goods-plan.ts'
import type { History } from './history.ts'

export type Good = {
  id: string
  name: string
  unit: string
  packs: Family['packs']
  /** 分 of one base unit. */
  price: number
  min: number
  quota: number | undefined
  exchangeOld: boolean
  /** What lies there, as the example's own slips left it. */
  stock: number
  /** Never ordered again, so that something is missing in the end. */
  isNeglected: boolean
}

export type Shelves = {
  goods: readonly Good[]
  /** Orders what has run low, on one slip; answers whether anything had. */
  refill: (at: number) => boolean
  /** Stops ordering some things, which will be missing soon. */
  neglect: () => void
  /** What is not ordered any more. */
  neglected: () => Good[]
}

export type ShelfParts = {
  history: History
  dice: Dice
  company: Company
  suppliers: readonly Counterparty[]
  size: number
  /** Pieces that a good will give over the year, for how much to order at once. */
  demand: number
  /** How many times the usual quota a person may draw; a busier office draws more. */
  quotaScale: number
}

/** Steps of entering the goods and filling the shelves for the first time. */
export const fillShelves = function* (parts: ShelfParts, at: number): Generator<undefined, Shelves> {
  const { history, dice, company, suppliers, size, demand } = parts
  const { clerk } = company.by
  const variants = makes.flatMap((make) =>
    families.flatMap((family) => family.specs.map((spec) => ({ family, name: `${make}${family.name}`, spec }))),
  )
  const chosen = variants.slice(0, size)
  for (const name of groupNames) history.call(at, clerk, 'supplies.listName', { list: 'group', name })
  for (const name of Object.values(areas)) history.call(at, clerk, 'supplies.listName', { list: 'place', name })
  const goods: Good[] = []
  for (const [index, { family, name, spec }] of chosen.entries()) {
    goods.push(enterGood(parts, at, index, family, name, spec))
    yield
  }
  const thin = new Set(goods.filter(isPlain).slice(0, neglectedGoods))
  // What will be missing in the end never came in plenty, so that nobody has to carry off a whole shelf.
  const lot = (good: Good): number => (thin.has(good) ? good.min : Math.max(good.min * 3, Math.ceil(demand / 12)))
  const receive = (when: number, some: readonly Good[]): void => {
    const lines = some.map((good) => lineOf(good, lot(good)))
    const supplier = dice.pick(suppliers).name
    const reference = `SH${history.dateAt(when).replaceAll('-', '')}${dice.whole(100, 999)}`
    history.call(when, clerk, 'supplies.receive', { supplier, reference, lines })
    for (const [place, good] of some.entries()) good.stock += baseOf(good, lines[place])
  }
  for (let from = 0; from < goods.length; from += 20) {
    receive(at + from * 1000, goods.slice(from, from + 20))
    yield
  }
  return {
    goods,
    refill: (when) => {
      const low = goods.filter(({ stock, min, isNeglected }) => stock < min * 1.5 && !isNeglected)
      if (low.length > 0) receive(when, low.slice(0, 8))
      return low.length > 0
    },
    neglect: () => {
      for (const good of thin) good.isNeglected = true
    },
    neglected: () => goods.filter(({ isNeglected }) => isNeglected),
  }
}

/** So many goods are not ordered any more in the end. */
const neglectedGoods = 6
const isPlain = ({ quota, exchangeOld }: Good): boolean => quota === undefined && !exchangeOld

/** In the largest pack where whole ones come near enough, for that is how goods are delivered. */
const lineOf = (good: Good, base: number): { item: string; quantity: number; unit: string; price: number } => {
  const [unit, factor] = good.packs.findLast(([, size]) => size <= base) ?? [good.unit, 1]
  return { item: good.id, quantity: Math.ceil(base / factor), unit, price: good.price * factor }
}

const baseOf = ({ packs }: Good, line: { quantity: number; unit: string } | undefined): number =>
  line ? line.quantity * (packs.find(([unit]) => unit === line.unit)?.[1] ?? 1) : 0

/** Two offers of the largest pack; the second supplier is a little dearer and quicker. */
const offersOf = (
  suppliers: readonly Counterparty[],
  index: number,
  price: number,
  [unit, factor]: readonly [string, number],
) =>
  [0, 1].flatMap((place) => {
    const supplier = suppliers[(index + place * 5) % Math.min(suppliers.length, 12)]
    const dearer = place === 0 ? 1 : 1.06
    return supplier
      ? [{ name: supplier.name, unit, price: Math.round(price * factor * dearer), leadDays: 5 - place * 3 }]
      : []
  })

const enterGood = (
  { history, dice, company, suppliers, quotaScale }: ShelfParts,
  at: number,
  index: number,
  family: Family,
  name: string,
  spec: string,
): Good => {
  const { unit, packs, price, min, durable = false, exchangeOld = false } = family
  const quota = family.quota === undefined ? undefined : family.quota * quotaScale
  const code = `WP${(index + 1).toString().padStart(4, '0')}`
  const units = [unit, ...packs.map(([pack]) => pack)]
  const each = dice.whole(...price)
  const { id } = history.call(at, company.by.clerk, 'supplies.addItem', {
    code,
    name,
    spec,
    unit,
    exchangeOld,
    min,
    ...(quota === undefined ? {} : { quota }),
    category: durable ? 'durable' : 'consumable',
    max: min * 6,
    packs: packs.map(([pack, factor]) => ({ unit: pack, factor })),
    barcodes: units.map((each, place) => ({ code: makeBarcode((index + 1) * 10 + place), unit: each, amount: 1 })),
    location: binOf(index, durable),
    group: groupOf(family.name),
    supplier: suppliers[index % Math.min(suppliers.length, 12)]?.name,
    suppliers: offersOf(suppliers, index, each, packs.at(-1) ?? [unit, 1]),
    leadDays: 3 + (index % 5),
    ...(family.name === '复印纸' ? { quotaRules: [{ per: 'department', measure: 'quantity', limit: 5000 }] } : {}),
  })
  return {
    id,
    name: `${name} ${spec}`,
    unit,
    packs,
    price: each,
    min,
    quota,
    exchangeOld,
    stock: 0,
    isNeglected: false,
  }
}
