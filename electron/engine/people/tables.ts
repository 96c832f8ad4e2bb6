/** Rows of people and departments. */
import { departmentType, personType } from '../../../shared/people/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const peopleTables = [
  derivedTable(
    personType,
    {
      staffNo: '$.staffNo',
      name: '$.name',
      post: '$.post',
      moved: '$.posts[1].from',
      department: '$.department.id',
      employedTo: '$.employedTo',
    },
    ['staffNo', 'name', 'post', 'moved where moved is not null'],
  ),
  derivedTable(departmentType, { name: '$.name' }),
]
