/** Who approves, in words: people by name, posts as they are called, roles by what they are called here. */
import type { Approver } from '../../../shared/seals/requests/approval-route.ts'
import type { Say } from '../../shell/words.tsx'

export const approverText = (say: Say, one: Approver): string => {
  if (one.by === 'person') return one.person.name
  if (one.by === 'post') return one.post
  const key = `people.role.${one.role}`
  return say.has(key) ? say.tOf(key) : one.role
}

export const approversText = (say: Say, approvers: readonly Approver[]): string =>
  approvers.map((one) => approverText(say, one)).join(say.language === 'en' ? ', ' : '、')

/** Whom a step waits for; a step that any approver may take needs no name. */
export const waitsText = (say: Say, approvers: readonly Approver[]): string =>
  approvers.every((one) => one.by === 'role' && one.role === 'approver')
    ? say.t('seals.request-status.pending')
    : say.t('seals.approvals.waits', { names: approversText(say, approvers) })
