/** The lines of a slip while it is being filled: scanning adds up, short commands change the last line. */
import type { Offer } from '../../../shared/supplies/operations.ts'

/** What a line keeps; stock and quota are asked anew, since they change while the slip lies open. */
export type EntryLine = {
  readonly key: string
  readonly item: string
  readonly name: string
  readonly unit: string
  readonly quantity: number | undefined
  readonly oldReturned: boolean
  /** Minor units for one entered unit; received goods only. */
  readonly price: number | undefined
  /** Where from, when another place than the item's own was chosen; moved goods only. */
  readonly from?: string
  /** 申领数, where more was asked for than is issued. */
  readonly asked?: number | undefined
  /** A lot that was chosen; without one the first to expire. Of received goods the lot that came, and its date. */
  readonly lot?: string | undefined
  readonly expiry?: string | undefined
  /** Which line of the request it fills. */
  readonly requestLine?: number
}

/** Whether something was asked for that is not issued now. */
export const isPartial = (lines: readonly EntryLine[]): boolean =>
  lines.some(({ asked, quantity }) => asked !== undefined && asked > (quantity ?? 0))

/** A scanned offer joins the line of the same item and unit, or becomes a new one at the end. */
export const addOffer = (lines: readonly EntryLine[], { item, unit, amount }: Offer): EntryLine[] => {
  const key = `${item.id} ${unit}`
  const same = lines.find((line) => line.key === key)
  if (!same)
    return [
      ...lines,
      { key, item: item.id, name: item.name, unit, quantity: amount, oldReturned: false, price: undefined },
    ]
  // The line moves to the end, so that what was scanned last is what short commands mean.
  return [...lines.filter((line) => line !== same), { ...same, quantity: (same.quantity ?? 0) + amount }]
}

export const changeLine = (lines: readonly EntryLine[], key: string, changes: Partial<EntryLine>): EntryLine[] =>
  lines.map((line) => (line.key === key ? { ...line, ...changes } : line))

/** The same line in another unit; joins the line that already has it. */
export const changeUnit = (lines: readonly EntryLine[], key: string, unit: string): EntryLine[] => {
  const line = lines.find((each) => each.key === key)
  if (!line || line.unit === unit) return [...lines]
  const next = `${line.item} ${unit}`
  const same = lines.find((each) => each.key === next)
  if (!same) return changeLine(lines, key, { key: next, unit })
  const joined = changeLine(lines, next, { quantity: (same.quantity ?? 0) + (line.quantity ?? 0) })
  return joined.filter((each) => each.key !== key)
}

/**
 * `*3` or `*0.5` sets the quantity of the last line, `-` removes it; `/10` says that ten were asked for, the rest to come later.
 * @returns undefined where the text is no short command
 */
export const shortCommand = (lines: readonly EntryLine[], text: string): EntryLine[] | undefined => {
  const last = lines.at(-1)
  if (text === '-') return lines.slice(0, -1)
  const asked = /^[/／]\s?(\d{1,6})$/.exec(text)?.[1]
  if (asked !== undefined && last) return changeLine(lines, last.key, { asked: Number(asked) })
  const quantity = /^[*×xX]\s?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text)?.[1]
  if (quantity === undefined || !last) return undefined
  return Number(quantity) === 0 ? lines.slice(0, -1) : changeLine(lines, last.key, { quantity: Number(quantity) })
}

/**
 * Does a short command on the lines as they are in that moment, not as the page last drew them: a scanner is quicker.
 * @returns whether it was one
 */
export const doShort = (
  change: (next: (lines: readonly EntryLine[]) => readonly EntryLine[]) => void,
  text: string,
): boolean => {
  let isDone = false
  change((before) => {
    const after = shortCommand(before, text)
    isDone = after !== undefined
    return after ?? before
  })
  return isDone
}
