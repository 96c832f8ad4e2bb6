/** The question before a step of the course: submit with a common cause, approve with an opinion, post with a date. */
import { Checkbox } from 'antd'
import { useState } from 'react'
import { moneyText } from '../../../shared/office/money.ts'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { DateInput, TextInput } from '../../ui/inputs.tsx'
import { MiddleSheet } from '../../ui/middle-sheet.tsx'
import { CauseInput } from './variance-line.tsx'

export type Step = 'submit' | 'approve' | 'post' | 'reconcile'
type Shown = Output<'supplies.stocktake'>
type Answers = {
  readonly cause: string
  readonly leaveUncounted: boolean
  readonly opinion: string
  readonly date: string | undefined
}

/** All four steps behind one call. */
const useStep = ({ stocktake: { id }, heads }: Shown, step: Step) => {
  const submit = useCommand('supplies.submitStocktake')
  const approve = useCommand('supplies.approveStocktake')
  const post = useCommand('supplies.postStocktake')
  const reconcile = useCommand('supplies.reconcileStocktake')
  const basedOn = [...heads]
  const act = async ({ cause, leaveUncounted, opinion, date }: Answers): Promise<boolean> => {
    const why = cause.trim() === '' ? {} : { cause: cause.trim() }
    if (step === 'submit') return (await submit.act({ id, basedOn, leaveUncounted, ...why })).ok
    if (step === 'approve') return (await approve.act({ id, basedOn, opinion })).ok
    if (step === 'reconcile') return (await reconcile.act({ id, basedOn })).ok
    return (await post.act({ id, basedOn, ...(date === undefined ? {} : { date }) })).ok
  }
  const used = { submit, approve, post, reconcile }[step]
  return { act, fault: used.fault, isActing: used.isActing }
}

export const StocktakeStep = ({ shown, step, onClose }: { shown: Shown; step: Step; onClose: () => void }) => {
  const { t } = useWords()
  const { numbered, id } = shown.stocktake
  const { data } = useOperation('supplies.stocktakeLines', { id, view: 'variance' }, { subjects: ['stock_count'] })
  const [answers, setAnswers] = useState<Answers>({ cause: '', leaveUncounted: false, opinion: '', date: undefined })
  const set = (changes: Partial<Answers>) => setAnswers((before) => ({ ...before, ...changes }))
  const { act, fault, isActing } = useStep(shown, step)
  const go = async () => {
    if (!isActing && (await act(answers))) onClose()
  }
  const title = t(`supplies.stocktake.${step}.title`, { number: numbered.number })
  const totals = data?.totals
  return (
    <MiddleSheet title={title} onClose={onClose}>
      <EntryForm label={title} onSubmit={() => void go()}>
        <p>{t(`supplies.stocktake.${step}.what`)}</p>
        {totals && step !== 'reconcile' && (
          <p className="step-totals">
            {t('supplies.stocktake.totals', {
              ...totals,
              gainAmount: moneyText(totals.gainAmount),
              lossAmount: moneyText(totals.lossAmount),
            })}
          </p>
        )}
        <FaultNote fault={fault} />
        <Fields>
          {step === 'submit' && (
            <>
              <Field label={t('supplies.stocktake.common-cause')} path="cause" fault={fault} span={12}>
                <CauseInput value={answers.cause} onChange={(cause) => set({ cause })} />
              </Field>
              {totals !== undefined && totals.counted < totals.lines && (
                <Field label={t('field.leaveUncounted')} span={12}>
                  <Checkbox
                    checked={answers.leaveUncounted}
                    onChange={(event) => set({ leaveUncounted: event.target.checked })}
                    data-testid="leave-uncounted"
                  >
                    {t('supplies.stocktake.leave', { count: totals.lines - totals.counted })}
                  </Checkbox>
                </Field>
              )}
            </>
          )}
          {step === 'approve' && (
            <Field label={t('field.opinion')} path="opinion" fault={fault} span={12}>
              <TextInput value={answers.opinion} onChange={(opinion) => set({ opinion })} autoFocus testId="opinion" />
            </Field>
          )}
          {step === 'post' && (
            <Field
              label={t('supplies.field.date')}
              hint={t('supplies.stocktake.post.date')}
              path="date"
              fault={fault}
              span={6}
            >
              <DateInput value={answers.date} onChange={(date) => set({ date })} autoFocus />
            </Field>
          )}
        </Fields>
        <div className="confirm-acts">
          <ActButton onAct={onClose} keyName="Escape">
            {t('ui.cancel')}
          </ActButton>
          <ActButton kind="primary" keyName="Ctrl+Enter" onAct={() => void go()} isActing={isActing} testId="step-do">
            {t(`supplies.stocktake.${step}`)}
          </ActButton>
        </div>
      </EntryForm>
    </MiddleSheet>
  )
}
