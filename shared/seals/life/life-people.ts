/** Who may take which part in an act on a seal: different people, still employed, and an approver who may approve. */
import { refuse, type Refusal } from '../../api/fault.ts'
import type { Named } from '../records.ts'

export const sealParts = [
  'enterer',
  'custodian',
  'approver',
  'from',
  'to',
  'handover-witness',
  'taker',
  'escort',
  'checker',
  'destruction-witness',
] as const
export type SealPart = (typeof sealParts)[number]

/** A person as an act needs to know them. */
export type Standing = Named & { isEmployed: boolean; mayApprove: boolean; mayUse: boolean }

export type Cast = readonly (readonly [SealPart, Named | undefined])[]

/** Refused where one person takes two parts. */
export const refuseSamePerson = (cast: Cast): Refusal | undefined => {
  for (const [index, [other, person]] of cast.entries()) {
    const first = cast.slice(0, index).find(([, earlier]) => person !== undefined && earlier?.id === person.id)
    if (first && person) return refuse({ code: 'same-person', person: person.name, one: first[0], other })
  }
  return undefined
}

/** Refused where somebody who has left would take part. */
export const refuseLeft = (people: readonly (Standing | undefined)[]): Refusal | undefined => {
  const left = people.find((person) => person?.isEmployed === false)
  return left && refuse({ code: 'part-left', person: left.name })
}

/** Refused where an approver is asked for and missing, or may not approve, or is who enters it. */
export const refuseApprover = (
  approver: Standing | undefined,
  isNeeded: boolean,
  seal: string,
  others: Cast,
): Refusal | undefined => {
  if (!approver) return isNeeded ? refuse({ code: 'approver-needed', seal }) : undefined
  if (!approver.mayApprove) return refuse({ code: 'approver-may-not', person: approver.name })
  const clash = others.find(([, person]) => person?.id === approver.id)
  return clash && refuse({ code: 'same-person', person: approver.name, one: 'approver', other: clash[0] })
}

/** A person as an entry keeps them. */
export const namedOf = ({ id, name }: Named): Named => ({ id, name })
