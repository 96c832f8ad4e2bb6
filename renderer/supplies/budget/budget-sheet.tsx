/** The twelve months of a department's budget, typed one after the other, all alike, or as last year; with its history. */
import { useState, type FocusEvent } from 'react'
import { figures } from '../../../shared/office/money.ts'
import type { Output } from '../../shell/contract.ts'
import { useCommand, useOperation } from '../../shell/queries.ts'
import { useSession } from '../../shell/session.tsx'
import { useWords } from '../../shell/words.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { EntryForm, Field, Fields } from '../../ui/form.tsx'
import { History } from '../../ui/history.tsx'
import { MoneyInput, TextInput } from '../../ui/inputs.tsx'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { changeMonth, fillAll, noAmounts, sentOf, sumOf, type Typed } from './amounts.ts'

type Props = {
  readonly department: { readonly id: string; readonly name: string }
  readonly year: number
  /** With the line that says what was entered. */
  readonly onDone: (said: string) => void
  readonly onClose: () => void
}

type Budget = Output<'supplies.budget'>

/** Render it only while it is open. */
export const BudgetSheet = (props: Props) => {
  const { t } = useWords()
  const { department, year, onClose } = props
  const { data, fault, again } = useOperation(
    'supplies.budget',
    { department: department.id, year },
    { subjects: ['supply_budget'] },
  )
  return (
    <SideSheet title={t('supplies.budget.of', { department: department.name, year })} onClose={onClose} width={760}>
      <FaultNote fault={fault} onRetry={again} />
      {data !== undefined && (
        <>
          <BudgetForm key={data.heads.join()} {...props} budget={data} />
          {data.heads.length > 0 && <History subject={data.id} />}
        </>
      )}
    </SideSheet>
  )
}

/** Which of the months has the focus. */
const monthIn = (event: FocusEvent<HTMLDivElement>): number =>
  [...event.currentTarget.querySelectorAll('input')].findIndex((input) => input === event.target)

/** What stands in the fields, and how many were put there at once: fields that were typed in show it only when made anew. */
const useAmounts = (initial: Typed) => {
  const [amounts, setAmounts] = useState(initial)
  const [round, setRound] = useState(0)
  return {
    amounts,
    round,
    setAmounts,
    putAll: (all: Typed) => {
      setAmounts(all)
      setRound((before) => before + 1)
    },
  }
}

const BudgetForm = ({ department, year, budget, onDone, onClose }: Props & { readonly budget: Budget }) => {
  const { t, tOf } = useWords()
  const { may } = useSession()
  const save = useCommand('supplies.budgetSet')
  const { amounts, round, setAmounts, putAll } = useAmounts(budget.amounts ?? noAmounts)
  const [inHand, setInHand] = useState(0)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<readonly number[]>([])
  const mayChange = may('supplies.manage') && !budget.isClosed
  const { before, usedBefore } = budget
  const submit = async () => {
    if (save.isActing || !mayChange) return
    const sent = sentOf(amounts)
    if ('missing' in sent) return setMissing(sent.missing)
    setMissing([])
    const of = { department: department.id, year, basedOn: budget.heads }
    const answer = await save.act({ ...of, amounts: sent.amounts, ...(reason.trim() === '' ? {} : { reason }) })
    if (answer.ok) onDone(`${department.name} ${year} · ${t('supplies.budget.sum', { sum: figures(sumOf(amounts)) })}`)
  }
  return (
    <EntryForm label={t('supplies.budget.title')} onSubmit={() => void submit()}>
      <p className="quiet">{t(budget.isClosed ? 'supplies.budget.closed' : 'supplies.budget.fill.hint', { year })}</p>
      <div key={round} onFocus={(event) => setInHand(monthIn(event))}>
        <Fields>
          {amounts.map((amount, month) => (
            <Field
              key={month}
              label={tOf(`reports.month.${month + 1}`)}
              hint={t('supplies.budget.used-before', { amount: figures(usedBefore[month] ?? 0) })}
              path={`amounts.${month}`}
              fault={save.fault}
              problem={missing.includes(month) && amount === undefined ? t('invalid.required') : undefined}
              span={3}
            >
              <MoneyInput
                value={amount}
                onChange={(changed) => setAmounts((all) => changeMonth(all, month, changed))}
                autoFocus={month === 0}
                isDisabled={!mayChange}
                testId={`budget-${month + 1}`}
              />
            </Field>
          ))}
        </Fields>
      </div>
      <p>
        <strong data-testid="budget-sum">{t('supplies.budget.sum', { sum: figures(sumOf(amounts)) })}</strong>
      </p>
      {budget.amounts !== undefined && mayChange && (
        <Fields>
          <Field
            label={t('ui.reason')}
            hint={t('supplies.budget.reason.hint')}
            path="reason"
            fault={save.fault}
            span={12}
            isRequired
          >
            <TextInput value={reason} onChange={setReason} testId="budget-reason" />
          </Field>
        </Fields>
      )}
      <FaultNote fault={save.fault} />
      <div className="form-acts">
        <ActButton keyName="Escape" onAct={onClose}>
          {t('ui.cancel')}
        </ActButton>
        {mayChange && (
          <>
            <ActButton keyName="Alt+g" onAct={() => setAmounts(fillAll(amounts, inHand))} testId="budget-fill">
              {t('supplies.budget.fill')}
            </ActButton>
            <ActButton
              keyName="Alt+l"
              isDisabled={before === undefined}
              onAct={() => before !== undefined && putAll(before)}
              testId="budget-copy"
            >
              {t('supplies.budget.copy')}
            </ActButton>
            <ActButton keyName="Alt+u" onAct={() => putAll(usedBefore.map((used) => Math.max(0, used)))}>
              {t('supplies.budget.copy-used')}
            </ActButton>
            <ActButton
              kind="primary"
              keyName="Ctrl+Enter"
              onAct={() => void submit()}
              isActing={save.isActing}
              testId="budget-save"
            >
              {t('supplies.budget.set')}
            </ActButton>
          </>
        )}
      </div>
    </EntryForm>
  )
}
