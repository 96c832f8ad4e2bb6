/** The labels to print: which items, in which unit, how many of each. */
import type { ItemRow, Offer } from '../../../shared/supplies/operations.ts'
import { unitsOf } from '../../../shared/supplies/items/units.ts'

export type LabelRow = {
  readonly key: string
  readonly item: string
  readonly code: string
  readonly name: string
  /** Units that something can be scanned for: the base unit, and packs with a barcode of their own. */
  readonly units: readonly string[]
  readonly unit: string
  readonly copies: number | undefined
}

export const scannableUnits = (item: Pick<ItemRow, 'unit' | 'packs' | 'barcodes'>): string[] =>
  unitsOf(item).filter(
    (unit) => unit === item.unit || item.barcodes.some((each) => each.unit === unit && each.amount === 1),
  )

const rowOf = (item: ItemRow, wanted: string, copies: number): LabelRow => {
  const units = scannableUnits(item)
  const unit = units.includes(wanted) ? wanted : item.unit
  return { key: `${item.id} ${unit}`, item: item.id, code: item.code, name: item.name, units, unit, copies }
}

/** What was scanned once more is printed once more, and stands last, where `*3` means it. */
export const addLabel = (rows: readonly LabelRow[], { item, unit }: Pick<Offer, 'item' | 'unit'>): LabelRow[] => {
  const row = rowOf(item, unit, 1)
  const same = rows.find(({ key }) => key === row.key)
  return [
    ...rows.filter(({ key }) => key !== row.key),
    same ? { ...same, copies: Math.min(500, (same.copies ?? 0) + 1) } : row,
  ]
}

/** Items of a list, one label each; those that are there already stay as they are. */
export const addItems = (rows: readonly LabelRow[], items: readonly ItemRow[]): LabelRow[] => [
  ...rows,
  ...items.filter(({ id }) => rows.every((row) => row.item !== id)).map((item) => rowOf(item, item.unit, 1)),
]

/** Changes one row; another unit makes it the row of that unit, and takes the place of one that was there. */
export const changeLabel = (
  rows: readonly LabelRow[],
  key: string,
  changes: Partial<Pick<LabelRow, 'unit' | 'copies'>>,
): LabelRow[] => {
  const changed = rows.map((row) =>
    row.key === key ? { ...row, ...changes, key: `${row.item} ${changes.unit ?? row.unit}` } : row,
  )
  return changed.filter((row, index) => changed.findIndex((each) => each.key === row.key) === index)
}

/**
 * `*3` sets the copies of the last row, `-` takes it away.
 * @returns undefined where the text is no short command
 */
export const shortLabel = (rows: readonly LabelRow[], text: string): LabelRow[] | undefined => {
  const last = rows.at(-1)
  if (text === '-') return rows.slice(0, -1)
  const copies = /^[*×xX]\s?(\d{1,3})$/.exec(text)?.[1]
  if (copies === undefined || !last) return undefined
  return Number(copies) === 0 ? rows.slice(0, -1) : changeLabel(rows, last.key, { copies: Number(copies) })
}
