/** Absences of approvers and who stands in: entered by themselves or an administrator, ended early, listed. */
import { isRefusal, refuse, type Refusal } from '../../../../shared/api/fault.ts'
import { addDays } from '../../../../shared/office/dates.ts'
import {
  absenceSubject,
  endAbsence,
  enterAbsence,
  isAway,
  isOver,
  nameNextStandIn,
  type Absence,
} from '../../../../shared/seals/requests/absence.ts'
import type { Draft } from '../../../../shared/journal/entry.ts'
import type { Named } from '../../../../shared/seals/records.ts'
import type { approvalOperations } from '../../../../shared/seals/requests/approval-operations.ts'
import type { Act, Handlers, Reading } from '../../act.ts'
import { refuseStale } from '../../office/office.ts'
import { recordOf, recordsOf } from '../../store/derived.ts'
import { sql, type Read } from '../../store/sql.ts'
import { namedPerson, notFound } from '../life/cabinet.ts'
import type { SealDeps } from '../deps.ts'
import { absencesOf } from './deciders.ts'
import { actorOf } from '../use/use-facts.ts'

type AbsenceOperations = Pick<
  typeof approvalOperations,
  'seals.absences' | 'seals.absenceEnter' | 'seals.absenceStandIn' | 'seals.absenceEnd'
>

const absencesBefore = (db: Read, after: string | undefined, limit: number): Absence[] => {
  const [until = '9', id = ''] = after?.split('|') ?? []
  return recordsOf(
    db,
    absenceSubject,
    sql`where (until, subject) < (${until}, ${id}) order by until desc, subject desc limit ${limit}`,
  )
}

/** One's own absence, or anyone's for who keeps the people. */
const mayEnterFor = ({ actor }: Reading, person: string): boolean =>
  person === actor.person || actor.permissions.has('people.manage')

/** Somebody who may approve, as an absence names them. */
const standInFor = (deps: SealDeps, act: Act, id: string): Named | Refusal => {
  const person = namedPerson(deps, act, id)
  if (isRefusal(person)) return person
  if (deps.approver(act, person.id)?.mayApprove !== true)
    return refuse({ code: 'stand-in-cannot-approve', person: person.name })
  return person
}

const actOn = (
  act: Act,
  { id, basedOn }: { id: string; basedOn?: string[] | undefined },
  decide: (absence: Absence) => Draft[] | Refusal,
): { id: string } | Refusal => {
  const absence = recordOf(act.db, absenceSubject, id)
  if (!absence) return notFound('absence', id)
  if (!mayEnterFor(act, absence.person.id)) return refuse({ code: 'not-permitted', permission: 'people.manage' })
  const drafts = refuseStale(act, 'absence', id, basedOn) ?? decide(absence)
  if (isRefusal(drafts)) return drafts
  act.enter(...drafts)
  return { id }
}

export const absenceHandlers = (deps: SealDeps): Handlers<AbsenceOperations> => ({
  'seals.absences': ({ db, today }, { after, limit }) => {
    const rows = absencesBefore(db, after, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((one) => ({ ...one, isAway: isAway(one, today), isOver: isOver(one, today) })),
      next: rows.length > limit && last ? `${last.to}|${last.id}` : undefined,
    }
  },

  'seals.absenceEnter': (act, input) => {
    const person = namedPerson(deps, act, input.person ?? act.actor.person)
    if (isRefusal(person)) return person
    if (!mayEnterFor(act, person.id)) return refuse({ code: 'not-permitted', permission: 'people.manage' })
    const away = deps.approver(act, person.id)
    if (away?.mayApprove !== true) return refuse({ code: 'approver-may-not', person: person.name })
    const standIn = standInFor(deps, act, input.standIn)
    if (isRefusal(standIn)) return standIn
    const nextStandIn = input.nextStandIn === undefined ? undefined : standInFor(deps, act, input.nextStandIn)
    if (isRefusal(nextStandIn)) return nextStandIn
    const { from, to, reason } = input
    const id = act.newId()
    const absence: Absence = {
      id,
      person,
      from,
      to,
      standIn,
      enteredBy: actorOf(act),
      ...(nextStandIn === undefined ? {} : { nextStandIn }),
      ...(reason === undefined ? {} : { reason }),
    }
    const drafts = enterAbsence(absence, absencesOf(act.db, person.id), act.today)
    if (isRefusal(drafts)) return drafts
    act.enter(...drafts)
    return { id }
  },

  'seals.absenceStandIn': (act, { standIn, ...input }) =>
    actOn(act, input, (absence) => {
      const next = standInFor(deps, act, standIn)
      return isRefusal(next) ? next : nameNextStandIn(absence, next, act.today)
    }),

  'seals.absenceEnd': (act, input) =>
    actOn(act, input, (absence) => endAbsence(absence, act.today, addDays(act.today, -1))),
})
