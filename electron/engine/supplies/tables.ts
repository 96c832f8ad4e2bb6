/** The supplies register's derived tables; slip ids sort by time, so the primary key pages the list of slips. */
import { item, slip } from '../../../shared/supplies/subjects.ts'
import { derivedTable } from '../store/derived.ts'

export const supplyTables = [
  derivedTable(item, { code: '$.code', active: '$.active', min: '$.min' }, ['active, code, subject', 'code']),
  derivedTable(slip, { number: '$.numbered.number', verb: '$.verb', recipient: '$.recipient.id', date: '$.date' }, [
    'number',
    'verb, subject',
    'recipient, subject where recipient is not null',
    'date, subject',
  ]),
]
