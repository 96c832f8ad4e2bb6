/** What can be done with a stocktake as it stands: print, submit, approve, return, post, reconcile, cancel. */
import { useState } from 'react'
import { DocumentPreview } from '../../documents/document-preview.tsx'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmReason } from '../../ui/confirm-reason.tsx'
import { StocktakeStep, type Step } from './step.tsx'
import { ExportButton } from '../../tables/export-button.tsx'

type Shown = Output<'supplies.stocktake'>
type Asking = 'return' | 'cancel'

/** The one step that leads on from each state, and who may take it. */
const useNextStep = ({ stocktake }: Shown): Step | undefined => {
  const { may } = useSession()
  const { state } = stocktake
  if (state === 'counting') return may('supplies.manage') ? 'submit' : undefined
  if (state === 'submitted') return may('supplies.approve') ? 'approve' : undefined
  if (state === 'approved') return may('supplies.manage') ? 'post' : undefined
  return state === 'posted' && may('supplies.manage') ? 'reconcile' : undefined
}

const AskReason = ({ shown, asking, onClose }: { shown: Shown; asking: Asking; onClose: () => void }) => {
  const { t } = useWords()
  const giveBack = useCommand('supplies.returnStocktake')
  const cancel = useCommand('supplies.cancelStocktake')
  const { id, numbered } = shown.stocktake
  const confirm = async (reason: string) => {
    const answer =
      asking === 'return'
        ? await giveBack.act({ id, reason })
        : await cancel.act({ id, reason, basedOn: [...shown.heads] })
    if (answer.ok) onClose()
  }
  return (
    <ConfirmReason
      title={t(`supplies.stocktake.${asking}.title`, { number: numbered.number })}
      doLabel={t(`supplies.stocktake.${asking}`)}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={onClose}
      fault={giveBack.fault ?? cancel.fault}
      isActing={giveBack.isActing || cancel.isActing}
    >
      <p>{t(`supplies.stocktake.${asking}.what`)}</p>
    </ConfirmReason>
  )
}

export const StocktakeActs = ({ shown, view }: { shown: Shown; view: 'count' | 'variance' }) => {
  const { t } = useWords()
  const { may } = useSession()
  const [step, setStep] = useState<Step>()
  const [asking, setAsking] = useState<Asking>()
  const [isPreviewed, setIsPreviewed] = useState(false)
  const next = useNextStep(shown)
  const { id, state } = shown.stocktake
  const isWaiting = state === 'submitted' || state === 'approved'
  return (
    <>
      {may('documents.read') && (
        <ActButton keyName="Ctrl+p" onAct={() => setIsPreviewed(true)} testId="print-stocktake">
          {t('supplies.stocktake.print')}
        </ActButton>
      )}
      <ExportButton list="stocktake" filter={{ stocktake: id }} />
      {state === 'counting' && may('supplies.manage') && (
        <ActButton keyName="Ctrl+Delete" onAct={() => setAsking('cancel')}>
          {t('supplies.stocktake.cancel')}
        </ActButton>
      )}
      {isWaiting && (may('supplies.manage') || may('supplies.approve')) && (
        <ActButton kind="no" keyName="Ctrl+Backspace" onAct={() => setAsking('return')} testId="return-stocktake">
          {t('supplies.stocktake.return')}
        </ActButton>
      )}
      {next !== undefined && (next !== 'submit' || view === 'variance') && next !== 'reconcile' && (
        <ActButton kind="primary" keyName="Ctrl+Enter" onAct={() => setStep(next)} testId={`${next}-stocktake`}>
          {t(`supplies.stocktake.${next}`)}
        </ActButton>
      )}
      {next === 'reconcile' && <ReconcileButton id={id} onAct={() => setStep('reconcile')} />}
      {step !== undefined && <StocktakeStep shown={shown} step={step} onClose={() => setStep(undefined)} />}
      {asking !== undefined && <AskReason shown={shown} asking={asking} onClose={() => setAsking(undefined)} />}
      {isPreviewed && <DocumentPreview form="stocktake-sheet" subject={id} onClose={() => setIsPreviewed(false)} />}
    </>
  )
}

/** Offered only where something arrived late. */
const ReconcileButton = ({ id, onAct }: { id: string; onAct: () => void }) => {
  const { t } = useWords()
  const { data } = useOperation(
    'supplies.stocktakeLines',
    { id, view: 'variance' },
    { subjects: ['stocktake', 'supply_slip'] },
  )
  const late = data?.lines.filter((line) => line.late !== undefined).length ?? 0
  if (late === 0) return null
  return (
    <ActButton kind="primary" keyName="Ctrl+Enter" onAct={onAct} testId="reconcile-stocktake">
      {t('supplies.stocktake.reconcile')}
    </ActButton>
  )
}
