/** Budgets 物资预算: a row is a department's year; it becomes the same entry that the page makes, and changes nothing where nothing changed. */
import { isRefusal } from '../../api/fault.ts'
import { budgetId } from '../../supplies/budget/budget.ts'
import { budgetOperations } from '../../supplies/budget/budget-operations.ts'
import { decideBudget } from '../../supplies/budget/budget-rules.ts'
import { monthKeys } from '../../supplies/reports/operations.ts'
import { parseCount, parseMoney, parseText } from '../cells.ts'
import { keyOf } from '../facts.ts'
import type { ImportContext, Importer, Objection, RowAnswer, RowValues } from '../importer.ts'
import { fieldsOf, meet, numberOf, textOf } from './field.ts'

const field = fieldsOf('budget')

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const short = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Where the operation's problems stand in the row: `amounts.2` is March. */
const monthAt: Readonly<Record<string, string>> = Object.fromEntries(
  monthKeys.map((key, month) => [`amounts.${month}`, key]),
)

const objection = (name: string, reason: string, detail?: string): RowAnswer => ({
  objections: [{ field: name, reason, detail }],
})

const toDrafts = (values: RowValues, { facts, actor, at }: ImportContext): RowAnswer => {
  const name = textOf(values, 'department') ?? ''
  const department = facts.departments.get(keyOf(name))
  if (!department) return objection('department', 'invalid.cell.department-unknown', name)
  const amounts = monthKeys.map((key) => numberOf(values, key))
  // An exported list names the departments without a budget too: a row to be filled in.
  if (amounts.every((amount) => amount === undefined)) return { known: true }
  const missing = monthKeys.flatMap((key, month): Objection[] =>
    amounts[month] === undefined ? [{ field: key, reason: 'invalid.required' }] : [],
  )
  if (missing.length > 0) return { objections: missing }
  const year = numberOf(values, 'year')
  const input = { department: department.id, year, amounts, reason: textOf(values, 'reason') }
  const checked = meet(budgetOperations['supplies.budgetSet'].input, input, monthAt)
  if ('objections' in checked) return checked
  const wanted = { ...checked.input, department }
  const before = facts.budgets.get(budgetId(department.id, wanted.year))
  const draft = decideBudget(wanted, {
    before: before?.budget,
    isDisputed: before?.isDisputed ?? false,
    closedThrough: facts.stockClosedThrough,
    by: actor,
    at,
  })
  if (!isRefusal(draft)) return { drafts: [draft] }
  const { refused } = draft
  if (refused.code === 'budget-year-closed')
    return objection('year', 'invalid.cell.budget-closed', refused.closedThrough)
  return refused.code === 'budget-unchanged' ? { known: true } : objection('reason', 'invalid.required')
}

export const budgetImporter: Importer = {
  target: 'budgets',
  uniqueBy: (values) => `${textOf(values, 'department') ?? ''} ${numberOf(values, 'year') ?? ''}`,
  uniqueField: 'department',
  fields: [
    field('department', parseText, {
      required: true,
      zh: ['部门名称', '所属部门', '使用部门', '预算部门', '科室'],
      en: ['dept', 'department name', 'division'],
    }),
    field('year', parseCount, {
      required: true,
      zh: ['年份', '年', '预算年度', '预算年份', '会计年度'],
      en: ['budget year', 'fiscal year'],
    }),
    ...monthKeys.map((key, month) =>
      field(key, parseMoney, {
        zh: [
          `${numerals[month]}月`,
          `${month + 1}月份`,
          `${numerals[month]}月份`,
          `${month + 1}月预算`,
          `${month + 1}`,
        ],
        en: [short[month] ?? '', `month ${month + 1}`],
      }),
    ),
    field('reason', parseText, {
      zh: ['原因', '调整原因', '更改原因', '说明', '备注'],
      en: ['reason', 'reason for change', 'remarks'],
    }),
  ],
  toDrafts,
}
