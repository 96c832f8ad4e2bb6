/** The supplies register's derived tables; slip ids sort by time, so the primary key pages the list of slips. */
import { supplyBudget } from '../../../shared/supplies/budget/budget.ts'
import { supplyPolicy } from '../../../shared/supplies/items/policy.ts'
import { purchaseRequest } from '../../../shared/supplies/buying/buying-fold.ts'
import { supplyRequest } from '../../../shared/supplies/counter/request-fold.ts'
import { groupSubject, placeSubject } from '../../../shared/supplies/items/listed-names.ts'
import { item, slip } from '../../../shared/supplies/subjects.ts'
import { stockClosingSubject, stockMethodSubject } from '../../../shared/supplies/value/stock-closing.ts'
import { derivedTable } from '../store/derived.ts'
import { stocktakeTables } from './stocktake/tables.ts'

export const supplyTables = [
  derivedTable(stockClosingSubject, { month: '$.month' }, ['month, subject']),
  derivedTable(stockMethodSubject, { from_month: '$.from' }),
  derivedTable(
    item,
    { code: '$.code', active: '$.active', min: '$.min', item_group: '$.group', merged: '$.mergedInto' },
    ['active, code, subject', 'code', 'item_group, active, code, subject', 'merged where merged is not null'],
  ),
  derivedTable(placeSubject, { name: '$.name' }, ['name']),
  derivedTable(groupSubject, { name: '$.name' }, ['name']),
  derivedTable(
    slip,
    {
      number: '$.numbered.number',
      verb: '$.verb',
      recipient: '$.recipient.id',
      date: '$.date',
      request: '$.request.id',
      original: '$.original.id',
      reverses: '$.reverses.id',
    },
    [
      'number',
      'verb, subject',
      'recipient, subject where recipient is not null',
      'date, subject',
      'request, subject where request is not null',
      'original, subject where original is not null',
      'reverses, subject where reverses is not null',
    ],
  ),
  derivedTable(supplyPolicy, {}),
  derivedTable(supplyBudget, { year: '$.year' }, ['year, subject']),
  derivedTable(supplyRequest, { number: '$.numbered.number', status: '$.status', requester: '$.requester.id' }, [
    'status, subject',
    'requester, subject',
  ]),
  derivedTable(purchaseRequest, { number: '$.numbered.number', status: '$.status' }, ['number', 'status, subject']),
  ...stocktakeTables,
]
