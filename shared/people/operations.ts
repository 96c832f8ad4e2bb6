/** People, departments, roles and signing in. */
import { z } from 'zod'
import * as field from '../api/fields.ts'
import { command, query, task, type Operations } from '../api/operation.ts'
import { roles } from './roles.ts'

const person = z.object({
  id: z.string(),
  name: z.string(),
  staffNo: z.string(),
  department: z.object({ id: z.string(), name: z.string() }).optional(),
  post: z.string().optional(),
  posts: z.array(z.object({ post: z.string().optional(), from: z.string() })).optional(),
  phone: z.string().optional(),
  employedFrom: z.string().optional(),
  employedTo: z.string().optional(),
  roles: z.array(z.enum(roles)),
})

export const me = z.object({ person, permissions: z.array(z.string()) })

/** Characters a password has at least; longer beats stranger (NIST SP 800-63B §5.1.1). */
export const leastPasswordLength = 8
const password = z.string().max(200, { error: 'invalid.too-long' })

const personFields = {
  name: field.text(60),
  staffNo: field.text(30),
  department: field.id().optional(),
  post: field.optionalText(60),
  phone: field.optionalText(30),
  employedFrom: field.date().optional(),
  employedTo: field.date().optional(),
}

const department = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().optional(),
  costCentre: z.string().optional(),
  head: z.string().optional(),
})

export const peopleOperations = {
  'people.signIn': task({
    summary: 'Sign in at this connection with staff number and password',
    permission: 'anyone',
    input: z.object({ staffNo: field.text(30), password: password.default('') }),
    output: me,
  }),
  'people.signOut': query({
    summary: 'Sign out of this connection',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({}),
  }),
  'people.me': query({
    summary: 'Who is signed in here, and what they may do',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({ me: me.optional() }),
  }),
  'people.list': query({
    summary: 'People by staff number, a page at a time',
    permission: 'people.read',
    input: z.object({ ...field.paging, text: z.string().max(100).optional(), department: field.id().optional() }),
    output: field.page(person),
  }),
  'people.get': query({
    summary: 'One person with the heads of the record',
    permission: 'people.read',
    input: z.object({ id: field.id() }),
    output: z.object({ person, heads: z.array(z.string()), hasPassword: z.boolean() }),
  }),
  'people.accounts': query({
    summary: 'Accounts of the example office that sign in without a password; empty anywhere else',
    permission: 'anyone',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({ name: z.string(), staffNo: z.string(), post: z.string().optional(), roles: z.array(z.enum(roles)) }),
      ),
    }),
  }),
  'people.add': command({
    summary: 'Add a person',
    permission: 'people.manage',
    input: z.object({ ...personFields, roles: z.array(z.enum(roles)).max(5).default([]) }),
    output: z.object({ id: z.string() }),
  }),
  'people.change': command({
    summary: 'Enter changed fields of a person; leaving is an end date',
    permission: 'people.manage',
    input: z.object({
      id: field.id(),
      basedOn: field.basedOn(),
      /** `postSince`: from when a changed post is held; today, where it is not told. */
      changes: z.object({ ...personFields, postSince: field.date() }).partial(),
    }),
    output: z.object({ id: z.string() }),
  }),
  'people.setRoles': command({
    summary: 'Enter the roles of a person',
    permission: 'people.manage',
    input: z.object({ id: field.id(), basedOn: field.basedOn(), roles: z.array(z.enum(roles)).max(5) }),
    output: z.object({ id: z.string() }),
  }),
  'people.setPassword': task({
    summary: 'Set a password at this desk: one’s own with the present one, or another’s with people.manage',
    permission: 'signed-in',
    input: z.object({ id: field.id(), present: password.optional(), password }),
    output: z.object({}),
  }),
  'departments.list': query({
    summary: 'All departments by name',
    permission: 'people.read',
    input: z.object({}),
    output: z.object({ rows: z.array(department) }),
  }),
  'departments.add': command({
    summary: 'Add a department',
    permission: 'people.manage',
    input: z.object({
      name: field.text(60),
      code: field.optionalText(30),
      costCentre: field.optionalText(30),
      head: field.id().optional(),
    }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
