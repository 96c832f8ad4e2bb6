/** What pages and refusals say about asking again, and about more requests than are shown at once. */
import { defineWords } from '../office/words.ts'

export const requestWords = defineWords(
  {
    'fault.request-asked-again': '申请 {number} 已由 {again} 重新申请，不能再次重新申请。',
    'fault.request-asked-again.do': '请打开 {again}；它若也已结束，可从它重新申请。',
    'seals.requests.again': '重新申请',
    'seals.approvals.more': '另有 {count} 份，批完这些后显示。',
  },
  {
    'fault.request-asked-again': 'Request {number} was asked again already, as {again}.',
    'fault.request-asked-again.do': 'Open {again}; where it has ended too, ask again from there.',
    'seals.requests.again': 'Asked again as',
    'seals.approvals.more': '{count} more wait; they show once these are decided.',
  },
)
