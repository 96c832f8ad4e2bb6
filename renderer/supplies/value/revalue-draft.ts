/** What is typed into a sheet of cost differences, and what is sent of it. */
import type { DeskFault } from '../../shell/call.ts'
import type { Chosen } from '../../ui/record-picker.tsx'

export const ways = ['more', 'less'] as const

export type RevalueLine = {
  readonly key: number
  readonly item: Chosen | undefined
  readonly way: (typeof ways)[number]
  /** Minor units, never below nothing: the way says the sign. */
  readonly amount: number | undefined
}

export const blankLine = (key: number, item?: Chosen): RevalueLine => ({ key, item, way: 'more', amount: undefined })

export const isBlank = ({ item, amount }: RevalueLine): boolean => item === undefined && amount === undefined

/** Lines in which something stands; of an empty sheet its first one, so that what is missing is said at its fields. */
export const sentLines = (lines: readonly RevalueLine[]): { item: string; amount: number }[] => {
  const filled = lines.filter((line) => !isBlank(line))
  return (filled.length === 0 ? lines.slice(0, 1) : filled).map(({ item, way, amount = 0 }) => ({
    item: item?.id ?? '',
    amount: amount === 0 ? 0 : way === 'less' ? -amount : amount,
  }))
}

/** Whether the office refused because of this line's amount. */
export const isRefusedFor = (fault: DeskFault, { item, amount }: RevalueLine): boolean =>
  (fault.code === 'value-below-zero' && fault.item === item?.name) ||
  (fault.code === 'nothing-to-revalue' && (amount ?? 0) === 0)
