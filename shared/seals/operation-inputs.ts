/** Parts of the inputs of seal operations: master fields, documents, contracts, stamps, and what a use rests on. */
import { z } from 'zod'
import { count, date, id, longText, money, optionalText, text } from '../api/fields.ts'
import { currencies } from '../office/money.ts'
import { categories, impression, sealKinds, sealRequest, sealShapes, sealTypes, sealUse } from './records.ts'

export const millimetres = z.number().min(5, { error: 'invalid.too-small' }).max(200, { error: 'invalid.too-large' })
export const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/, { error: 'invalid.hash' })
export const month = () => z.string().regex(/^(19|2[01])\d\d-(0[1-9]|1[0-2])$/, { error: 'invalid.month' })

/** An impression image: SVG as text or PNG as base64; 200 kB at the most, and inert. */
export const picture = z.object({
  mediaType: impression.shape.mediaType,
  data: z.string().min(1).max(270_000, { error: 'invalid.too-long' }),
})

export const master = {
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

/** A text that may be emptied, which takes it away. */
export const clearable = (max = 200) =>
  longText(max)
    .transform((value) => (value === '' ? null : value))
    .optional()

const clearableDate = () => date().nullable().optional()
const clearablePerson = () => id().nullable().optional()

/** Fields that are left out stay; an empty text, and null, take a field away. */
export const changes = z.object({
  name: text(100).optional(),
  shortName: clearable(40),
  type: z.enum(sealTypes).optional(),
  kind: z.enum(sealKinds).optional(),
  shape: z.enum(sealShapes).optional(),
  widthMm: millimetres.optional(),
  heightMm: millimetres.optional(),
  inscription: clearable(),
  material: clearable(40),
  filingNumber: clearable(40),
  registrar: clearable(100),
  engravedOn: clearableDate(),
  activatedOn: clearableDate(),
  owner: clearable(100),
  custodian: clearablePerson(),
  coCustodian: clearablePerson(),
  place: clearable(100),
  scope: clearable(500),
  rule: clearable(200),
  predecessor: clearablePerson(),
  isHighRisk: z.boolean().optional(),
  remarks: clearable(500),
})

export const documentInput = z.object({
  title: text(200),
  number: optionalText(60),
  type: optionalText(40),
  pages: count(1, 100_000).optional(),
  sha256: sha256().optional(),
})

/** A registered contract by id, or its facts as typed. */
export const contractInput = z.object({
  id: id().optional(),
  number: optionalText(60),
  name: optionalText(200),
  type: optionalText(40),
  amount: money().optional(),
  currency: z.enum(currencies).optional(),
})

/** `perCopy` and `seamPerCopy` say how many impressions each copy gets on its face and over its seam. */
export const lineInput = z.object({
  seal: id(),
  perCopy: count(0, 1000).default(1),
  seamPerCopy: count(0, 1000).default(0),
})

/** `actual` and `spoiled` count impressions, seam impressions included; left out, all that are asked for were made well. */
export const stampInput = z.object({
  seal: id(),
  perCopy: count(0, 1000).default(1),
  seamPerCopy: count(0, 1000).default(0),
  actual: count(0).optional(),
  spoiled: count(0).default(0),
  seam: count(0).optional(),
  /** Needed where any were spoiled. */
  spoiledReason: optionalText(200),
})

/** What is about to be sealed: an approved request, or at the counter a registered contract. */
export const basis = {
  request: id().optional(),
  contract: id().optional(),
  /** On whose authority; default: the request's or the contract's signatory, else the handler. */
  signatory: id().optional(),
  joint: z.array(id()).max(10).default([]),
  /** Who brought the document 经办人; default: the request's applicant, the contract's handler, else who is signed in. */
  handler: id().optional(),
}

/** A use as it is asked for. */
export const useInput = z.object({
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
})

/** What would refuse the use if it were made now; `code` is worded under `fault.<code>`. */
export const stop = z.looseObject({ code: z.string() })

export const useRow = sealUse.omit({ verdict: true })
export const requestRow = sealRequest.omit({ approvals: true, route: true })
