/** Derived tables of stocktakes; counts of one line lie together, since each count looks for those before it. */
import { countSubject, sheetSubject, stocktakeSubject } from '../../../../shared/supplies/stocktake/subjects.ts'
import { derivedTable } from '../../store/derived.ts'

export const stocktakeTables = [
  derivedTable(stocktakeSubject, { number: '$.numbered.number', state: '$.state' }, ['number', 'state, subject']),
  derivedTable(sheetSubject, { stocktake: '$.stocktake', submission: '$.submission', page: '$.page' }, [
    'stocktake, submission, page',
  ]),
  derivedTable(countSubject, { stocktake: '$.stocktake', item: '$.item' }, ['stocktake, item']),
]
