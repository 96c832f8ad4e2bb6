/** One stocktake: counted on one side, its differences and course on the other. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { useOperation } from '../../shell/queries.ts'
import type { PageProps } from '../../shell/registers.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Page } from '../../ui/page.tsx'
import { CountSheet } from './count-sheet.tsx'
import { StocktakeActs } from './acts.tsx'
import { TakeState, useScopeText, useTimeText } from './parts.tsx'
import { VarianceSheet } from './variance-sheet.tsx'
import { useKeys } from '../../shell/keys.tsx'
import './stocktake.css'

type View = 'count' | 'variance'

export const StocktakePage = ({ params }: PageProps) => {
  const { t } = useWords()
  const { may } = useSession()
  const id = params['id'] ?? ''
  const { data, fault, again } = useOperation('supplies.stocktake', { id }, { subjects: ['stocktake', 'stock_count'] })
  const [chosen, setChosen] = useState<View>()
  const mayJudge = may('supplies.manage') || may('supplies.approve')
  const stocktake = data?.stocktake
  const usual: View = stocktake?.state === 'counting' || !mayJudge ? 'count' : 'variance'
  const view = mayJudge ? (chosen ?? usual) : 'count'
  useKeys({ F8: () => setChosen(view === 'count' ? 'variance' : 'count') }, { isActive: mayJudge })
  const scopeText = useScopeText()
  const timeText = useTimeText()
  const about = stocktake && (
    <>
      <TakeState state={stocktake.state} />
      {mayJudge && (
        <span className="take-views">
          <Segmented<View>
            value={view}
            options={[
              { value: 'count', label: t('supplies.stocktake.view.count') },
              { value: 'variance', label: t('supplies.stocktake.view.variance') },
            ]}
            onChange={setChosen}
          />
          <KeyCap name="F8" />
        </span>
      )}
      <span className="quiet take-about">
        {[
          scopeText(stocktake),
          t('supplies.stocktake.cutoff-at', { time: timeText(stocktake.cutoff) }),
          stocktake.isBlind ? t('supplies.stocktake.blind') : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
  return (
    <Page
      title={stocktake?.numbered.number ?? t('supplies.stocktakes.title')}
      about={about}
      actions={data && <StocktakeActs shown={data} view={view} />}
    >
      <FaultNote fault={fault} onRetry={again} />
      {stocktake &&
        (view === 'count' ? (
          <CountSheet key={id} stocktake={stocktake} />
        ) : (
          <VarianceSheet key={id} stocktake={stocktake} />
        ))}
    </Page>
  )
}
