/** Departments and people; who left stays on record, since old entries name them. */
import { z } from 'zod'
import type { Entry } from '../journal/entry.ts'
import { overlayAfter } from '../journal/overlay-after.ts'
import { subjectType } from '../journal/subject.ts'
import { withPost, type PostSpan } from '../office/posts.ts'
import { roles, type Role } from './roles.ts'

export type Department = {
  id: string
  name: string
  code?: string | undefined
  costCentre?: string | undefined
  head?: string | undefined
}

export type Person = {
  id: string
  name: string
  staffNo: string
  department?: { id: string; name: string } | undefined
  post?: string | undefined
  /** Every post held, once it changed; authority by post asks who held it on a date. */
  posts?: PostSpan[] | undefined
  phone?: string | undefined
  employedFrom?: string | undefined
  employedTo?: string | undefined
  roles: Role[]
}

const department = z.object({
  name: z.string(),
  code: z.string().optional(),
  costCentre: z.string().optional(),
  head: z.string().optional(),
})

export const departmentType = subjectType<Department>({
  name: 'department',
  kinds: { 'department.added': department, 'department.changed': department.partial() },
  reduce: overlayAfter('department.added'),
})

const person = z.object({
  name: z.string(),
  staffNo: z.string(),
  department: z.object({ id: z.string(), name: z.string() }).optional(),
  post: z.string().optional(),
  /** From when the post is held, where it is not the day of the entry. */
  postSince: z.string().optional(),
  phone: z.string().optional(),
  employedFrom: z.string().optional(),
  employedTo: z.string().optional(),
  roles: z.array(z.enum(roles)),
})

const foldPerson = overlayAfter('person.added')

/** A later post does not wipe out the earlier one: since when it is held stands beside it. */
const reducePerson = (record: Person | undefined, entry: Entry): Person | undefined => {
  const { postSince, ...body } = entry.body
  const next = foldPerson(record, { ...entry, body })
  if (record === undefined || next === undefined || !('post' in body) || body['post'] === record.post) return next
  const from = typeof postSince === 'string' ? postSince : entry.at.slice(0, 10)
  return { ...next, posts: withPost(record, next.post, from) }
}

export const personType = subjectType<Person>({
  name: 'person',
  kinds: {
    'person.added': person,
    'person.changed': person.omit({ roles: true }).partial(),
    'person.roles-set': person.pick({ roles: true }),
  },
  reduce: reducePerson,
  search: ({ name, staffNo, department: where, post }) => ({
    title: name,
    detail: [staffNo, where?.name, post].filter((part) => part !== undefined).join(' · '),
    words: [staffNo, ...(where ? [where.name] : [])],
    class: 'master',
  }),
})
