/** Operations of approving: what waits for me, several at once, routes, absences, closing, and what the desk stops. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, page, paging, text } from '../../api/fields.ts'
import { command, query, task, type Operations } from '../../api/operation.ts'
import { currencies } from '../../office/money.ts'
import { absence } from './absence.ts'
import { approver, routeStep, stepModes } from './approval-route.ts'
import { compared } from './differences.ts'
import { requestStates } from './lapse.ts'
import { contractInput, lineInput, requestRow, useInput } from '../operation-inputs.ts'
import { approval, categories, modes, named, sealRef, sealTypes } from '../records.ts'
import { approvalRoute } from './route.ts'

const approverInput = z.discriminatedUnion('by', [
  z.object({ by: z.literal('person'), person: id() }),
  z.object({ by: z.literal('post'), post: text(60) }),
  z.object({ by: z.literal('role'), role: text(30) }),
])

const stepInput = z.object({
  mode: z.enum(stepModes).default('any-of'),
  approvers: z.array(approverInput).min(1, { error: 'invalid.required' }).max(20),
})

/** One step of a request's route as the page shows it. */
export const stepState = routeStep.extend({
  step: z.int(),
  given: z.array(approval),
  open: z.array(approver),
  isDone: z.boolean(),
})

/** A request in a list: its state today, and whose turn it is. */
export const requestListRow = requestRow.extend({
  state: z.enum(requestStates),
  /** The approvers of the step that waits; empty where none does. */
  waitsFor: z.array(approver),
})

const answer = z.object({ id: z.string(), number: z.string() })

/** Who could decide in somebody's place of a step today. */
export const awaited = z.object({
  approver,
  /** By name, or holding the post; a role has holders as a matter of course, who are not listed. */
  people: z.array(
    z.object({
      person: named,
      /** They ask themselves, and decide nothing on it. */
      isAsking: z.boolean(),
      isAway: z.boolean(),
      /** Who approves for them meanwhile. */
      standIn: named.optional(),
      /** The stand-in who cannot fill this place, and why. */
      hindered: z.object({ person: named, why: z.enum(['asks', 'own-place']) }).optional(),
    }),
  ),
})
export type Awaited = z.infer<typeof awaited>

export const approvalOperations = {
  'seals.requestRoute': query({
    summary: 'Who would have to approve a request, asked before it is submitted',
    permission: 'seals.request',
    input: z.object({
      applicant: id().optional(),
      lines: z.array(lineInput).min(1, { error: 'invalid.required' }).max(20),
      category: z.enum(categories),
      mode: z.enum(modes).default('here'),
      copies: count(1, 10_000).default(1),
      contract: contractInput.optional(),
    }),
    output: z.object({
      /** Absent where no route is configured for it: one step, any approver. */
      name: z.string().optional(),
      steps: z.array(z.object({ mode: z.enum(stepModes), awaited: z.array(awaited) })),
    }),
  }),
  'seals.approvals': query({
    summary: 'What waits for my approval, also for an absent colleague, with what differs from the last one like it',
    permission: 'seals.approve',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        requestListRow.extend({
          heads: z.array(z.string()),
          standsFor: named.optional(),
          /** The last one on the same contract, else of the same applicant. */
          last: requestRow.optional(),
          differs: z.array(z.enum(compared)),
        }),
      ),
      /** How many more wait than are shown. */
      more: z.int(),
    }),
  }),
  'seals.requestsApprove': command({
    summary: 'Approve several requests in one act: all of them or none',
    permission: 'seals.approve',
    input: z.object({
      requests: z
        .array(z.object({ id: id(), basedOn: basedOn() }))
        .min(1, { error: 'invalid.required' })
        .max(100),
      opinion: optionalText(500),
    }),
    output: z.object({ rows: z.array(answer) }),
  }),
  'seals.requestClose': command({
    summary: 'Close a request on which fewer impressions were needed than approved',
    permission: 'seals.use',
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(500) }),
    output: answer.extend({ left: z.int() }),
  }),
  'seals.routes': query({
    summary: 'Approval routes in the order in which they are tried, retired ones last',
    permission: 'seals.read',
    input: z.object({ ...paging }),
    output: page(approvalRoute.extend({ heads: z.array(z.string()) })),
  }),
  'seals.routeSet': command({
    summary: 'Enter an approval route, or set one anew; requests that wait keep the route they were given',
    permission: 'seals.manage',
    input: z.object({
      id: id().optional(),
      basedOn: basedOn(),
      name: text(60),
      seals: z.array(id()).max(50).default([]),
      sealTypes: z.array(z.enum(sealTypes)).max(20).default([]),
      categories: z.array(z.enum(categories)).max(20).default([]),
      /** Included. */
      amountFrom: money().optional(),
      /** Not included. */
      amountTo: money().optional(),
      currency: z.enum(currencies).default('CNY'),
      precedence: count(1, 999).default(100),
      steps: z.array(stepInput).min(1, { error: 'invalid.required' }).max(10),
    }),
    output: z.object({ id: z.string() }),
  }),
  'seals.routeRetire': command({
    summary: 'Retire an approval route',
    permission: 'seals.manage',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: z.object({ id: z.string() }),
  }),
  'seals.absences': query({
    summary: 'Absences of approvers with who stands in, the latest first',
    permission: 'seals.read',
    input: z.object({ ...paging }),
    output: page(absence.extend({ isAway: z.boolean(), isOver: z.boolean() })),
  }),
  'seals.absenceEnter': command({
    summary: 'Enter an absence and who approves meanwhile: one’s own, or anyone’s with people.manage',
    permission: 'seals.read',
    input: z.object({
      person: id().optional(),
      from: date(),
      to: date(),
      standIn: id(),
      /** Where the first one cannot. */
      nextStandIn: id().optional(),
      reason: optionalText(200),
    }),
    output: z.object({ id: z.string() }),
  }),
  'seals.absenceStandIn': command({
    summary: 'Name who stands in next in an absence, where the first stand-in cannot; also while it lasts',
    permission: 'seals.read',
    input: z.object({ id: id(), basedOn: basedOn(), standIn: id() }),
    output: z.object({ id: z.string() }),
  }),
  'seals.absenceEnd': command({
    summary: 'End an absence early, or call it off',
    permission: 'seals.read',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: z.object({ id: z.string() }),
  }),
  'seals.useEmergency': task({
    summary: 'Seal in an emergency although rules stop it, confirmed by a second person with their own password',
    permission: 'seals.use',
    input: useInput.extend({
      reason: text(500),
      second: z.object({ staffNo: text(30), password: z.string().max(200, { error: 'invalid.too-long' }).default('') }),
    }),
    output: z.object({ uses: z.array(z.object({ id: z.string(), number: z.string(), seal: sealRef })) }),
  }),
  'seals.blankRefused': command({
    summary: 'Keep on record that a blank document was brought to be sealed, and was not',
    permission: 'seals.use',
    input: z.object({
      title: text(200),
      seal: id().optional(),
      broughtBy: id().optional(),
      request: id().optional(),
      contract: id().optional(),
      remarks: optionalText(500),
    }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
