/** Absence of an approver, and who stands in meanwhile 代批, or next where that one cannot: entered by that person or by an administrator. */
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
  /** Stands in where the first one cannot: it is their own request, or they have a place of their own in the step. */
  nextStandIn: named.optional(),
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
    'absence.stand-in-named': absence.pick({ nextStandIn: true }).required(),
    'absence.ended': absence.pick({ endedOn: true }).required(),
  },
  reduce: overlayAfter('absence.entered'),
})

const lastDay = ({ to, endedOn }: Absence): string => (endedOn !== undefined && endedOn < to ? endedOn : to)

export const isAway = (one: Absence, today: string): boolean => one.from <= today && today <= lastDay(one)

/** Whether it is over, or was called off before it began. */
export const isOver = (one: Absence, today: string): boolean => lastDay(one) < today || lastDay(one) < one.from

/** Whom a person stands in for today, and who does so before them; a stand-in's own stand-in does not inherit it. */
export const absentFor = (
  absences: readonly Absence[],
  standIn: string,
  today: string,
): { person: Named; first?: Named }[] =>
  absences
    .filter((one) => isAway(one, today))
    .flatMap(({ person, standIn: first, nextStandIn: next }) => {
      if (first.id === standIn) return [{ person }]
      return next?.id === standIn ? [{ person, first }] : []
    })

/** The absent person and who stands in, first and next, are different people. */
const refuseTwice = ({ person, standIn, nextStandIn: next }: Absence): Refusal | undefined => {
  if (person.id === standIn.id || person.id === next?.id) return refuse({ code: 'stand-in-self', person: person.name })
  return next?.id === standIn.id ? refuse({ code: 'stand-in-twice', person: standIn.name }) : undefined
}

/**
 * @param others absences of the same person
 */
export const enterAbsence = (one: Absence, others: readonly Absence[], today: string): Draft[] | Refusal => {
  const { id, ...body } = one
  if (one.to < one.from) return refuse({ code: 'absence-reversed', from: one.from, to: one.to })
  if (one.to < today) return refuse({ code: 'invalid-input', problems: [{ path: 'to', reason: 'invalid.past' }] })
  const twice = refuseTwice(one)
  if (twice) return twice
  const other = others.find((known) => known.from <= one.to && one.from <= lastDay(known))
  if (other) return refuse({ code: 'absence-overlaps', person: one.person.name, from: other.from, to: lastDay(other) })
  return [{ kind: 'absence.entered', subject: id, body }]
}

/** Naming who stands in next, also while the absence lasts: a request may turn out to wait for somebody who cannot. */
export const nameNextStandIn = (one: Absence, nextStandIn: Named, today: string): Draft[] | Refusal =>
  isOver(one, today)
    ? refuse({ code: 'absence-over', person: one.person.name, to: lastDay(one) })
    : (refuseTwice({ ...one, nextStandIn }) ?? [
        { kind: 'absence.stand-in-named', subject: one.id, body: { nextStandIn } },
      ])

/** Being back: yesterday was the last day; an absence that has not begun is called off. */
export const endAbsence = (one: Absence, today: string, yesterday: string): Draft[] | Refusal =>
  isOver(one, today)
    ? refuse({ code: 'absence-over', person: one.person.name, to: lastDay(one) })
    : [{ kind: 'absence.ended', subject: one.id, body: { endedOn: yesterday } }]
