/** What is on its way of an item that runs low: asked for, and ordered, told apart. */
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'

/** @param enabled only the list of what runs low asks */
export const useComing = (enabled: boolean): ((item: { id: string }) => string) => {
  const { t } = useWords()
  const { data } = useOperation('supplies.onOrder', {}, { enabled, subjects: ['purchase_request', 'supply_slip'] })
  const known = new Map(data?.rows.map((row) => [row.item, row]))
  return ({ id }) => {
    const { requested = 0, ordered = 0 } = known.get(id) ?? {}
    return [
      ...(requested > 0 ? [t('buying.requested', { base: requested })] : []),
      ...(ordered > 0 ? [t('buying.ordered', { base: ordered })] : []),
    ].join(' · ')
  }
}
