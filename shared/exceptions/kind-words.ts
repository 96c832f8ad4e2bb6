/** What each kind of exception is called, and the sentence that its values fill. A missing kind does not compile. */
import { defineWords } from '../office/words.ts'
import type { ExceptionKind } from '../office/exceptions.ts'

type KindKey = `exception.kind.${ExceptionKind}` | `exception.text.${ExceptionKind}`

export const exceptionKindWords = defineWords(
  {
    'exception.kind.voided-stamped': '盖章后作废',
    'exception.text.voided-stamped': '{number} 作废，纸上已有印痕 {impressions} 个：{reason}',
    'exception.kind.spoiled': '盖废',
    'exception.text.spoiled': '{number} 盖废 {impressions} 个印痕',
    'exception.kind.exception-noted': '用印异常',
    'exception.text.exception-noted': '{number}：{text}',
    'exception.kind.document-differs': '文件前后不符',
    'exception.text.document-differs': '{number} 用印前后的文件不是同一个（{before}… → {after}…）',
  } satisfies Record<KindKey, string>,
  {
    'exception.kind.voided-stamped': 'Voided after stamping',
    'exception.text.voided-stamped': '{number} was voided with {impressions} impressions on paper: {reason}',
    'exception.kind.spoiled': 'Spoiled',
    'exception.text.spoiled': '{number}: {impressions} impressions spoiled',
    'exception.kind.exception-noted': 'Noted at sealing',
    'exception.text.exception-noted': '{number}: {text}',
    'exception.kind.document-differs': 'File changed',
    'exception.text.document-differs':
      '{number}: the file before sealing is not the file after it ({before}… → {after}…)',
  },
)
