/** People: a department that is not there yet is made; roles are never imported, since they grant rights. */
import { peopleOperations } from '../../people/operations.ts'
import type { Draft } from '../../journal/entry.ts'
import { parseCode, parseDate, parseText } from '../cells.ts'
import { keyOf, notePerson, type Facts } from '../facts.ts'
import type { ImportContext, Importer, RowAnswer, RowValues } from '../importer.ts'
import { fieldsOf, meet, textOf } from './field.ts'

const field = fieldsOf('person')

const departmentOf = (
  name: string,
  { facts, newId }: ImportContext,
): { department: { id: string; name: string }; drafts: Draft[] } => {
  const known = facts.departments.get(keyOf(name))
  if (known) return { department: known, drafts: [] }
  const department = { id: newId(), name }
  facts.departments.set(keyOf(name), department)
  return { department, drafts: [{ kind: 'department.added', subject: department.id, body: { name } }] }
}

const isKnown = (facts: Facts, staffNo: string): boolean => facts.peopleByNumber.has(keyOf(staffNo))

const toDrafts = (values: RowValues, context: ImportContext): RowAnswer => {
  const { department: departmentName, ...rest } = values
  const checked = meet(peopleOperations['people.add'].input, rest)
  const named =
    departmentName === undefined
      ? undefined
      : meet(peopleOperations['departments.add'].input, { name: departmentName }, { name: 'department' })
  if ('objections' in checked) return checked
  if (named && 'objections' in named) return named
  const { name, staffNo, post, phone, employedFrom, employedTo } = checked.input
  if (isKnown(context.facts, staffNo)) return { known: true }
  if (employedFrom !== undefined && employedTo !== undefined && employedTo < employedFrom)
    return { objections: [{ field: 'employedTo', reason: 'invalid.cell.date-before' }] }
  const made = named ? departmentOf(named.input.name, context) : undefined
  const id = context.newId()
  notePerson(context.facts, { id, name, staffNo, post })
  const body = { name, staffNo, department: made?.department, post, phone, employedFrom, employedTo, roles: [] }
  return { drafts: [...(made?.drafts ?? []), { kind: 'person.added', subject: id, body }] }
}

export const peopleImporter: Importer = {
  target: 'people',
  uniqueBy: (values) => textOf(values, 'staffNo'),
  uniqueField: 'staffNo',
  fields: [
    field('staffNo', parseCode, {
      required: true,
      zh: ['员工编号', '员工号', '人员编号', '职工号', '员工工号', '编号', '工牌号'],
      en: ['staff number', 'employee no', 'employee id', 'staff id', 'id', 'no'],
    }),
    field('name', parseText, {
      required: true,
      zh: ['名字', '员工姓名', '人员姓名', '职工姓名'],
      en: ['full name', 'employee name'],
    }),
    field('department', parseText, {
      zh: ['所属部门', '部门名称', '所在部门', '科室', '单位部门'],
      en: ['dept', 'division'],
    }),
    field('post', parseText, {
      zh: ['职务', '职位', '岗位名称', '职称'],
      en: ['position', 'title', 'job title', 'role'],
    }),
    field('phone', parseCode, {
      zh: ['手机', '手机号', '联系电话', '手机号码', '电话号码', '联系方式'],
      en: ['mobile', 'telephone', 'tel', 'phone number'],
    }),
    field('employedFrom', parseDate, {
      zh: ['入职时间', '入职日', '到岗日期', '参加工作时间'],
      en: ['hire date', 'start date', 'joined'],
    }),
    field('employedTo', parseDate, { zh: ['离职时间', '离职日', '离岗日期'], en: ['leave date', 'end date', 'left'] }),
  ],
  toDrafts,
}
