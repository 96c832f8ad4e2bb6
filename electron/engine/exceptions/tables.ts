/** The answers' table; the exceptions themselves lie in a table that the journal keeps. */
import { exceptionAnswerSubject } from '../../../shared/exceptions/answer.ts'
import { derivedTable } from '../store/derived.ts'

export const exceptionTables = [
  derivedTable(exceptionAnswerSubject, { exception: '$.exception', act: '$.act' }, ['exception, act']),
]
