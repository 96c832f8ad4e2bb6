/** The supplies register's derived tables; slip ids sort by time, so the primary key pages the list of slips. */
import { supplyRequest } from '../../../shared/supplies/request-fold.ts'
import { item, slip } from '../../../shared/supplies/subjects.ts'
import { derivedTable } from '../store/derived.ts'
import { stocktakeTables } from './stocktake-tables.ts'

export const supplyTables = [
  derivedTable(item, { code: '$.code', active: '$.active', min: '$.min' }, ['active, code, subject', 'code']),
  derivedTable(slip, { number: '$.numbered.number', verb: '$.verb', recipient: '$.recipient.id', date: '$.date' }, [
    'number',
    'verb, subject',
    'recipient, subject where recipient is not null',
    'date, subject',
  ]),
  derivedTable(supplyRequest, { number: '$.numbered.number', status: '$.status', requester: '$.requester.id' }, [
    'status, subject',
    'requester, subject',
  ]),
  ...stocktakeTables,
]
