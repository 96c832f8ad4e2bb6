/** What pages and refusals say about asking again, and about more requests than are shown at once. */
import { defineWords } from '../../office/words.ts'

export const requestWords = defineWords(
  {
    'fault.request-asked-again': '申请 {number} 已由 {again} 重新申请，不能再次重新申请。',
    'fault.request-asked-again.do': '请打开 {again}；它若也已结束，可从它重新申请。',
    'invalid.not-in-use': '尚未启用的印章不填启用日期',
    'seals.cabinet.in-use-already': '已在使用的旧章（补登启用）',
    'seals.cabinet.new-hint': '新章登记后为“制作中”，办理启用登记后才能用印。',
    'seals.cabinet.activated-by': '启用时的接收人',
    'seals.cabinet.activate-next': '刻好后请在印章柜办理“启用”，才能用印。',
    'seals.requests.line-total': '共 {total} 次',
    'seals.routes.currency': '币种（外币合同按当日汇率折算）',
    'seals.requests.again': '重新申请',
    'seals.approvals.more': '另有 {count} 份，批完这些后显示。',
  },
  {
    'fault.request-asked-again': 'Request {number} was asked again already, as {again}.',
    'fault.request-asked-again.do': 'Open {again}; where it has ended too, ask again from there.',
    'invalid.not-in-use': 'is for a seal that is in use already',
    'seals.cabinet.in-use-already': 'An old seal that is in use already',
    'seals.cabinet.new-hint': 'A new seal is registered as being made; it is used once it has been taken into use.',
    'seals.cabinet.activated-by': 'Received by',
    'seals.cabinet.activate-next': 'Once it is engraved, take it into use in the cabinet.',
    'seals.requests.line-total': '{total} in all',
    'seals.routes.currency': 'Currency (others by the rate of the day)',
    'seals.requests.again': 'Asked again as',
    'seals.approvals.more': '{count} more wait; they show once these are decided.',
  },
)
