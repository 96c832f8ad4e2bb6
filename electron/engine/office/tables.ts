/** Rows of the office itself: its record, its desks, and the books numbers run in. */
import { bookType, deskType, officeType } from '../../../shared/office/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const officeTables = [
  derivedTable(officeType, {}),
  derivedTable(deskType, { desk: '$.desk', letter: '$.letter' }, ['desk']),
  derivedTable(bookType, { class: '$.class', holder: '$.holder', year: '$.year', book: '$.book' }, [
    'class, holder, year',
  ]),
]
