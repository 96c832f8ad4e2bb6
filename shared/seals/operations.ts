/** The seal register's operations: cabinet, requests, verdict, use, book. */
import { z } from 'zod'
import { basedOn, count, date, id, money, optionalText, page, paging, text } from '../api/fields.ts'
import { command, query, type Operations } from '../api/operation.ts'
import { currencies } from '../office/money.ts'
import { verdict } from '../office/verdict.ts'
import {
  categories,
  impression,
  modes,
  requestStatuses,
  seal,
  sealKinds,
  sealRef,
  sealRequest,
  sealShapes,
  sealStatuses,
  sealTypes,
  sealUse,
} from './records.ts'

const millimetres = z.number().min(5, { error: 'invalid.too-small' }).max(200, { error: 'invalid.too-large' })
const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/, { error: 'invalid.hash' })
const month = () => z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/, { error: 'invalid.month' })

/** An impression image: SVG as text or PNG as base64; 200 kB at the most, and inert. */
const picture = z.object({
  mediaType: impression.shape.mediaType,
  data: z.string().min(1).max(270_000, { error: 'invalid.too-long' }),
})

const master = {
  name: text(100),
  shortName: optionalText(40),
  type: z.enum(sealTypes),
  kind: z.enum(sealKinds).default('physical'),
  shape: z.enum(sealShapes).default('round'),
  widthMm: millimetres.default(42),
  heightMm: millimetres.default(42),
  inscription: optionalText(),
  material: optionalText(40),
  filingNumber: optionalText(40),
  registrar: optionalText(100),
  engravedOn: date().optional(),
  activatedOn: date().optional(),
  owner: optionalText(100),
  custodian: id().optional(),
  coCustodian: id().optional(),
  place: optionalText(100),
  scope: optionalText(500),
  rule: optionalText(200),
  predecessor: id().optional(),
  isHighRisk: z.boolean().default(false),
  remarks: optionalText(500),
}

const changes = z
  .object({
    ...master,
    kind: z.enum(sealKinds),
    shape: z.enum(sealShapes),
    widthMm: millimetres,
    heightMm: millimetres,
    isHighRisk: z.boolean(),
  })
  .partial()

const documentInput = z.object({
  title: text(200),
  number: optionalText(60),
  type: optionalText(40),
  pages: count(1, 100_000).optional(),
  sha256: sha256().optional(),
})

/** A registered contract by id, or its facts as typed. */
const contractInput = z.object({
  id: id().optional(),
  number: optionalText(60),
  name: optionalText(200),
  type: optionalText(40),
  amount: money().optional(),
  currency: z.enum(currencies).optional(),
})

/** `perCopy` and `seamPerCopy` say how many impressions each copy gets on its face and over its seam. */
const lineInput = z.object({ seal: id(), perCopy: count(0, 1000).default(1), seamPerCopy: count(0, 1000).default(0) })

/** `actual` and `spoiled` count impressions, seam impressions included; left out, all that are asked for were made well. */
const stampInput = z.object({
  seal: id(),
  perCopy: count(0, 1000).default(1),
  seamPerCopy: count(0, 1000).default(0),
  actual: count(0).optional(),
  spoiled: count(0).default(0),
  seam: count(0).optional(),
})

/** What is about to be sealed: an approved request, or at the counter a registered contract. */
const basis = {
  request: id().optional(),
  contract: id().optional(),
  /** On whose authority; default: the request's or the contract's signatory, else the handler. */
  signatory: id().optional(),
  joint: z.array(id()).max(10).default([]),
  /** Who brought the document 经办人; default: the request's applicant, else who is signed in. */
  handler: id().optional(),
}

/** What would refuse the use if it were made now; `code` is worded under `fault.<code>`. */
const stop = z.looseObject({ code: z.string() })

export const useRow = sealUse.omit({ verdict: true })
export const requestRow = sealRequest.omit({ approvals: true })

export const sealOperations = {
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
    summary: 'Enter a seal into the cabinet',
    permission: 'seals.manage',
    input: z.object({
      ...master,
      code: z.string().regex(/^[A-Z0-9]{2,12}$/, { error: 'invalid.seal-code' }),
      status: z.enum(['being-made', 'in-use']).default('in-use'),
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
  'seals.setStatus': command({
    summary: 'Take a seal into use, retire it, seal it away, report it lost or destroyed',
    permission: 'seals.manage',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      status: z.enum(sealStatuses),
      reason: text(500),
      on: date().optional(),
    }),
    output: z.object({ id: z.string(), status: z.enum(sealStatuses) }),
  }),
  'seals.requests': query({
    summary: 'Seal-use requests, newest first',
    permission: 'seals.read',
    input: z.object({ status: z.enum(requestStatuses).optional(), ...paging }),
    output: page(requestRow),
  }),
  'seals.requestGet': query({
    summary: 'One seal-use request, by id or number, with what is left of each seal',
    permission: 'seals.read',
    input: z.object({ id: id().optional(), number: text(40).optional() }),
    output: z.object({
      request: sealRequest,
      left: z.array(z.object({ seal: z.string(), left: z.int() })),
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
    input: z.object({ ...basis, seals: z.array(id()).max(20).default([]) }),
    output: z.object({
      /** Absent where no contract is involved and the approval alone decides. */
      verdict: verdict.optional(),
      stops: z.array(stop),
      /** What was sealed before on the same contract or request, newest first. */
      before: z.array(useRow),
    }),
  }),
  'seals.use': command({
    summary: 'Seal a document on an approved request, or at the counter on a registered contract, and register it',
    permission: 'seals.use',
    input: z.object({
      ...basis,
      /** Default on a request: all that is left of each of its seals. */
      stamps: z.array(stampInput).min(1, { error: 'invalid.required' }).max(20).optional(),
      /** Default: the request's, or the contract's name. */
      document: documentInput.optional(),
      category: z.enum(categories).optional(),
      copies: count(1, 10_000).optional(),
      recipient: optionalText(),
      purpose: optionalText(500),
      witness: id().optional(),
      place: optionalText(100),
      /** The document has blanks to be filled in later: a hard stop. */
      isBlank: z.boolean().default(false),
      documentShaAfter: sha256().optional(),
      exception: optionalText(500),
      remarks: optionalText(500),
    }),
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
    input: z.object({ id: id(), basedOn: basedOn(), reason: text(500), wasStamped: z.boolean().default(true) }),
    output: z.object({ id: z.string(), number: z.string() }),
  }),
  'seals.useCorrect': command({
    summary: 'Correct fields of a seal-use entry by a new entry; it keeps its number',
    permission: 'seals.use',
    input: z.object({
      id: id(),
      basedOn: basedOn(),
      reason: text(500),
      change: z.object({
        document: documentInput.optional(),
        recipient: optionalText(),
        counterparty: optionalText(),
        purpose: optionalText(500),
        copies: count(1, 10_000).optional(),
        actual: count(0).optional(),
        spoiled: count(0).optional(),
        seam: count(0).optional(),
        archiveNumber: optionalText(60),
        archivedOn: date().optional(),
        exception: optionalText(500),
        remarks: optionalText(500),
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
