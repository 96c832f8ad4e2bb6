/**
 * 本人确认: whoever is named in an act on a seal (监销人, 批准人, 监交人, 取章人, 陪同人, 验收人) says so in person: by their own password at the desk of
 * the moment, or signed in, later. The act is on record at once, since it happened; whose word is missing shows as an exception.
 */
import { z } from 'zod'
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Draft } from '../../journal/entry.ts'
import type { DerivedException } from '../../office/exceptions.ts'
import { named, type Named } from '../records.ts'

export const confirmedParts = [
  'destruction-witness',
  'approver',
  'handover-witness',
  'taker',
  'escort',
  'checker',
] as const
export type ConfirmedPart = (typeof confirmedParts)[number]

/** `here`: by own password on somebody else's screen; `own`: signed in. `at` is office time. */
export const confirmation = z.object({
  part: z.enum(confirmedParts),
  person: named,
  at: z.string(),
  desk: z.string(),
  how: z.enum(['here', 'own']),
})
export type Confirmation = z.infer<typeof confirmation>

/** What an act that asks for it keeps; acts from before it was asked for say nothing. */
export const confirming = {
  asksConfirmation: z.boolean().optional(),
  confirmations: z.array(confirmation).optional(),
}
type Confirmed = { asksConfirmation?: boolean | undefined; confirmations?: Confirmation[] | undefined }

export type Part = { part: ConfirmedPart; person: Named }

export const partsOfAct = (act: { witnesses?: Named[] | undefined; approver?: Named | undefined }): Part[] => [
  ...(act.witnesses ?? []).map((person) => ({ part: 'destruction-witness' as const, person })),
  ...(act.approver ? [{ part: 'approver' as const, person: act.approver }] : []),
]

export const partsOfHandover = ({ witness }: { witness: Named }): Part[] => [
  { part: 'handover-witness', person: witness },
]

type OutingPeople = {
  taker: Named
  escort: Named
  /** Named at the desk; who approved a request said so there. */
  approver?: Named | undefined
  request?: unknown
  handedOutBy?: Named | undefined
  returnedTo?: Named | undefined
  checkedInBy?: Named | undefined
}

/** Who carried it and went along, once it left; who checked it, once it is back. Whoever entered it said so by entering it. */
export const partsOfOuting = (outing: OutingPeople): Part[] => {
  const { taker, escort, approver, request, handedOutBy, returnedTo, checkedInBy } = outing
  if (!handedOutBy) return []
  const leaving: Part[] = [
    { part: 'taker', person: taker },
    { part: 'escort', person: escort },
    ...(approver && request === undefined ? [{ part: 'approver' as const, person: approver }] : []),
  ]
  const isChecked = returnedTo && returnedTo.id !== checkedInBy?.id
  return [
    ...leaving.filter(({ person }) => person.id !== handedOutBy.id),
    ...(isChecked ? [{ part: 'checker' as const, person: returnedTo }] : []),
  ]
}

const isGiven = (given: readonly Confirmation[] | undefined, { part, person }: Part): boolean =>
  (given ?? []).some((one) => one.part === part && one.person.id === person.id)

export const confirmationOf = (given: readonly Confirmation[] | undefined, wanted: Part): Confirmation | undefined =>
  given?.find((one) => one.part === wanted.part && one.person.id === wanted.person.id)

/** Whose word is still missing. */
export const missingParts = (parts: readonly Part[], { asksConfirmation, confirmations }: Confirmed): Part[] =>
  asksConfirmation === true ? parts.filter((part) => !isGiven(confirmations, part)) : []

/** One's own word alone, once for each part that is missing. */
export const confirmPart = (
  record: Confirmed & { id: string; number: string },
  kind: 'seal.act-confirmed' | 'seal.handover-confirmed' | 'seal.outing-confirmed',
  parts: readonly Part[],
  told: Omit<Confirmation, 'part'>,
): Draft[] | Refusal => {
  const mine = parts.filter(({ person }) => person.id === told.person.id)
  const missing = mine.filter((part) => !isGiven(record.confirmations, part))
  const { number } = record
  if (mine.length === 0) return refuse({ code: 'not-named-here', number, person: told.person.name })
  if (missing.length === 0) return refuse({ code: 'confirmed-already', number, person: told.person.name })
  const { person, at, desk, how } = told
  return missing.map(({ part }) => ({
    kind,
    subject: record.id,
    body: { confirmation: { part, person, at, desk, how } },
  }))
}

/** Total; two desks' words are both kept, the same one once. */
export const withConfirmation = <R extends Confirmed>(
  record: R | undefined,
  body: Record<string, unknown>,
): R | undefined => {
  const told = confirmation.safeParse(body['confirmation'])
  if (!record || !told.success || isGiven(record.confirmations, told.data)) return record
  return { ...record, confirmations: [...(record.confirmations ?? []), told.data] }
}

const kinds = {
  'destruction-witness': 'witness-not-confirmed',
  approver: 'approver-not-confirmed',
  'handover-witness': 'supervisor-not-confirmed',
  taker: 'taker-not-confirmed',
  escort: 'escort-not-confirmed',
  checker: 'checker-not-confirmed',
} as const satisfies Record<ConfirmedPart, DerivedException['kind']>

export const unconfirmed = (
  parts: readonly Part[],
  { number, seal, on, by }: { number: string; seal: string; on: string; by: string },
): DerivedException[] =>
  parts.map(({ part, person }) => ({
    kind: kinds[part],
    part: person.id,
    on,
    person: by,
    values: { number, seal, name: person.name },
  }))
