/** Small parts that the stocktake pages share: progress, scope and time in words. */
import { localTime } from '../../../shared/office/dates.ts'
import type { StocktakeState } from '../../../shared/supplies/stocktake/states.ts'
import type { Output } from '../../shell/contract.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'

type Scoped = Pick<Output<'supplies.stocktake'>['stocktake'], 'scope'>

/** 盘点中 · 待审批 …, with care where somebody is waited for. */
export const TakeState = ({ state }: { state: StocktakeState }) => {
  const { t } = useWords()
  return (
    <span className={`take-state is-${state}`} data-testid="stocktake-state">
      {t(`supplies.stocktake.state.${state}`)}
    </span>
  )
}

/** 已盘 37 / 60, as a bar and in figures. */
export const CountProgress = ({ counted, lines }: { counted: number; lines: number }) => {
  const { t } = useWords()
  const share = lines === 0 ? 0 : Math.min(1, counted / lines)
  return (
    <span className="take-progress" title={t('supplies.stocktake.counted-of', { counted, lines })}>
      <span className="take-bar" aria-hidden="true">
        <span className="take-fill" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="take-figure" data-testid="count-progress">
        {counted} / {lines}
      </span>
    </span>
  )
}

/** 全部 · A区、B区 · 低值易耗 · 文具 */
export const useScopeText = (): ((row: Scoped) => string) => {
  const { t, list } = useWords()
  return ({ scope: { locations, category, groups } }) => {
    const parts = [
      locations && list(locations),
      category && t(`supplies.category.${category}`),
      groups && list(groups),
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? t('supplies.stocktake.scope.all') : parts.join(' · ')
  }
}

/** An instant at the office's time, `2026-11-24 18:00`. */
export const useTimeText = (): ((instant: number) => string) => {
  const { office } = useSession()
  return (instant) => localTime(instant, office.zone ?? 'Asia/Shanghai')
}
