/** Who approves, in words: people by name, posts as they are called, roles by what they are called here. */
import type { Approver } from '../../shared/seals/approval-route.ts'
import type { Say } from '../shell/words.tsx'

export const approverText = (say: Say, one: Approver): string => {
  if (one.by === 'person') return one.person.name
  if (one.by === 'post') return one.post
  const key = `people.role.${one.role}`
  return say.has(key) ? say.tOf(key) : one.role
}

export const approversText = (say: Say, approvers: readonly Approver[]): string =>
  approvers.map((one) => approverText(say, one)).join(say.language === 'en' ? ', ' : '、')
