/** The operations of declared interests: listed, entered, ended. */
import { z } from 'zod'
import { basedOn, date, id, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { creditCode } from './contract.ts'
import { interest } from './interest.ts'

export const interestOperations = {
  'interests.list': query({
    summary: 'Declared interests, of a person where asked',
    permission: 'contracts.read',
    input: z.object({ ...paging, person: id().optional() }),
    output: page(interest),
  }),
  'interests.declare': command({
    summary: "Enter a person's declared interest in a counterparty",
    permission: 'contracts.manage',
    input: z.object({
      person: id(),
      counterparty: text(200),
      creditCode: creditCode(),
      nature: text(200),
      declaredOn: date().optional(),
    }),
    output: z.object({ id: z.string() }),
  }),
  'interests.withdraw': command({
    summary: 'End a declared interest, which lets its person sign with the counterparty again',
    permission: 'contracts.delegate',
    input: z.object({ id: id(), basedOn: basedOn(), on: date().optional() }),
    output: z.object({ id: z.string() }),
  }),
} as const satisfies Operations
