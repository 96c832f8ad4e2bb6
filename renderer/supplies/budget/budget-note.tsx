/** What is left this month of the budget of a recipient's department: one quiet line at the counter, which stops nobody. */
import { figures } from '../../../shared/office/money.ts'
import { useOperation } from '../../shell/queries.ts'
import { useWords } from '../../shell/words.tsx'

const touching = { subjects: ['supply_budget', 'supply_slip'] }

export const BudgetNote = ({ recipient }: { recipient: string }) => {
  const { t } = useWords()
  const { data } = useOperation('supplies.budgetLeft', { recipient }, touching)
  const budget = data?.budget
  if (budget === undefined) return null
  const { department, month, planned, used, left } = budget
  const said = { department, month: Number(month.slice(5)), planned: figures(planned), used: figures(used) }
  return (
    <p className={left < 0 ? 'is-care' : 'quiet'} data-testid="budget-left">
      {left < 0
        ? t('supplies.budget.over-line', { ...said, over: figures(-left) })
        : t('supplies.budget.left-line', { ...said, left: figures(left) })}
    </p>
  )
}
