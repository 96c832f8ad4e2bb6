/** The operations of revoking: what falls, the one step, the notices and what is to be fetched back. */
import { z } from 'zod'
import { basedOn, date, id, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { contract } from './contract.ts'
import { delegation } from './delegation.ts'
import { delegationStates } from './kinds.ts'
import { noticeStates, revocationNotice, toldAs } from './revocation.ts'
import { personRef } from './contract.ts'

const made = z.object({ id: z.string(), number: z.string() })

/** A delegation in a list, with how it stands on a day; `fell` where one above it was revoked by then. */
export const delegationRow = delegation.extend({
  state: z.enum(delegationStates),
  fell: z.object({ number: z.string(), on: z.string() }).optional(),
})

export const noticeRow = revocationNotice.extend({ state: z.enum(noticeStates) })

export const revocationOperations = {
  'delegations.previewRevoke': query({
    summary: 'What would fall with a delegation from a date on, whom it concerns and which originals are out',
    permission: 'contracts.read',
    input: z.object({ id: id(), on: date().optional() }),
    output: z.object({
      on: z.string(),
      delegations: z.array(delegationRow),
      contracts: z.array(contract),
      /** Those of them signed from that date on: they would be judged otherwise. */
      signedSince: z.array(z.string()),
      requests: z.array(made.extend({ title: z.string(), status: z.string() })),
      originals: z.array(delegationRow),
      told: z.array(z.object({ person: personRef, as: z.array(z.enum(toldAs)) })),
    }),
  }),
  'delegations.revoke': command({
    summary: 'Revoke a delegation from a date on, and tell everyone whom it concerns',
    permission: 'contracts.delegate',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      on: date().optional(),
      reason: text(500),
      /** What it excluded stays forbidden until its last day, unless that is lifted too. */
      liftsExclusions: z.boolean().optional(),
    }),
    output: made.extend({ told: z.int(), originals: z.int() }),
  }),
  'revocations.get': query({
    summary: 'A revoked delegation with its notices and the originals to fetch back',
    permission: 'contracts.read',
    input: z.object({ delegation: id() }),
    output: z.object({ delegation: delegationRow, notices: z.array(noticeRow), originals: z.array(delegationRow) }),
  }),
  'revocations.list': query({
    summary: 'Revoked delegations, the latest first, with what is still to be signed for and fetched back',
    permission: 'contracts.read',
    input: z.object({ ...paging }),
    output: page(delegationRow.extend({ told: z.int(), acknowledged: z.int(), originalsOut: z.int() })),
  }),
  'revocations.mine': query({
    summary: 'Notices of revocation to the person signed in that are not signed for',
    permission: 'signed-in',
    input: z.object({}),
    output: z.object({ rows: z.array(noticeRow) }),
  }),
  'revocations.deliver': command({
    summary: 'Note that a notice of revocation reached its addressee',
    permission: 'signed-in',
    input: z.object({ id: id() }),
    output: z.object({ id: z.string() }),
  }),
  'revocations.acknowledge': command({
    summary: 'Sign for a notice of revocation, or note who signed for it on paper',
    permission: 'signed-in',
    input: z.object({ id: id(), proxy: id().optional() }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
