/** The operations of the contracts register: contracts, delegations, authority checks, declared interests. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, page, paging, text } from '../api/fields.ts'
import { command, query, task, type Operations } from '../api/operation.ts'
import { currencies } from '../office/money.ts'
import { verdict } from '../office/verdict.ts'
import { amendmentOperations } from './amendment-operations.ts'
import { alternative, authorityCheck, openAnswer } from './authority-check.ts'
import { contract, contractInput, contractStatuses, contractTypes, creditCode, rate } from './contract.ts'
import { authorityActions, delegationInput, officeItself } from './delegation.ts'
import { interestOperations } from './interest-operations.ts'
import { delegationRow, noticeRow, revocationOperations } from './revocation-operations.ts'
import { delegationStates } from './kinds.ts'
import { originalsOperations } from './originals-operations.ts'
import { rateOperations } from './rate-operations.ts'

const made = z.object({ id: z.string(), number: z.string() })
const heads = z.array(z.string())

/** What a question to the register says; a registered contract brings its own facts, what is typed here wins. */
export const questionFields = {
  person: id(),
  action: z.enum(authorityActions).default('sign'),
  asOf: date().optional(),
  contract: id().optional(),
  contractType: z.enum(contractTypes).optional(),
  counterparty: optionalText(200),
  creditCode: creditCode(),
  amount: money().optional(),
  currency: z.enum(currencies).optional(),
  rate: rate().optional(),
  uncapped: z.boolean().optional(),
  subject: optionalText(500),
  startsOn: date().optional(),
  endsOn: date().optional(),
  joint: z.array(id()).max(20).default([]),
}

const treeRow = delegationRow.extend({ level: z.int(), hasMore: z.boolean() })

const contractQueries = {
  'contracts.list': query({
    summary: 'Contracts by number, newest number first',
    permission: 'contracts.read',
    input: z.object({
      ...paging,
      status: z.enum(contractStatuses).optional(),
      type: z.enum(contractTypes).optional(),
      /** Part of the name. */
      counterparty: optionalText(200),
      signatory: id().optional(),
      /** Living contracts that end from today to so many days ahead. */
      endsWithin: count(0, 3660).optional(),
    }),
    output: page(contract),
  }),
  'contracts.get': query({
    summary: 'One contract with its supplements and the checks recorded for it',
    permission: 'contracts.read',
    input: z.object({ id: id() }),
    output: z.object({
      contract,
      heads,
      parent: contract.optional(),
      supplements: z.array(contract),
      /** What the main contract and its supplements come to, by currency; terminated ones left out. */
      familySums: z.array(z.object({ currency: z.string(), amount: z.number(), count: z.int() })),
      checks: z.array(authorityCheck),
      /** Seal uses of the contract, newest first. */
      uses: z.array(
        z.object({ id: z.string(), number: z.string(), seal: z.string(), usedAt: z.string(), status: z.string() }),
      ),
      /** Others that carry the same number, typed at another desk. */
      sameNumber: z.array(contract),
    }),
  }),
  'contracts.book': query({
    summary: 'The years of the contract register, the latest first, and the office it is printed for',
    permission: 'contracts.read',
    input: z.object({}),
    output: z.object({ office: z.string(), years: z.array(z.string()) }),
  }),
  'contracts.ending': query({
    summary: 'What ends, or wants notice, within a number of days',
    permission: 'contracts.read',
    input: z.object({ days: count(1, 366).default(30) }),
    output: z.object({ contracts: z.array(contract), delegations: z.array(delegationRow) }),
  }),
  'contracts.pastEnd': query({
    summary: 'Contracts past their end that are still signed or performing, the latest end first',
    permission: 'contracts.read',
    input: z.object(paging),
    output: page(contract),
  }),
}

const contractCommands = {
  'contracts.add': command({
    summary: 'Register a contract',
    permission: 'contracts.manage',
    input: contractInput,
    output: made,
  }),
  'contracts.change': command({
    summary: 'Change what a contract says in the register; fields left out are taken away',
    permission: 'contracts.manage',
    input: contractInput.extend({ id: id(), basedOn: basedOn() }),
    output: made,
  }),
  'contracts.move': command({
    summary: 'Move a contract to its next status; signing names the signatory and checks the authority',
    permission: 'contracts.manage',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      to: z.enum(contractStatuses),
      signatory: id().optional(),
      joint: z.array(id()).max(20).default([]),
      signedOn: date().optional(),
      check: optionalText(60),
      archiveNumber: optionalText(60),
      reason: optionalText(500),
    }),
    output: made.extend({ verdict: verdict.optional() }),
  }),
}

const delegationQueries = {
  'delegations.list': query({
    summary: 'Delegations by number, newest first; of a delegate, a delegator or a state where asked',
    permission: 'contracts.read',
    input: z.object({
      ...paging,
      delegate: id().optional(),
      delegator: z.union([z.literal(officeItself), id()]).optional(),
      state: z.enum(delegationStates).optional(),
      /** The day on which states are told; today where left out. */
      on: date().optional(),
    }),
    output: page(delegationRow),
  }),
  'delegations.get': query({
    summary: 'One delegation with the chain above it and what was passed on from it',
    permission: 'contracts.read',
    input: z.object({ id: id(), on: date().optional() }),
    output: z.object({
      delegation: delegationRow,
      heads,
      chain: z.array(delegationRow),
      passedOn: z.array(delegationRow),
      contracts: z.array(contract),
      amendmentNotices: z.array(noticeRow),
    }),
  }),
  'delegations.tree': query({
    summary: 'What a delegator gave, level by level',
    permission: 'contracts.read',
    input: z.object({
      delegator: z.union([z.literal(officeItself), id()]).default(officeItself),
      depth: count(1, 9).default(3),
      limit: count(1, 500).default(200),
      on: date().optional(),
    }),
    output: z.object({ rows: z.array(treeRow), isCut: z.boolean() }),
  }),
}

const delegationCommands = {
  'delegations.issue': command({
    summary: 'Issue a delegation',
    permission: 'contracts.delegate',
    input: delegationInput,
    output: made,
  }),
  'delegations.enterPaper': task({
    summary: 'Enter a delegation that was signed on paper; who may delegate confirms it by their own password',
    permission: 'contracts.manage',
    input: delegationInput.extend({ second: z.object({ staffNo: text(40), password: z.string().max(200) }) }),
    output: made,
  }),
}

const { person: _, ...withoutPerson } = questionFields

const authority = {
  'authority.check': query({
    summary: 'May this person do this with this contract? With the chain, the failed candidates and who could instead',
    permission: 'contracts.check',
    input: z.object(questionFields),
    output: z.object({ verdict, instead: z.array(alternative) }),
  }),
  'authority.record': command({
    summary: 'Check the authority and record the answer under a number',
    permission: 'contracts.check',
    input: z.object({ ...questionFields, contractName: optionalText(200) }),
    output: made.extend({ verdict, instead: z.array(alternative) }),
  }),
  'authority.checks': query({
    summary: 'Recorded authority checks by number, newest first',
    permission: 'contracts.read',
    input: z.object({ ...paging, person: id().optional(), contract: id().optional() }),
    output: page(authorityCheck),
  }),
  'authority.recorded': query({
    summary: 'One recorded authority check, by id or number',
    permission: 'contracts.read',
    input: z.object({ id: z.string().max(60) }),
    output: z.object({ check: authorityCheck, heads }),
  }),
  'authority.whoMay': query({
    summary: 'Who may do this with this contract?',
    permission: 'contracts.check',
    input: z.object({ ...withoutPerson, limit: count(1, 100).default(20) }),
    output: z.object({ people: z.array(alternative), open: z.array(openAnswer), isCut: z.boolean() }),
  }),
}

export const contractOperations = {
  ...contractQueries,
  ...contractCommands,
  ...delegationQueries,
  ...delegationCommands,
  ...revocationOperations,
  ...authority,
  ...interestOperations,
  ...originalsOperations,
  ...amendmentOperations,
  ...rateOperations,
} as const satisfies Operations
