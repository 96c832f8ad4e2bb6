/** How delegations read in lists and drawers: how one stands, also where it fell with one above it. */
import type { RowOf } from '../shell/contract.ts'
import { useWords } from '../shell/words.tsx'

type Row = RowOf<'delegations.list'>

/** @param isFull names the delegation it fell with */
export const StateMark = ({ row, isFull = false }: { row: Pick<Row, 'state' | 'fell'>; isFull?: boolean }) => {
  const { t } = useWords()
  if (row.fell !== undefined) {
    const full = t('revocations.fell', { number: row.fell.number })
    return (
      <span className="delegation-state is-revoked" title={full}>
        {isFull ? `${full} · ${row.fell.on}` : t('revocations.fell-brief')}
      </span>
    )
  }
  return <span className={`delegation-state is-${row.state}`}>{t(`delegations.state.${row.state}`)}</span>
}
