/** The words of supply requests 申领单: kinds, states, faults and pages. */
import { defineWords } from '../office/words.ts'

export const requestWords = defineWords(
  {
    'type.supply_request': '申领单',
    'kind.supply.requested': '申领',
    'kind.supply.request-decided': '审批申领',
    'kind.supply.request-promised': '承诺补发日期',
    'kind.supply.request-ended': '结束申领',
    'kind.slip.signed': '领用人签字',
    'permission.supplies.request': '申领物资',
    'permission.supplies.approve': '审批申领',
  },
  {
    'type.supply_request': 'Supply request',
    'kind.supply.requested': 'Requested',
    'kind.supply.request-decided': 'Decided on the request',
    'kind.supply.request-promised': 'Promised the rest',
    'kind.supply.request-ended': 'Ended the request',
    'kind.slip.signed': 'Signed by the recipient',
    'permission.supplies.request': 'ask for supplies',
    'permission.supplies.approve': 'approve supply requests',
  },
)
