/** How a request goes through approval: steps in sequence, each by any or by all of people, posts or roles. */
import { z } from 'zod'

/** 任一人 · 全部 */
export const stepModes = ['any-of', 'all-of'] as const

/** Who approves: a person by name, or whoever holds a post or a role when it is their turn. */
export const approver = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), person: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ by: z.literal('post'), post: z.string() }),
  z.object({ by: z.literal('role'), role: z.string() }),
])
export type Approver = z.infer<typeof approver>

export const routeStep = z.object({ mode: z.enum(stepModes), approvers: z.array(approver) })
export type RouteStep = z.infer<typeof routeStep>

/** The route as it stood when a request was submitted; later changes of the route do not reach it. */
export const routeSnapshot = z.object({ id: z.string().optional(), name: z.string(), steps: z.array(routeStep) })
export type RouteSnapshot = z.infer<typeof routeSnapshot>

/** Where no route is configured: one step, any approver. Requests from before there were routes fold by it too. */
export const plainRoute: RouteSnapshot = {
  name: '',
  steps: [{ mode: 'any-of', approvers: [{ by: 'role', role: 'approver' }] }],
}

/** What an approval entry names as filled: `person:<id>`, `post:总经理`, `role:approver`. */
export const keyOf = (one: Approver): string =>
  one.by === 'person' ? `person:${one.person.id}` : one.by === 'post' ? `post:${one.post}` : `role:${one.role}`

/** A person's name, a post, or the code of a role, which the page words. */
export const nameOfApprover = (one: Approver): string =>
  one.by === 'person' ? one.person.name : one.by === 'post' ? one.post : one.role
