/** The closed lists of the contracts register; without schemas, so that a page can show them without loading any. */

export const contractTypes = [
  'purchase',
  'sales',
  'service',
  'lease',
  'construction',
  'technology',
  'labour',
  'loan',
  'guarantee',
  'other',
] as const
export type ContractType = (typeof contractTypes)[number]

/** 付 · 收 · 无 */
export const directions = ['pay', 'receive', 'none'] as const

/** 起草 · 审批 · 待签 · 已签 · 履行中 · 到期 · 终止 · 归档 */
export const contractStatuses = [
  'draft',
  'approval',
  'to-sign',
  'signed',
  'performing',
  'expired',
  'terminated',
  'archived',
] as const
export type ContractStatus = (typeof contractStatuses)[number]

/** From where a contract may go; an archived one rests. */
export const contractMoves: Record<ContractStatus, readonly ContractStatus[]> = {
  draft: ['approval', 'to-sign', 'terminated'],
  approval: ['to-sign', 'draft', 'terminated'],
  'to-sign': ['signed', 'draft', 'terminated'],
  signed: ['performing', 'expired', 'terminated', 'archived'],
  performing: ['expired', 'terminated', 'archived'],
  expired: ['performing', 'archived'],
  terminated: ['archived'],
  archived: [],
}

/** Statuses in which a contract binds, or has bound, and so counts against the limits it was signed under. */
export const boundStatuses: readonly ContractStatus[] = ['signed', 'performing', 'expired', 'archived']

/** 职务 by post · 常年 standing · 单项 one matter */
export const delegationKinds = ['post', 'standing', 'single'] as const
export type DelegationKind = (typeof delegationKinds)[number]

/** 签署 · 用印 · 审批 */
export const authorityActions = ['sign', 'seal', 'approve'] as const
export type AuthorityAction = (typeof authorityActions)[number]

/** Over which the aggregate limit runs; `term` is the delegation's whole validity. */
export const aggregatePeriods = ['month', 'quarter', 'year', 'term'] as const
export type AggregatePeriod = (typeof aggregatePeriods)[number]

/** The office itself, from which every chain starts: the authority of the 法定代表人 comes from here. */
export const officeItself = 'office'

/** How a delegation stands on a date, by itself. */
export const delegationStates = ['in-force', 'future', 'ended', 'revoked'] as const
export type DelegationState = (typeof delegationStates)[number]
