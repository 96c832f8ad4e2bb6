/** Rows of people and departments. */
import { departmentType, personType } from '../../../shared/people/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const peopleTables = [
  derivedTable(
    personType,
    { staffNo: '$.staffNo', name: '$.name', department: '$.department.id', employedTo: '$.employedTo' },
    ['staffNo', 'name'],
  ),
  derivedTable(departmentType, { name: '$.name' }),
]
