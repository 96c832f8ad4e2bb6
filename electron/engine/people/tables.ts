/** Rows of people and departments. */
import { departmentType, personType } from '../../../shared/people/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const peopleTables = [
  derivedTable(
    personType,
    { staffNo: '$.staffNo', name: '$.name', post: '$.post', department: '$.department.id', employedTo: '$.employedTo' },
    ['staffNo', 'name', 'post'],
  ),
  derivedTable(departmentType, { name: '$.name' }),
]
