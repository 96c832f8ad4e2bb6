/** The words people use in spreadsheets for the contract register's fixed choices, beside the register's own words for them. */
import type { ContractStatus, ContractType, directions } from '../../contracts/contract.ts'
import type { AggregatePeriod, AuthorityAction, DelegationKind } from '../../contracts/delegation.ts'
import { contractWords } from '../../contracts/words.ts'
import type { Currency } from '../../office/money.ts'
import type { ChoiceWords } from '../cells.ts'
import { choicesOf } from './field.ts'

export const typeChoices = choicesOf<ContractType>(contractWords, 'contracts.type', {
  purchase: ['采购', '采购合同', '购买', '买卖', '买卖合同', '采购类'],
  sales: ['销售', '销售合同', '销售类'],
  service: ['服务', '服务合同', '服务类', '咨询', '咨询服务'],
  lease: ['租赁', '租赁合同', '房屋租赁'],
  construction: ['工程', '建设工程', '施工', '施工合同', '工程类', '装修'],
  technology: ['技术', '技术合同', '技术开发', '技术服务', '软件'],
  labour: ['劳动', '劳务', '劳动合同', '劳务合同', '人事', 'labor'],
  loan: ['借款', '贷款', '借款合同'],
  guarantee: ['担保', '保证', '担保合同', '抵押'],
  other: ['其他', '其它', '其他合同'],
})

export const directionChoices = choicesOf<(typeof directions)[number]>(contractWords, 'contracts.direction', {
  pay: ['付', '付款', '支出', '付款类', '支出类', '应付'],
  receive: ['收', '收款', '收入', '收款类', '收入类', '应收'],
  none: ['无', '无收付', '不涉及', '-', '框架'],
})

export const statusChoices = choicesOf<ContractStatus>(contractWords, 'contracts.status', {
  draft: ['起草', '草稿', '拟稿'],
  approval: ['审批', '审批中', '待审批'],
  'to-sign': ['待签', '待签订', '待签署', '未签'],
  signed: ['已签', '已签订', '已签署', '签订'],
  performing: ['履行中', '执行中', '在履行', '履约中', '有效', '正常'],
  expired: ['到期', '已到期', '过期'],
  terminated: ['终止', '已终止', '解除', '已解除', '作废'],
  archived: ['归档', '已归档', '完结', '已完结', '履行完毕', '已完成'],
})

export const currencyChoices: ChoiceWords<Currency> = {
  CNY: ['人民币', 'rmb', '元', '¥'],
  USD: ['美元', '美金', '$', 'us$'],
  EUR: ['欧元', '€'],
  HKD: ['港币', '港元', 'hk$'],
  GBP: ['英镑', '£'],
}

export const kindChoices = choicesOf<DelegationKind>(contractWords, 'delegations.kind', {
  post: ['职务', '职务授权', '岗位', '岗位授权'],
  standing: ['常年', '常年授权', '长期', '年度', '年度授权', '常规'],
  single: ['单项', '单项授权', '专项', '一事一授', '临时'],
})

export const actionChoices = choicesOf<AuthorityAction>(contractWords, 'delegations.action', {
  sign: ['签署', '签订', '签字', '签约', '签署合同', '合同签署'],
  seal: ['用印', '盖章'],
  approve: ['审批', '批准', '审核'],
})

export const periodChoices = choicesOf<AggregatePeriod>(contractWords, 'delegations.period', {
  month: ['月', '每月', '月度', '按月'],
  quarter: ['季', '季度', '每季', '每季度', '按季'],
  year: ['年', '每年', '年度', '按年'],
  term: ['有效期', '有效期内', '授权期', '授权期内', '全部期间'],
})
