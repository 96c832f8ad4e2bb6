/** Originals 原件 of a delegation: how many were made, where they went, how many came back and how many are still out. */
import { refuse, type Refusal } from '../api/fault.ts'
import type { Draft, Entry } from '../journal/entry.ts'
import { withAmendment, type Amendment } from './amendment.ts'
import type { Delegation } from './delegation.ts'

type Fold = (record: Delegation | undefined, entry: Entry) => Delegation | undefined

/** What is handed out and brought back adds up, and so do amendments; everything else overlays. */
export const reduceDelegation = (record: Delegation | undefined, entry: Entry, fold: Fold): Delegation | undefined => {
  if (record === undefined) return fold(record, entry)
  if (entry.kind === 'delegation.amended') return withAmendment(record, entry.body as Amendment)
  if (entry.kind === 'delegation.handed') {
    const { on, to, count } = entry.body as { on: string; to: string; count: number }
    return { ...record, handed: [...(record.handed ?? []), { on, to, count }] }
  }
  if (entry.kind === 'delegation.returned') {
    const { returnedOn, count } = entry.body as { returnedOn: string; count?: number }
    const back = count === undefined ? { on: returnedOn } : { on: returnedOn, count }
    const next = { ...record, returned: [...(record.returned ?? []), back] }
    // The day on which the last of them came back.
    return originalsOf(next).out === 0 ? { ...next, returnedOn } : next
  }
  return fold(record, entry)
}

export type Originals = { made: number; out: number; back: number }

/** How the originals stand. Where nobody noted to whom they went, all are with the delegate. */
export const originalsOf = ({ originals, handed, returned }: Delegation): Originals => {
  const given = handed === undefined ? originals : handed.reduce((sum, { count }) => sum + count, 0)
  // Two desks may have noted one return each; more than went out never came back.
  const back = (returned ?? []).reduce((sum, { count }) => (count === undefined ? given : sum + count), 0)
  return { made: originals, out: Math.max(0, given - back), back: Math.min(given, back) }
}

const wrong = (path: string, reason: string, detail: number): Refusal =>
  refuse({ code: 'invalid-input', problems: [{ path, reason: `invalid.${reason}`, detail: String(detail) }] })

export const decideHanding = (record: Delegation, on: string, to: string, count: number): Draft[] | Refusal => {
  if (record.revokedOn !== undefined)
    return refuse({ code: 'delegation-revoked', number: record.number, on: record.revokedOn })
  const { made, out } = originalsOf(record)
  const kept = record.handed === undefined ? made : made - out
  return count > kept
    ? wrong('count', 'originals-left', kept)
    : [{ kind: 'delegation.handed', subject: record.id, body: { on, to, count } }]
}

/** @param count how many came back; all that are out, where it is not told */
export const decideReturn = (record: Delegation, on: string, count: number | undefined): Draft[] | Refusal => {
  const { out } = originalsOf(record)
  if (out === 0)
    return refuse({ code: 'delegation-returned', number: record.number, on: record.returnedOn ?? record.issuedOn })
  if (count !== undefined && count > out) return wrong('count', 'originals-out', out)
  if (on < record.issuedOn)
    return refuse({ code: 'invalid-input', problems: [{ path: 'on', reason: 'invalid.before-start' }] })
  return [{ kind: 'delegation.returned', subject: record.id, body: { returnedOn: on, count: count ?? out } }]
}
