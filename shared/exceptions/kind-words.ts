/** What each kind of exception is called, and the sentence that its values fill. A missing kind does not compile. */
import { defineWords } from '../office/words.ts'
import type { ExceptionKind } from '../office/exceptions.ts'

type KindKey = `exception.kind.${ExceptionKind}` | `exception.text.${ExceptionKind}`

export const exceptionKindWords = defineWords(
  {
    'exception.kind.voided-stamped': '盖章后作废',
    'exception.text.voided-stamped': '{number} 作废，纸上已有印痕 {impressions} 个：{reason}',
    'exception.kind.spoiled': '盖废',
    'exception.text.spoiled': '{number} 盖废 {impressions} 个印痕：{reason}',
    'exception.kind.exception-noted': '用印异常',
    'exception.text.exception-noted': '{number}：{text}',
    'exception.kind.corrected-count': '次数更正',
    'exception.text.corrected-count':
      '{number} 原记实盖 {actual} 作废 {spoiled}，现为 {actualNow} 和 {spoiledNow}：{reason}',
    'exception.kind.override': '紧急用印',
    'exception.text.override': '{number} 由 {second} 确认紧急用印：{reason}',
    'exception.kind.count-differs': '少于批准数',
    'exception.text.count-differs': '{number} 结束时还有 {left} 次未用：{reason}',
    'exception.kind.blank-document': '空白文件',
    'exception.text.blank-document': '{who} 拿来空白或未填完的“{title}”，未予用印',
    'exception.kind.document-differs': '文件前后不符',
    'exception.text.document-differs': '{number} 用印前后的文件不是同一个（{before}… → {after}…）',
    'exception.kind.archive-differs': '归档文件不符',
    'exception.text.archive-differs': '{number} 归档的文件与批准的不是同一个（{before}… → {after}…）',
  } satisfies Record<KindKey, string>,
  {
    'exception.kind.voided-stamped': 'Voided after stamping',
    'exception.text.voided-stamped': '{number} was voided with {impressions} impressions on paper: {reason}',
    'exception.kind.spoiled': 'Spoiled',
    'exception.text.spoiled': '{number}: {impressions} impressions spoiled: {reason}',
    'exception.kind.exception-noted': 'Noted at sealing',
    'exception.text.exception-noted': '{number}: {text}',
    'exception.kind.corrected-count': 'Counts corrected',
    'exception.text.corrected-count':
      '{number}: {actual} made and {spoiled} spoiled at first, now {actualNow} and {spoiledNow}: {reason}',
    'exception.kind.override': 'Emergency use',
    'exception.text.override': '{number}: sealed in an emergency that {second} confirmed: {reason}',
    'exception.kind.count-differs': 'Fewer than approved',
    'exception.text.count-differs': '{number} was closed with {left} impressions unused: {reason}',
    'exception.kind.blank-document': 'Blank document',
    'exception.text.blank-document': '{who} brought “{title}” blank or unfinished; it was not sealed',
    'exception.kind.document-differs': 'File changed',
    'exception.text.document-differs':
      '{number}: the file before sealing is not the file after it ({before}… → {after}…)',
    'exception.kind.archive-differs': 'Archived file changed',
    'exception.text.archive-differs': '{number}: the archived file is not the approved one ({before}… → {after}…)',
  },
)
