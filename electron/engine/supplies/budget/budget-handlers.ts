/** Handlers of the budgets. */
import { isRefusal, refuse } from '../../../../shared/api/fault.ts'
import { localTime, monthOf, yearOf } from '../../../../shared/office/dates.ts'
import { amountsOf, budgetId } from '../../../../shared/supplies/budget/budget.ts'
import type { budgetOperations } from '../../../../shared/supplies/budget/budget-operations.ts'
import { decideBudget, isYearClosed } from '../../../../shared/supplies/budget/budget-rules.ts'
import type { Handlers } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import type { SupplyDeps } from '../deps.ts'
import { noMonths, usedIn } from '../reports/months.ts'
import { stockClosedThrough } from '../store.ts'
import { budgetOf, budgetsOf, headsOfBudget, usedInMonth } from './budget-store.ts'

export const budgetHandlers = (deps: SupplyDeps): Handlers<typeof budgetOperations> => ({
  'supplies.budgets': (reading, { year }) => {
    const { db } = reading
    const budgets = budgetsOf(db, year)
    const used = new Map(usedIn(db, year, 'department').map(({ row, months }) => [row.key, months]))
    const rows = deps.departments(reading).map(({ id, name }) => {
      const found = budgets.get(id)
      return {
        department: { id, name },
        ...(found ? { amounts: found.amounts, set: found.budget.set } : {}),
        used: used.get(id) ?? noMonths(),
      }
    })
    return { rows, isClosed: isYearClosed(year, stockClosedThrough(db)) }
  },
  'supplies.budget': (reading, { department: id, year }) => {
    const { db } = reading
    const department = deps.departments(reading).find((one) => one.id === id)
    if (!department) return refuse({ code: 'not-found', what: 'department', id })
    const [amounts, before] = [year, year - 1].map((one) => amountsOf(budgetOf(db, id, one)))
    return {
      id: budgetId(id, year),
      department,
      ...(amounts ? { amounts } : {}),
      ...(before ? { before } : {}),
      usedBefore: usedIn(db, year - 1, 'department').find(({ row }) => row.key === id)?.months ?? noMonths(),
      heads: headsOfBudget(db, budgetId(id, year)),
      isClosed: isYearClosed(year, stockClosedThrough(db)),
    }
  },
  'supplies.budgetSet': (act, { department: id, year, basedOn, amounts, reason }) => {
    const department = deps.departments(act).find((one) => one.id === id)
    if (!department) return refuse({ code: 'not-found', what: 'department', id })
    const subject = budgetId(id, year)
    const stale = refuseStale(act, 'supply_budget', subject, basedOn)
    if (stale) return stale
    const draft = decideBudget(
      { department, year, amounts, reason },
      {
        before: budgetOf(act.db, id, year),
        isDisputed: headsOfBudget(act.db, subject).length > 1,
        closedThrough: stockClosedThrough(act.db),
        by: { id: act.actor.person, name: act.actor.name },
        at: localTime(act.now, act.zone),
      },
    )
    if (isRefusal(draft)) return draft
    act.enter(draft)
    return { id: subject }
  },
  'supplies.budgetLeft': (reading, { recipient }) => {
    const { db, today } = reading
    const department = deps.person(reading, recipient)?.department
    if (!department) return {}
    const month = monthOf(today)
    const amounts = amountsOf(budgetOf(db, department.id, yearOf(today)))
    if (!amounts) return {}
    const planned = amounts[Number(month.slice(5)) - 1] ?? 0
    const used = usedInMonth(db, department.id, month)
    return { budget: { department: department.name, month, planned, used, left: planned - used } }
  },
})
