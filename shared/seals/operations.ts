/** The seal register's operations: cabinet, requests, verdict, use, book. */
// Long because: it is the register's whole contract in one place.
import { z } from 'zod'
import { basedOn, count, date, id, optionalText, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { verdict } from '../office/verdict.ts'
import { archiveOperations } from './archive/archive-operations.ts'
import { closingOperations } from './closing/closing-operations.ts'
import { approvalOperations, awaited, requestListRow, stepState } from './requests/approval-operations.ts'
import { requestStates } from './requests/lapse.ts'
import { confirmingOperations } from './requests/confirming-operations.ts'
import { custodyOperations } from './life/custody-operations.ts'
import { sealLifeOperations } from './life/life-operations.ts'
import {
  basis,
  changes,
  clearable,
  contractInput,
  documentInput,
  lineInput,
  master,
  month,
  picture,
  stop,
  useInput,
  useRow,
} from './operation-inputs.ts'
import { categories, impression, modes, named, seal, sealRef, sealRequest, sealStatuses, sealUse } from './records.ts'

/** The entry's period is closed, and the one who enters this knows. */
const afterClosing = z.boolean().default(false)

export const sealOperations = {
  ...closingOperations,
  ...archiveOperations,
  ...approvalOperations,
  ...sealLifeOperations,
  ...custodyOperations,
  ...confirmingOperations,
  'seals.list': query({
    summary: 'The seal cabinet, by code',
    permission: 'seals.read',
    input: z.object({ status: z.enum(sealStatuses).optional(), ...paging }),
    output: page(seal),
  }),
  'seals.get': query({
    summary: 'One seal, by id or code',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), sealCode: text(20).optional() }),
    output: z.object({ seal, heads: z.array(z.string()) }),
  }),
  'seals.impression': query({
    summary: 'A kept impression of a seal, by the id that the seal names',
    permission: 'seals.read',
    input: z.object({ id: id() }),
    output: impression,
  }),
  'seals.register': command({
    summary: 'Enter a seal into the cabinet; one in use without activatedOn is entered as taken into use today',
    permission: 'seals.manage',
    input: z.object({
      ...master,
      code: z.string().regex(/^[A-Z0-9]{2,12}$/, { error: 'invalid.seal-code' }),
      /** One in use is an old seal: since when and by whom is kept as an act of its life. */
      status: z.enum(['being-made', 'in-use']).default('in-use'),
      /** Who received it when it was taken into use; default: its custodian, else who enters it. */
      activatedBy: id().optional(),
      homeDesk: z
        .string()
        .regex(/^[A-Z]{1,3}$/, { error: 'invalid.desk' })
        .optional(),
      impression: picture.optional(),
    }),
    output: z.object({ id: z.string(), code: z.string() }),
  }),
  'seals.change': command({
    summary: 'Change fields of a seal, or keep a new impression',
    permission: 'seals.manage',
    input: z.object({ id: id(), basedOn: basedOn(), change: changes, impression: picture.optional() }),
    output: z.object({ id: z.string() }),
  }),
  'seals.requests': query({
    summary: 'Seal-use requests, newest first',
    permission: 'seals.read',
    input: z.object({ status: z.enum(requestStates).optional(), ...paging }),
    output: page(requestListRow),
  }),
  'seals.requestGet': query({
    summary: 'One seal-use request, by id or number, with what is left of each seal',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), number: text(40).optional() }),
    output: z.object({
      request: sealRequest,
      state: z.enum(requestStates),
      steps: z.array(stepState),
      /** What of it may be decided by who asks; absent where it is not their turn. */
      mine: z.object({ slots: z.array(z.string()), standsFor: named.optional() }).optional(),
      /** Whom the step that waits still waits for, who is away and who stands in; empty where none waits. */
      awaits: z.array(awaited),
      /** approved = actual + spoiled + left, per seal. */
      left: z.array(
        z.object({ seal: z.string(), approved: z.int(), actual: z.int(), spoiled: z.int(), left: z.int() }),
      ),
      /** The request that asks this ended one again. */
      again: z.object({ id: z.string(), number: z.string() }).optional(),
      uses: z.array(useRow),
      heads: z.array(z.string()),
    }),
  }),
  'seals.requestSubmit': command({
    summary: 'Ask for the use of one or more seals',
    permission: 'seals.request',
    input: z.object({
      applicant: id().optional(),
      lines: z.array(lineInput).min(1, { error: 'invalid.required' }).max(20),
      category: z.enum(categories),
      mode: z.enum(modes).default('here'),
      document: documentInput,
      copies: count(1, 10_000).default(1),
      purpose: optionalText(500),
      counterparty: optionalText(),
      contract: contractInput.optional(),
      signatory: id().optional(),
      isLegalReviewed: z.boolean().default(false),
      isUrgent: z.boolean().default(false),
      /** Default and latest: the end of the year, where every approval lapses. */
      useBy: date().optional(),
      /** The rejected, withdrawn or lapsed request that this one asks again. */
      resubmits: id().optional(),
    }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.requestApprove': command({
    summary: 'Approve a seal-use request of someone else',
    permission: 'seals.approve',
    input: z.object({ id: id(), basedOn: basedOn(), opinion: optionalText(500) }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.requestReject': command({
    summary: 'Reject a seal-use request of someone else, with the reason',
    permission: 'seals.approve',
    input: z.object({ id: id(), basedOn: basedOn(), opinion: text(500) }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.requestWithdraw': command({
    summary: 'Withdraw a request that nothing was sealed on',
    permission: 'seals.request',
    input: z.object({ id: id(), basedOn: basedOn() }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.verdict': query({
    summary: 'May this be sealed? The light before the chop, and all that would refuse it',
    permission: 'seals.read',
    input: z.object({ ...basis, category: z.enum(categories).optional(), seals: z.array(id()).max(20).default([]) }),
    output: z.object({
      /** Absent where no contract is involved and the approval alone decides. */
      verdict: verdict.optional(),
      stops: z.array(stop),
      /** Whether an emergency may set all of them aside. */
      mayOverride: z.boolean(),
      /** What was sealed before on the same contract or request, newest first. */
      before: z.array(useRow),
    }),
  }),
  'seals.use': command({
    summary: 'Seal a document on an approved request, or at the counter on a registered contract, and register it',
    permission: 'seals.use',
    input: useInput,
    output: z.object({ uses: z.array(z.object({ id: z.string(), number: z.string(), seal: sealRef })) }),
  }),
  'seals.book': query({
    summary: 'The seal-use book: by seal and period, by date or by number, newest first unless asked otherwise',
    permission: 'seals.read',
    input: z.object({
      seal: id().optional(),
      from: date().optional(),
      to: date().optional(),
      order: z.enum(['date', 'number']).default('date'),
      direction: z.enum(['forward', 'backward']).default('backward'),
      ...paging,
    }),
    output: page(useRow),
  }),
  'seals.useGet': query({
    summary: 'One seal-use entry, by id or number, with the verdict of its moment',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), number: text(60).optional() }),
    output: z.object({ use: sealUse, heads: z.array(z.string()) }),
  }),
  'seals.useVoid': command({
    summary: 'Void a seal-use entry; it keeps its number',
    permission: 'seals.use',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      reason: text(500),
      wasStamped: z.boolean().default(true),
      afterClosing,
    }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.useCorrect': command({
    summary:
      'Correct fields of a seal-use entry by a new entry; once it was changed, basedOn says which state is corrected',
    permission: 'seals.use',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      reason: text(500),
      afterClosing,
      change: z.object({
        document: documentInput.optional(),
        recipient: clearable(),
        counterparty: clearable(),
        purpose: clearable(500),
        copies: count(1, 10_000).optional(),
        actual: count(0).optional(),
        spoiled: count(0).optional(),
        seam: count(0).optional(),
        spoiledReason: clearable(),
        archiveNumber: clearable(60),
        archivedOn: date().nullable().optional(),
        exception: clearable(500),
        remarks: clearable(500),
      }),
    }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.months': query({
    summary: 'Totals of a seal per month of a year, and of the year',
    permission: 'seals.read',
    input: z.object({ seal: id(), year: count(1900, 2199) }),
    output: z.object({
      months: z.array(
        z.object({
          month: month(),
          uses: z.int(),
          copies: z.int(),
          actual: z.int(),
          spoiled: z.int(),
          voided: z.int(),
        }),
      ),
      year: z.object({ uses: z.int(), copies: z.int(), actual: z.int(), spoiled: z.int(), voided: z.int() }),
    }),
  }),
} as const satisfies Operations
