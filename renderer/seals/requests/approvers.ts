/** Who approves, in words: people by name, posts as they are called, roles by what they are called here. */
import type { Approver } from '../../../shared/seals/requests/approval-route.ts'
import type { Awaited } from '../../../shared/seals/requests/approval-operations.ts'
import type { Say } from '../../shell/words.tsx'

export const approverText = (say: Say, one: Approver): string => {
  if (one.by === 'person') return one.person.name
  if (one.by === 'post') return one.post
  const key = `people.role.${one.role}`
  return say.has(key) ? say.tOf(key) : one.role
}

export const approversText = (say: Say, approvers: readonly Approver[]): string =>
  say.list(approvers.map((one) => approverText(say, one)))

/** 王建国（外出中，由许国栋代批） */
const personText = (say: Say, { person, isAsking, isAway, standIn, hindered }: Awaited['people'][number]): string => {
  const { name } = person
  if (isAsking) return say.t('seals.awaited.asking', { name })
  if (!isAway) return name
  if (standIn !== undefined) return say.t('seals.awaited.stand-in', { name, other: standIn.name })
  return hindered === undefined
    ? say.t('seals.awaited.away', { name })
    : say.t(`seals.awaited.${hindered.why}`, { name, other: hindered.person.name })
}

/** A person says who they are; of a post who holds it; a role is what it is called here. */
export const awaitedText = (say: Say, { approver, people }: Awaited): string => {
  const names = say.list(people.map((who) => personText(say, who)))
  if (approver.by === 'person') return names === '' ? approverText(say, approver) : names
  if (approver.by === 'role') return approverText(say, approver)
  return say.t('seals.awaited.post', { post: approver.post, names: names === '' ? say.t('ui.none') : names })
}

/** Somebody away whose stand-in cannot, and nobody else of the same place is there. */
export const isStuck = ({ people }: Awaited): boolean =>
  people.length > 0 && people.every(({ hindered, standIn }) => hindered !== undefined && standIn === undefined)

/** Whom a step waits for; a step that any approver may take needs no name. */
export const waitsText = (say: Say, approvers: readonly Approver[]): string =>
  approvers.every((one) => one.by === 'role' && one.role === 'approver')
    ? say.t('seals.request-status.pending')
    : say.t('seals.approvals.waits', { names: approversText(say, approvers) })
