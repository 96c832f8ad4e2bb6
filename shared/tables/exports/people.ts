/** The lists of people and departments. */
import type { Department, Person } from '../../people/subjects.ts'
import { column, listed, type Exporter } from '../exporter.ts'

export const peopleExport: Exporter<Person> = {
  list: 'people',
  title: 'tables.list.people',
  columns: [
    column('tables.field.person.staffNo', 'text', ({ staffNo }) => staffNo, 12),
    column('tables.field.person.name', 'text', ({ name }) => name, 14),
    column('tables.field.person.department', 'text', ({ department }) => department?.name),
    column('tables.field.person.post', 'text', ({ post }) => post),
    column('tables.field.person.phone', 'text', ({ phone }) => phone),
    column('tables.field.person.employedFrom', 'date', ({ employedFrom }) => employedFrom),
    column('tables.field.person.employedTo', 'date', ({ employedTo }) => employedTo),
    column(
      'tables.column.person.roles',
      'text',
      ({ roles }, word) =>
        listed(
          roles.map((role) => word(`people.role.${role}`)),
          word,
        ),
      24,
    ),
  ],
}

export type DepartmentRow = Department & { headName: string | undefined }

export const departmentExport: Exporter<DepartmentRow> = {
  list: 'departments',
  title: 'tables.list.departments',
  columns: [
    column('tables.field.person.department', 'text', ({ name }) => name),
    column('tables.column.department.code', 'text', ({ code }) => code),
    column('tables.column.department.costCentre', 'text', ({ costCentre }) => costCentre),
    column('tables.column.department.head', 'text', ({ headName }) => headName),
  ],
}
