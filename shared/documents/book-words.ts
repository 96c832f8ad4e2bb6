/** What a closed month's book, and a slip with several approvers or of an emergency, print in addition, in both languages. */
import { defineWords } from '../office/words.ts'

export const bookWords = defineWords(
  {
    'documents.book-closed': '已结账 {number}　{by} {at}',
    'documents.note.closed-book':
      '本月已结账：以上各行和合计为结账时的登记，与结账单一致；之后的更正另列于后，不改原行。',
    'documents.approved-for': '{name}（代 {other} 批）',
    'documents.list-joint': '、',
    'documents.clause-joint': '；',
    'documents.override': '紧急用印',
    'documents.override-by': '由 {second} 确认：{reason}',
    'documents.later.title': '结账（{number}）之后的更正，共 {count} 条',
    'documents.later.number': '登记编号',
    'documents.later.act': '事项',
    'documents.later.was': '更正前',
    'documents.later.now': '更正后',
    'documents.later.at': '时间',
    'documents.later.by': '经办',
    'documents.later.reason': '原因',
    'documents.later.counts': '实盖 {actual}　废印 {spoiled}',
    'documents.later.voided': '作废',
    'documents.later.corrected': '更正',
    'documents.later.arrived': '后到登记',
  },
  {
    'documents.book-closed': 'closed {number}, {by} {at}',
    'documents.note.closed-book':
      'Closed: rows and totals are those of the closing and agree with its sheet; what was corrected later is listed behind and changes no row.',
    'documents.approved-for': '{name} (for {other})',
    'documents.list-joint': ', ',
    'documents.clause-joint': '; ',
    'documents.override': 'Emergency',
    'documents.override-by': 'confirmed by {second}: {reason}',
    'documents.later.title': 'After the closing ({number}): {count} corrections',
    'documents.later.number': 'Register no.',
    'documents.later.act': 'Act',
    'documents.later.was': 'Before',
    'documents.later.now': 'After',
    'documents.later.at': 'Time',
    'documents.later.by': 'By',
    'documents.later.reason': 'Reason',
    'documents.later.counts': '{actual} made, {spoiled} spoiled',
    'documents.later.voided': 'Voided',
    'documents.later.corrected': 'Corrected',
    'documents.later.arrived': 'Arrived late',
  },
)
