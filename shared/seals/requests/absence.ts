/** Absence of an approver, and who stands in meanwhile 代批: entered by that person or by an administrator. */
import { z } from 'zod'
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import { subjectType } from '../../journal/subject.ts'
import { overlayAfter } from '../changes.ts'
import { named, type Named } from '../records.ts'

/** Plain dates, both included. */
export const absence = z.object({
  id: z.string(),
  person: named,
  from: z.string(),
  to: z.string(),
  standIn: named,
  reason: z.string().optional(),
  enteredBy: named,
  /** The last day, where the person came back earlier; before `from` where it was called off. */
  endedOn: z.string().optional(),
})
export type Absence = z.infer<typeof absence>

export const absenceSubject = subjectType<Absence>({
  name: 'absence',
  kinds: {
    'absence.entered': absence.omit({ id: true, endedOn: true }),
    'absence.ended': absence.pick({ endedOn: true }).required(),
  },
  reduce: overlayAfter('absence.entered'),
})

const lastDay = ({ to, endedOn }: Absence): string => (endedOn !== undefined && endedOn < to ? endedOn : to)

export const isAway = (one: Absence, today: string): boolean => one.from <= today && today <= lastDay(one)

/** Whether it is over, or was called off before it began. */
export const isOver = (one: Absence, today: string): boolean => lastDay(one) < today || lastDay(one) < one.from

/** Whom a person stands in for today; a stand-in's own stand-in does not inherit it. */
export const absentFor = (absences: readonly Absence[], standIn: string, today: string): Named[] =>
  absences.filter((one) => one.standIn.id === standIn && isAway(one, today)).map(({ person }) => person)

/**
 * @param others absences of the same person
 */
export const enterAbsence = (one: Absence, others: readonly Absence[], today: string): Draft[] | Refusal => {
  const { id, ...body } = one
  if (one.to < one.from) return refuse({ code: 'absence-reversed', from: one.from, to: one.to })
  if (one.to < today) return refuse({ code: 'invalid-input', problems: [{ path: 'to', reason: 'invalid.past' }] })
  if (one.person.id === one.standIn.id) return refuse({ code: 'stand-in-self', person: one.person.name })
  const other = others.find((known) => known.from <= one.to && one.from <= lastDay(known))
  if (other) return refuse({ code: 'absence-overlaps', person: one.person.name, from: other.from, to: lastDay(other) })
  return [{ kind: 'absence.entered', subject: id, body }]
}

/** Being back: yesterday was the last day; an absence that has not begun is called off. */
export const endAbsence = (one: Absence, today: string, yesterday: string): Draft[] | Refusal =>
  isOver(one, today)
    ? refuse({ code: 'absence-over', person: one.person.name, to: lastDay(one) })
    : [{ kind: 'absence.ended', subject: one.id, body: { endedOn: yesterday } }]
