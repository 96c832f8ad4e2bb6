/** What comes in from outside, before any handler sees it: small enough to look at, named by an id, its faults in the office's words. */
import type { z } from 'zod'
import type { FieldProblem } from '../../shared/api/fault.ts'

/** A caller's own id of an act: a text that can be stored and compared. */
export const isCommandId = (command: unknown): boolean =>
  typeof command === 'string' && command.length > 0 && command.length <= 64 && command.isWellFormed()

const most = 20

/** Zod's issues as field and reason; a message of ours is a word key already. */
export const problemsOf = (error: z.ZodError): FieldProblem[] => error.issues.flatMap(problemsIn).slice(0, most)

const problemsIn = (issue: z.core.$ZodIssue): FieldProblem[] => {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, most).map((key) => unknownField(path, key))
  // Where one way to fill it in fits but for fields it does not know, these are what is wrong.
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.find((issues) => issues.every((one) => one.code === 'unrecognized_keys'))
    if (nearest) return nearest.flatMap((one) => problemsIn({ ...one, path: [...issue.path, ...one.path] }))
  }
  return [{ path, reason: issue.message.startsWith('invalid.') ? issue.message : `invalid.${reasonOf(issue)}` }]
}

/** The name is the sender's own, so only as much of it is told back as a name is long. */
const unknownField = (path: string, key: string): FieldProblem => ({
  path: [...(path === '' ? [] : [path]), key.slice(0, 60).toWellFormed()].join('.'),
  reason: 'invalid.unknown-field',
})

/** The office's word for what a schema says in its own; fields with a message of their own never get here. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_big') return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large'
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'too-short' : 'too-small'
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return 'value'
  if (issue.input === undefined) return 'required'
  return issue.code === 'invalid_type' ? 'type' : 'value'
}

/** More than any form or list sends; schemas look at every member before they count them. */
const mostMembers = 20_000

/** Whether an input has so few members, at whatever depth, that schemas may look at it. */
export const isSmall = (input: unknown): boolean => {
  const left: unknown[] = [input]
  for (let seen = 0; left.length > 0; seen += 1) {
    if (seen + left.length > mostMembers) return false
    const value = left.pop()
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    const members = Object.values(value)
    if (members.length > mostMembers) return false
    left.push(...members)
  }
  return true
}
